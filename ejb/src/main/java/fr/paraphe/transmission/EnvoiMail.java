package fr.paraphe.transmission;

import fr.paraphe.dossier.IdentifiantDossier;
import java.util.List;

/**
 * Un dossier à envoyer par mail sécurisé.
 *
 * @param destinataires au moins une adresse
 * @param motDePasse vide : le dossier s’ouvre sans mot de passe
 * @param envoyerLeMotDePasse vrai : le service le donne aux destinataires
 */
public record EnvoiMail(
    IdentifiantDossier dossier,
    List<String> destinataires,
    String objet,
    String message,
    String motDePasse,
    boolean envoyerLeMotDePasse) {

  public EnvoiMail {
    destinataires = List.copyOf(destinataires);
  }
}
