package fr.paraphe.notification;

import java.time.DayOfWeek;
import java.util.List;

/**
 * Ce qu’une personne a réglé pour ses courriels.
 *
 * @param heures pas du rythme {@link Rythme#HORAIRE} : 1, 2, 3, 4, 6 ou 12
 * @param heure heure civile du rythme {@link Rythme#QUOTIDIENNE}, de 0 à 23
 * @param jour jour du rythme {@link Rythme#HEBDOMADAIRE}, servi à 8 h
 * @param adresse celle qui remplace l’adresse du compte ; vide : celle du compte
 * @param confidentiels faux : aucun courriel pour un dossier confidentiel
 * @param suivis faux : aucun courriel pour un dossier seulement suivi
 * @param retards faux : aucun rappel des dossiers en retard
 */
public record ReglageCourriels(
    Rythme rythme,
    int heures,
    int heure,
    DayOfWeek jour,
    String adresse,
    boolean confidentiels,
    boolean suivis,
    boolean retards) {

  /** Les pas du rythme horaire : ceux qui retombent sur les mêmes heures chaque jour. */
  public static final List<Integer> PAS = List.of(1, 2, 3, 4, 6, 12);

  public static final ReglageCourriels DEFAUT =
      new ReglageCourriels(Rythme.CHAQUE, 4, 8, DayOfWeek.MONDAY, "", true, true, true);

  public ReglageCourriels avecRythme(Rythme autre) {
    return new ReglageCourriels(
        autre, heures, heure, jour, adresse, confidentiels, suivis, retards);
  }
}
