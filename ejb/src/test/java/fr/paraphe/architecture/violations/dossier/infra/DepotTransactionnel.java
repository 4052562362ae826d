package fr.paraphe.architecture.violations.dossier.infra;

import jakarta.transaction.Transactional;

/** Une transaction ouverte dans l’infrastructure. */
public class DepotTransactionnel {
  @Transactional
  public void ecrire() {}
}
