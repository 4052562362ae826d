package fr.paraphe.web.commun;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Les textes montrés, en français et en anglais. Une clé absente est une faute de programmation,
 * vue par les tests.
 */
@Named("mots")
@ApplicationScoped
public class Mots {
  static final String CATALOGUE = "fr.paraphe.web.messages";

  public String dire(String cle) {
    return dire(locale(), cle);
  }

  public String dire(String cle, Object a) {
    return dire(locale(), cle, a);
  }

  public String dire(String cle, Object a, Object b) {
    return dire(locale(), cle, a, b);
  }

  public String dire(String cle, Object a, Object b, Object c) {
    return dire(locale(), cle, a, b, c);
  }

  /** Le texte de cette clé, ou celui-ci si le catalogue ne la connaît pas. */
  public String ou(String cle, String sinon) {
    ResourceBundle textes = ResourceBundle.getBundle(CATALOGUE, locale());
    return textes.containsKey(cle) ? textes.getString(cle) : sinon;
  }

  /** Le texte d’une valeur d’énumération : clé {@code NomDeLEnumeration.VALEUR}. */
  public String de(Enum<?> valeur) {
    return valeur == null
        ? ""
        : dire(locale(), valeur.getDeclaringClass().getSimpleName() + "." + valeur.name());
  }

  /** La langue de la page en cours ; le français hors d’une page. */
  public Locale langue() {
    return locale();
  }

  public static String dire(Locale locale, String cle, Object... valeurs) {
    String patron = ResourceBundle.getBundle(CATALOGUE, locale).getString(cle);
    return valeurs.length == 0 ? patron : new MessageFormat(patron, locale).format(valeurs);
  }

  static Locale locale() {
    FacesContext contexte = FacesContext.getCurrentInstance();
    boolean vue = contexte != null && contexte.getViewRoot() != null;
    return vue ? contexte.getViewRoot().getLocale() : Locale.FRENCH;
  }
}
