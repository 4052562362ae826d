package fr.paraphe.web.dossier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** La part d’un document qu’un navigateur demande (RFC 9110 §14) ; bornes incluses, en octets. */
record Intervalle(long debut, long fin) {
  private static final Pattern FORME = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  long longueur() {
    return fin - debut + 1;
  }

  /**
   * L’intervalle demandé ; vide si l’en-tête manque, est multiple ou mal formé : on sert alors le
   * tout.
   */
  static Optional<Intervalle> lire(String entete, long taille) {
    Matcher m = FORME.matcher(entete == null ? "" : entete.strip());
    if (!m.matches() || m.group(1).isEmpty() && m.group(2).isEmpty()) {
      return Optional.empty();
    }
    if (m.group(1).isEmpty()) {
      return Optional.of(
          new Intervalle(Math.max(0, taille - Long.parseLong(m.group(2))), taille - 1));
    }
    long debut = Long.parseLong(m.group(1));
    long fin = m.group(2).isEmpty() ? taille - 1 : Math.min(Long.parseLong(m.group(2)), taille - 1);
    return Optional.of(new Intervalle(debut, fin));
  }

  boolean satisfaisable(long taille) {
    return debut <= fin && debut < taille;
  }
}
