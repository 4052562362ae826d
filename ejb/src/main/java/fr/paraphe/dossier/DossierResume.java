package fr.paraphe.dossier;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.organisation.BureauId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Une ligne de corbeille.
 *
 * @param bureauCourant bureau où le dossier attend
 * @param joursRetard jours écoulés depuis la date limite d’un dossier à traiter ; 0 s’il n’est pas
 *     en retard
 */
public record DossierResume(
    IdentifiantDossier id,
    String titre,
    String type,
    String sousType,
    ActionDemandee action,
    BureauId bureauCourantId,
    String bureauCourant,
    String bureauEmetteur,
    Instant arriveeLe,
    Instant creeLe,
    LocalDate dateLimite,
    long joursRetard,
    boolean lu) {

  public boolean enRetard() {
    return joursRetard > 0;
  }
}
