package fr.paraphe.signature;

import fr.paraphe.signature.infra.ClesInstallation;
import fr.paraphe.socle.Horloge;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Les autorités que cette installation reconnaît, et celle d’essai. */
@Dependent
public class Autorites {

  private final ClesInstallation cles;
  private final Horloge horloge;

  @Inject
  public Autorites(ClesInstallation cles, Horloge horloge) {
    this.cles = cles;
    this.horloge = horloge;
  }

  /** Ancres pour les contrôles et la validation ; vide si l’administrateur n’en a déposé aucune. */
  public List<X509Certificate> reconnues() {
    return cles.autoritesReconnues();
  }

  /** L’autorité d’essai, créée et reconnue la première fois : démonstration et tests seulement. */
  public AutoriteEssai essai() throws IOException {
    try {
      return cles.autoriteEssai(horloge.maintenant());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("autorité d’essai impossible à créer", e);
    }
  }
}
