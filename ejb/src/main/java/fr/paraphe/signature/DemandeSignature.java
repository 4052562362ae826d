package fr.paraphe.signature;

import fr.paraphe.stockage.BlobRef;
import java.time.Instant;
import java.util.Optional;

/**
 * Un document à préparer.
 *
 * @param document le PDF, tel qu’il a été montré au signataire
 * @param tampon vide : signature sans partie visible
 * @param raison qualité du signataire ou titre du bureau (/Reason)
 * @param lieu ville (/Location), peut être vide
 * @param instant heure déclarée (/M)
 */
public record DemandeSignature(
    BlobRef document,
    Chaine chaine,
    Optional<Tampon> tampon,
    String raison,
    String lieu,
    Instant instant) {}
