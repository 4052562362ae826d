package fr.paraphe.web.erreur;

import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import fr.paraphe.stockage.Limite;
import fr.paraphe.web.commun.Mots;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * La phrase d’un refus dans la langue de la page. Le français est celui que le domaine a écrit ;
 * l’anglais est au catalogue, par code. Ce que l’anglais ne sait pas dire reste en français plutôt
 * que de montrer une phrase à trous.
 */
public final class PhraseRefus {
  static final String CATALOGUE = "fr.paraphe.web.refus";
  private static final long MO = 1_000_000L;

  private PhraseRefus() {}

  public static String dans(Locale locale, ErreurMetier refus) {
    if (!Locale.ENGLISH.getLanguage().equals(locale.getLanguage())) {
      return refus.getMessage();
    }
    ResourceBundle anglais = ResourceBundle.getBundle(CATALOGUE, Locale.ENGLISH);
    String cle = "refus." + refus.code().name();
    if (!anglais.containsKey(cle)) {
      return refus.getMessage();
    }
    MessageFormat patron = new MessageFormat(anglais.getString(cle), Locale.ENGLISH);
    boolean complet = patron.getFormatsByArgumentIndex().length <= refus.valeurs().size();
    return complet
        ? patron.format(refus.valeurs().stream().map(v -> dire(anglais, v)).toArray())
        : refus.getMessage();
  }

  private static Object dire(ResourceBundle anglais, Object valeur) {
    if (valeur instanceof Enum<?> e) {
      String cle = e.getDeclaringClass().getSimpleName() + "." + e.name();
      return anglais.containsKey(cle) ? anglais.getString(cle) : Mots.dire(Locale.ENGLISH, cle);
    }
    if (valeur instanceof Instant instant) {
      return DateTimeFormatter.ofPattern("d MMM yyyy 'at' HH:mm", Locale.ENGLISH)
          .withZone(Horloge.ZONE)
          .format(instant);
    }
    if (valeur instanceof Limite limite) {
      return limite.octets() >= MO ? limite.octets() / MO + " MB" : limite.octets() + " bytes";
    }
    return valeur;
  }
}
