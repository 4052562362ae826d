package fr.paraphe.dossier.infra;

import fr.paraphe.organisation.ActeurCourant;
import fr.paraphe.socle.Transactions;
import fr.paraphe.stockage.Deposant;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** On dépose pour sa propre collectivité, jamais pour une autre. */
@Dependent
public class DeposantCourant implements Deposant {

  private final ActeurCourant acteurs;
  private final Transactions transactions;

  @Inject
  public DeposantCourant(ActeurCourant acteurs, Transactions transactions) {
    this.acteurs = acteurs;
    this.transactions = transactions;
  }

  @Override
  public int collectivite() {
    return transactions.nouvelle(() -> acteurs.exiger().collectivite().valeur());
  }
}
