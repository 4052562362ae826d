package fr.paraphe.notification.modele;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Une annonce à mettre en mots.
 *
 * @param bureau au titre duquel la personne est avertie
 * @param absent bureau qu’elle remplace, ou {@code null}
 * @param etape ce que l’étape demande ({@code VISA}, {@code SIGNATURE}…), ou {@code null}
 * @param acte ce qui vient d’être fait ({@code VISA}, {@code REJET}…), ou {@code null}
 * @param identifiant du dossier
 * @param limite date limite du dossier, ou {@code null}
 */
public record Annonce(
    NatureMessage nature,
    Instant instant,
    String bureau,
    String absent,
    String etape,
    String acte,
    String acteur,
    String annotation,
    String identifiant,
    String titre,
    boolean confidentiel,
    LocalDate limite) {

  private static final String TITRE_TU = "Dossier confidentiel";

  /** Un courriel sur un dossier confidentiel ne porte ni titre ni annotation (N12). */
  public Annonce {
    titre = confidentiel ? TITRE_TU : titre;
    annotation = confidentiel || annotation == null ? "" : annotation;
  }
}
