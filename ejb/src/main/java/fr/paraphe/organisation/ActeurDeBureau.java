package fr.paraphe.organisation;

import java.io.Serializable;

/** Une personne et son rôle dans un bureau. */
public record ActeurDeBureau(int utilisateur, String identifiant, String nom, RoleBureau role)
    implements Serializable {}
