package fr.paraphe.signature;

import fr.paraphe.signature.infra.Echauffement;
import fr.paraphe.signature.infra.MoteurDss;
import fr.paraphe.signature.infra.Pades;
import fr.paraphe.stockage.BlobRef;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;

/**
 * Signer un document en deux phases ; la clé privée est où le signataire la garde. Ni droits, ni
 * circuit, ni transaction ici : qui appelle en répond, et appelle hors de toute transaction.
 */
@Dependent
public class SignatureDocuments {

  private final Pades pades;

  @Inject
  public SignatureDocuments(Pades pades) {
    this.pades = pades;
  }

  /** Charge à l’avance tout ce que la première signature demanderait : à faire au démarrage. */
  public static void chauffer(Instant maintenant) throws IOException {
    Echauffement.chauffer(new MoteurDss(), maintenant);
  }

  /**
   * Première phase : réserve la place d’une signature à la fin du document.
   *
   * @throws fr.paraphe.socle.ErreurMetier si le document ne peut pas être signé ({@link
   *     ErreurSignature}{@code .PDF_*}), ou si le tampon ne peut pas être posé
   */
  public DocumentPrepare preparer(DemandeSignature demande) throws IOException {
    return pades.preparer(demande);
  }

  /**
   * Seconde phase : vérifie la valeur, la pose, relit le résultat.
   *
   * @param origine le document donné à la préparation
   * @param prepare ce que la préparation a rendu
   * @param annoncee le certificat annoncé à la préparation ; un autre est refusé
   * @param valeur PKCS#1 v1.5 (RSA) ou ECDSA, DER ou brute (r puis s), sur les attributs signés
   * @throws fr.paraphe.socle.ErreurMetier {@link ErreurSignature#SIGNATURE_FAUSSE}, {@link
   *     ErreurSignature#CERTIFICAT_DIFFERENT}, {@link ErreurSignature#PREPARATION_ALTEREE} ; rien
   *     n’est gardé
   */
  public DocumentSigne incorporer(BlobRef origine, BlobRef prepare, Chaine annoncee, byte[] valeur)
      throws IOException {
    return pades.incorporer(origine, prepare, annoncee, valeur);
  }
}
