package fr.paraphe.dossier.modele;

import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.UtilisateurId;

/**
 * Qui agit, et à quel titre.
 *
 * @param bureau le bureau au nom duquel il agit (le sien, ou celui qui lui délègue)
 * @param delegation identifiant de la délégation, ou {@code null}
 */
public record Auteur(UtilisateurId utilisateur, String nom, BureauId bureau, Integer delegation) {}
