package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.modele.Auteur;
import fr.paraphe.dossier.modele.Dossier;
import fr.paraphe.dossier.modele.Porte;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.typologie.Cadres;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Lit en base ce que la porte doit savoir, puis la fait franchir. */
@Dependent
public class Guichet {

  private final DossierRepository dossiers;
  private final Cadres cadres;

  @Inject
  public Guichet(DossierRepository dossiers, Cadres cadres) {
    this.dossiers = dossiers;
    this.cadres = cadres;
  }

  /**
   * @throws fr.paraphe.socle.ErreurMetier les refus de {@link Porte#franchir}, et
   *     METADONNEE_INVALIDE si une valeur saisie n’est pas de sa nature
   */
  public Auteur franchir(Acteur acteur, Dossier dossier, Action action, Avis avis) {
    Auteur auteur = new Porte(dossiers::nomUtilisateur).franchir(acteur, dossier, action, avis);
    cadres.verifierSaisies(acteur.collectivite(), avis.metadonnees());
    return auteur;
  }
}
