package fr.paraphe.travaux;

import java.io.Serializable;
import java.time.Instant;

/**
 * Un travail qui a échoué trop de fois, ou pour de bon.
 *
 * @param collectivite titre de la collectivité, ou {@code null} : travail de l’instance
 * @param dossier identifiant public du dossier, ou {@code null}
 * @param cause ce qui a empêché le dernier essai
 */
public record TravailBloque(
    long id,
    String genre,
    String collectivite,
    String dossier,
    String cause,
    int essais,
    Instant demandeLe,
    Instant bloqueLe)
    implements Serializable {}
