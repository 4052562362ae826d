package fr.paraphe.dossier.infra;

import fr.paraphe.organisation.ActeurCourant;
import fr.paraphe.stockage.Deposant;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** On dépose pour la collectivité de l’acteur courant. */
@Dependent
public class DeposantCourant implements Deposant {

  private final ActeurCourant acteur;

  @Inject
  public DeposantCourant(ActeurCourant acteur) {
    this.acteur = acteur;
  }

  @Override
  public int collectivite() {
    return acteur.exiger().collectivite().valeur();
  }
}
