package fr.paraphe.signature;

import fr.paraphe.stockage.Empreinte;
import java.util.Optional;

/**
 * À qui doit appartenir le certificat.
 *
 * @param certificat empreinte du certificat enregistré pour cette personne ; si elle est là, elle
 *     seule compte, sinon le nom porté par le certificat doit contenir le prénom et le nom
 */
public record Titulaire(String prenom, String nom, Optional<Empreinte> certificat) {}
