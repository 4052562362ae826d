package fr.paraphe.organisation.infra;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;

/**
 * Combien d’essais demande un mot de passe à qui connaît les listes de mots, les suites de touches
 * et les dates.
 */
@ApplicationScoped
public class Devinette {

  /** De 0 à 4 ; 3 : plus de cent millions d’essais. */
  private static final int NOTE_MIN = 3;

  private Nbvcxz juge;

  public boolean resiste(String choisi) {
    return juge().estimate(choisi).getBasicScore() >= NOTE_MIN;
  }

  private synchronized Nbvcxz juge() {
    if (juge == null) {
      juge = new Nbvcxz(new ConfigurationBuilder().setLocale(Locale.ENGLISH).createConfiguration());
    }
    return juge;
  }
}
