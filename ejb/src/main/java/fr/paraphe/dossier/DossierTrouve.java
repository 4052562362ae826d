package fr.paraphe.dossier;

import java.time.Instant;

/**
 * Une ligne de RechercherDossiers. {@code acces} : {@code OK}, {@code KO} ou {@code Recuperable}
 * (contrat §J).
 */
public record DossierTrouve(IdentifiantDossier id, Statut statut, Instant statutLe, Acces acces) {

  public enum Acces {
    OK,
    KO,
    RECUPERABLE
  }
}
