package fr.paraphe.dossier;

import fr.paraphe.circuit.ActionDemandee;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Un dossier en circulation, vu par qui l’administre : où il est et depuis quand, jamais son
 * contenu.
 *
 * @param titre vide pour un dossier confidentiel (features.md L19)
 * @param action ce que le bureau où il attend doit en faire
 * @param depuis son arrivée à cette étape
 * @param bureaux autres bureaux qui l’attendent en même temps : 0 hors d’une étape parallèle
 * @param joursRetard 0 si sa date limite n’est pas dépassée
 */
public record DossierSurveille(
    IdentifiantDossier id,
    String titre,
    String type,
    String sousType,
    ActionDemandee action,
    String bureau,
    int bureaux,
    String bureauEmetteur,
    Instant creeLe,
    Instant depuis,
    LocalDate dateLimite,
    long joursRetard) {

  public boolean confidentiel() {
    return titre.isEmpty();
  }
}
