package fr.paraphe.dossier;

import fr.paraphe.socle.ErreurMetier;
import java.util.Optional;

/**
 * Résultat d’un dossier en seconde phase.
 *
 * @param refus vide si le dossier est signé
 */
public record ResultatSignature(IdentifiantDossier dossier, Optional<ErreurMetier> refus) {

  public boolean signe() {
    return refus.isEmpty();
  }

  /** La phrase française du refus ; vide si {@link #signe()}. */
  public String raison() {
    return refus.map(ErreurMetier::getMessage).orElse("");
  }
}
