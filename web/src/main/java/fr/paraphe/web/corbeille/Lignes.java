package fr.paraphe.web.corbeille;

import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.DossierResume;
import fr.paraphe.web.commun.Dates;
import fr.paraphe.web.commun.Mots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Ce que dit une ligne de liste : son échéance, et ce qui est demandé quand la bannette ne le dit
 * pas déjà.
 */
@Named("lignes")
@ApplicationScoped
public class Lignes {
  private Dates dates;
  private Mots mots;

  protected Lignes() {}

  @Inject
  public Lignes(Dates dates, Mots mots) {
    this.dates = dates;
    this.mots = mots;
  }

  public String echeance(DossierResume dossier) {
    return dossier.dateLimite() == null
        ? mots.dire("liste.sansLimite")
        : mots.dire("liste.avant", dates.jour(dossier.dateLimite()));
  }

  /**
   * Vrai si la personne n’a pas encore ouvert un dossier qu’elle doit traiter ; ailleurs, c’est un
   * autre qui lit.
   */
  public boolean nonLu(DossierResume dossier, Bannette bannette) {
    return filtrable(bannette) && !dossier.lu() && dossier.action().aTraiter();
  }

  /** Vrai pour les bannettes où l’on traite : elles ont des retards et des non lus. */
  public boolean filtrable(Bannette bannette) {
    return bannette == Bannette.A_TRAITER
        || bannette == Bannette.EN_RETARD
        || bannette == Bannette.DELEGUES;
  }

  public String etat(DossierResume dossier, Bannette bannette) {
    if (filtrable(bannette)) {
      return mots.de(dossier.action());
    }
    return bannette.aPastille()
        ? ""
        : mots.dire("liste.chez", mots.de(dossier.action()), dossier.bureauCourant());
  }
}
