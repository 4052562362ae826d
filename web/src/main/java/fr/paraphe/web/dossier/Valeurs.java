package fr.paraphe.web.dossier;

import fr.paraphe.dossier.MetadonneeVue;
import fr.paraphe.web.commun.Dates;
import fr.paraphe.web.commun.Mots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;

/** Les valeurs des métadonnées comme on les lit : « 24 nov. », « 18 400,50 », « Oui ». */
@Named("valeurs")
@ApplicationScoped
public class Valeurs {
  private static final int DECIMALES_MAX = 20;

  private Dates dates;
  private Mots mots;

  protected Valeurs() {}

  @Inject
  public Valeurs(Dates dates, Mots mots) {
    this.dates = dates;
    this.mots = mots;
  }

  public String lisible(MetadonneeVue m) {
    return lisible(mots.langue(), dates::jour, m);
  }

  /** Une valeur qui ne se lit pas selon sa nature est montrée telle quelle. */
  static String lisible(Locale locale, Function<LocalDate, String> jour, MetadonneeVue m) {
    try {
      return switch (m.nature()) {
        case DATE -> jour.apply(LocalDate.parse(m.valeur()));
        case ENTIER, DECIMAL -> nombre(locale, new BigDecimal(m.valeur()));
        case BOOLEEN ->
            Mots.dire(locale, Boolean.parseBoolean(m.valeur()) ? "valeur.oui" : "valeur.non");
        case TEXTE, URL -> m.valeur();
      };
    } catch (DateTimeException | NumberFormatException illisible) {
      return m.valeur();
    }
  }

  /** L’espace fine que Java met entre les milliers n’est pas dans notre police. */
  static String nombre(Locale locale, BigDecimal valeur) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(DECIMALES_MAX);
    format.setMinimumFractionDigits(Math.max(valeur.scale(), 0));
    return format.format(valeur).replace('\u202f', '\u00a0');
  }
}
