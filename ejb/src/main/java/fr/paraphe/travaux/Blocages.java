package fr.paraphe.travaux;

import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import fr.paraphe.travaux.infra.BlocageRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Les travaux bloqués : les voir, les relancer, les abandonner. Ne regarde pas qui demande : c’est
 * à la frontière qui l’appelle de l’avoir fait, et de dire sa portée.
 */
@Dependent
public class Blocages {

  private final BlocageRepository blocages;
  private final Horloge horloge;

  @Inject
  public Blocages(BlocageRepository blocages, Horloge horloge) {
    this.blocages = blocages;
    this.horloge = horloge;
  }

  /** Les plus récents d’abord. */
  public Lot<TravailBloque> lister(Portee portee, Tranche tranche) {
    return blocages.lister(portee, tranche);
  }

  public List<EtatDeLaFile> etat(Portee portee) {
    return blocages.etat(portee);
  }

  /**
   * Remet le travail dans la file, avec tous ses essais. Faux s’il n’y a là rien de bloqué. Si un
   * autre, de même clé, a pris sa place entre-temps, il la garde et celui-ci disparaît.
   */
  public boolean relancer(Portee portee, long id) {
    return blocages.relancer(portee, id, horloge.maintenant());
  }

  /** Retire le travail pour de bon. Faux s’il n’y a là rien de bloqué. */
  public boolean abandonner(Portee portee, long id) {
    return blocages.abandonner(portee, id);
  }
}
