package fr.paraphe.web.commun;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.text.NumberFormat;

/** Les tailles de fichier comme on les lit : « 184 ko », « 3,1 Mo » (unités décimales). */
@Named("tailles")
@ApplicationScoped
public class Tailles {
  private static final int PAS = 1000;

  public String de(long octets) {
    String[] unites = Mots.dire(Mots.locale(), "js.unites").split("\\|");
    double valeur = octets;
    int rang = 0;
    while (valeur >= PAS && rang < unites.length - 1) {
      valeur /= PAS;
      rang++;
    }
    NumberFormat nombre = NumberFormat.getInstance(Mots.locale());
    nombre.setMaximumFractionDigits(rang > 1 ? 1 : 0);
    return nombre.format(valeur) + "\u00a0" + unites[rang];
  }
}
