package fr.paraphe.travaux;

import java.time.Instant;

/**
 * Un travail à mettre dans la file.
 *
 * @param genre nom de l’{@link Execution} qui saura le faire
 * @param collectivite celle que le travail sert, ou {@code null} s’il est à l’instance
 * @param dossier identifiant technique, ou {@code null}
 * @param cle deux travaux vivants d’un même genre n’ont jamais la même clé : le second est sans
 *     effet ; {@code null} : pas de clé
 * @param charge objet JSON
 * @param priorite de 0 (d’abord) à 9
 * @param prevuLe pas avant ; {@code null} : dès que possible
 * @param essaisMax au-delà, le travail est bloqué et attend une personne
 */
public record TravailAFaire(
    String genre,
    Integer collectivite,
    Long dossier,
    String cle,
    String charge,
    int priorite,
    Instant prevuLe,
    int essaisMax) {

  private static final int ORDINAIRE = 5;
  private static final int ESSAIS = 8;

  public static TravailAFaire de(String genre) {
    return new TravailAFaire(genre, null, null, null, "{}", ORDINAIRE, null, ESSAIS);
  }

  public TravailAFaire pour(int collectivite, Long dossier) {
    return new TravailAFaire(
        genre, collectivite, dossier, cle, charge, priorite, prevuLe, essaisMax);
  }

  public TravailAFaire unique(String cle) {
    return new TravailAFaire(
        genre, collectivite, dossier, cle, charge, priorite, prevuLe, essaisMax);
  }

  public TravailAFaire avec(String charge) {
    return new TravailAFaire(
        genre, collectivite, dossier, cle, charge, priorite, prevuLe, essaisMax);
  }

  public TravailAFaire priorite(int priorite) {
    return new TravailAFaire(
        genre, collectivite, dossier, cle, charge, priorite, prevuLe, essaisMax);
  }

  public TravailAFaire pasAvant(Instant prevuLe) {
    return new TravailAFaire(
        genre, collectivite, dossier, cle, charge, priorite, prevuLe, essaisMax);
  }

  public TravailAFaire essaisMax(int essaisMax) {
    return new TravailAFaire(
        genre, collectivite, dossier, cle, charge, priorite, prevuLe, essaisMax);
  }
}
