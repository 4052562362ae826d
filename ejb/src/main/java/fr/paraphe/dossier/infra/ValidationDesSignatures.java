package fr.paraphe.dossier.infra;

import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.signature.Autorites;
import fr.paraphe.signature.RapportValidation;
import fr.paraphe.signature.Validation;
import fr.paraphe.socle.Transactions;
import fr.paraphe.stockage.BlobIllisible;
import fr.paraphe.stockage.BlobRef;
import fr.paraphe.stockage.Coffre;
import fr.paraphe.stockage.LectureBlob;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Fait juger chaque signature posée par un moteur qui ne l’a pas faite. La liste de travail est la
 * table elle-même : rien ne se perd à un arrêt, et deux nœuds qui jugent la même signature écrivent
 * le même avis.
 */
@Dependent
public class ValidationDesSignatures {

  private static final Logger JOURNAL = Logger.getLogger("fr.paraphe.dossier");

  private final EntityManager em;
  private final Coffre coffre;
  private final Validation validation;
  private final Autorites autorites;
  private final Transactions transactions;

  @Inject
  public ValidationDesSignatures(
      EntityManager em,
      Coffre coffre,
      Validation validation,
      Autorites autorites,
      Transactions transactions) {
    this.em = em;
    this.coffre = coffre;
    this.validation = validation;
    this.autorites = autorites;
    this.transactions = transactions;
  }

  private record AJuger(long signature, BlobRef document) {}

  /**
   * Juge au plus {@code lot} signatures en attente ; rend combien l’ont été. Hors de toute
   * transaction.
   */
  public int juger(int lot) {
    int jugees = 0;
    Optional<AJuger> suivante = transactions.nouvelle(this::suivante);
    while (suivante.isPresent() && jugees < lot) {
      AJuger aJuger = suivante.get();
      String avis = avis(aJuger.document());
      transactions.nouvelle(() -> noter(aJuger.signature(), avis));
      jugees++;
      suivante = transactions.nouvelle(this::suivante);
    }
    return jugees;
  }

  private Optional<AJuger> suivante() {
    List<?> lignes =
        em.createNativeQuery(
                "SELECT id, collectivite_id, blob_apres_id FROM signature WHERE validation = 'A_FAIRE' ORDER BY id LIMIT 1")
            .getResultList();
    return lignes.stream().findFirst().map(l -> aJuger((Object[]) l));
  }

  private AJuger aJuger(Object[] c) {
    CollectiviteId collectivite = new CollectiviteId(((Number) c[1]).intValue());
    return new AJuger(
        ((Number) c[0]).longValue(),
        coffre.exiger(collectivite.valeur(), ((Number) c[2]).longValue()));
  }

  /**
   * La dernière signature du document est celle qu’on juge : le document est celui d’après elle.
   */
  private String avis(BlobRef document) {
    try (LectureBlob lecture = coffre.ouvrir(document)) {
      RapportValidation rapport = validation.valider(lecture, autorites.reconnues());
      int derniere = rapport.signatures().size() - 1;
      return derniere < 0
          ? RapportValidation.Indication.INVALIDE.name()
          : rapport.signatures().get(derniere).indication().name();
    } catch (BlobIllisible altere) {
      return RapportValidation.Indication.INVALIDE.name();
    } catch (IOException | RuntimeException e) {
      JOURNAL.log(Level.WARNING, "PARA0202 le second moteur n’a pas pu juger une signature", e);
      return RapportValidation.Indication.INDETERMINEE.name();
    }
  }

  private Void noter(long signature, String avis) {
    em.createNativeQuery(
            "UPDATE signature SET validation = ?2 WHERE id = ?1 AND validation = 'A_FAIRE'")
        .setParameter(1, signature)
        .setParameter(2, avis)
        .executeUpdate();
    return null;
  }
}
