package fr.paraphe.notification.modele;

import fr.paraphe.notification.ErreurNotification;
import fr.paraphe.notification.ReglageCourriels;
import fr.paraphe.socle.ErreurMetier;
import java.util.regex.Pattern;

/** Ce qu’un réglage de courriels peut dire. */
public final class RegleReglage {

  private static final int HEURE_MAX = 23;
  private static final int ADRESSE_MAX = 254;

  private static final Pattern ADRESSE =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+");

  private RegleReglage() {}

  /** Rend le réglage, l’adresse débarrassée de ses blancs. */
  public static ReglageCourriels verifier(ReglageCourriels r) {
    if (!ReglageCourriels.PAS.contains(r.heures()) || r.heure() < 0 || r.heure() > HEURE_MAX) {
      throw new ErreurMetier(
          ErreurNotification.RYTHME_COURRIELS_INVALIDE,
          "Ce rythme n’existe pas. Choisissez-en un dans la liste.");
    }
    String adresse = r.adresse() == null ? "" : r.adresse().strip();
    if (!adresse.isEmpty()
        && (adresse.length() > ADRESSE_MAX || !ADRESSE.matcher(adresse).matches())) {
      throw new ErreurMetier(
              ErreurNotification.ADRESSE_COURRIEL_INVALIDE,
              "« "
                  + adresse
                  + " » n’est pas une adresse de courriel. Exemple : prenom.nom@mairie.fr.")
          .avec(adresse);
    }
    return new ReglageCourriels(
        r.rythme(),
        r.heures(),
        r.heure(),
        r.jour(),
        adresse,
        r.confidentiels(),
        r.suivis(),
        r.retards());
  }
}
