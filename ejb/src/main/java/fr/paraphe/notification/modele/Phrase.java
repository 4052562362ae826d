package fr.paraphe.notification.modele;

import fr.paraphe.socle.Horloge;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Les mots français d’une annonce. */
final class Phrase {

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'à' HH:mm", Locale.FRENCH);
  private static final DateTimeFormatter JOUR =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);

  private Phrase() {}

  /** En tête de l’objet : « À signer », « Retourné »… */
  static String etiquette(Annonce a) {
    return switch (a.nature()) {
      case ARRIVEE -> aFaire(a.etape());
      case REJET -> "Retourné";
      case FIN -> "Fin de circuit";
      case REMORD -> "Repris";
      case SUIVI -> "Suivi";
      case NOTIFIE -> "Pour information";
      case RETARD -> "En retard";
    };
  }

  private static String aFaire(String etape) {
    return switch (etape == null ? "" : etape) {
      case "VISA" -> "À viser";
      case "SIGNATURE" -> "À signer";
      case "CACHET" -> "À cacheter";
      case "AVIS" -> "Avis demandé";
      default -> "À traiter";
    };
  }

  /** Ce qui s’est passé, en une phrase. */
  static String fait(Annonce a) {
    String quand = quand(a);
    return switch (a.nature()) {
      case ARRIVEE ->
          "Déposé sur le bureau « %s » %s par %s%s."
              .formatted(
                  a.absent() == null ? a.bureau() : a.absent(), pour(a.etape()), a.acteur(), quand);
      case REJET ->
          "Rejeté par %s%s. Il est revenu sur le bureau « %s »."
              .formatted(a.acteur(), quand, a.bureau());
      case FIN ->
          "Le circuit est terminé%s. Dernier acte : %s, par %s."
              .formatted(quand, acte(a.acte()), a.acteur());
      case REMORD ->
          "Repris par %s%s : il n’attend plus sur votre bureau.".formatted(a.acteur(), quand);
      case SUIVI -> "Dossier suivi : %s par %s%s.".formatted(acte(a.acte()), a.acteur(), quand);
      case NOTIFIE -> "Porté à votre connaissance par %s%s.".formatted(a.acteur(), quand);
      case RETARD ->
          "La date limite%s est passée ; il attend sur le bureau « %s »."
              .formatted(a.limite() == null ? "" : " du " + JOUR.format(a.limite()), a.bureau());
    };
  }

  private static String quand(Annonce a) {
    return " le " + INSTANT.format(LocalDateTime.ofInstant(a.instant(), Horloge.ZONE));
  }

  private static String pour(String etape) {
    return switch (etape == null ? "" : etape) {
      case "VISA" -> "pour visa";
      case "SIGNATURE" -> "pour signature";
      case "CACHET" -> "pour cachet";
      case "AVIS" -> "pour avis";
      default -> "pour traitement";
    };
  }

  private static String acte(String acte) {
    return switch (acte == null ? "" : acte) {
      case "VISA" -> "visé";
      case "SIGNATURE" -> "signé";
      case "CACHET" -> "cacheté";
      case "REJET" -> "rejeté";
      case "REMORD" -> "repris";
      case "EMISSION" -> "émis";
      default -> "traité";
    };
  }

  /** Pourquoi la personne est avertie à la place d’une autre, ou vide. */
  static String absence(Annonce a) {
    return a.absent() == null ? "" : "Vous êtes averti en l’absence de « " + a.absent() + " ».";
  }

  static String limite(Annonce a) {
    return a.limite() == null || a.nature() == NatureMessage.RETARD
        ? ""
        : "Date limite : " + JOUR.format(a.limite()) + ".";
  }
}
