package fr.paraphe.dossier;

import fr.paraphe.socle.ErreurMetier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Réponse de la première phase : ce qu’il faut signer, et les dossiers qui ne peuvent pas l’être.
 *
 * @param jeton à rappeler en seconde phase ; valable une fois, pour la même personne, jusqu’à
 *     {@code expireLe}
 */
public record PreparationSignature(
    UUID jeton, Instant expireLe, List<ASigner> aSigner, List<Refus> refus) {

  /**
   * @param document clé publique du document
   * @param octets attributs signés CMS (DER) : ce que la clé privée doit signer, SHA-256 avec la
   *     clé annoncée
   */
  public record ASigner(
      IdentifiantDossier dossier, String titre, UUID document, String nomDocument, byte[] octets) {}

  /** Un dossier qui ne peut pas être signé, et pourquoi. */
  public record Refus(IdentifiantDossier dossier, String titre, ErreurMetier refus) {

    /** La phrase française du refus. */
    public String raison() {
      return refus.getMessage();
    }
  }
}
