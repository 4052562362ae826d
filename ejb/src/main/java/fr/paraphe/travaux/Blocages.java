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
 * à la frontière qui l’appelle de l’avoir fait.
 *
 * <p>Partout, {@code collectivite} borne ce qui se voit et se touche ; {@code null} vaut toute
 * l’instance.
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
  public Lot<TravailBloque> lister(Integer collectivite, Tranche tranche) {
    return blocages.lister(collectivite, tranche);
  }

  public List<EtatDeLaFile> etat(Integer collectivite) {
    return blocages.etat(collectivite);
  }

  /**
   * Remet le travail dans la file, avec tous ses essais. Faux s’il n’y a là rien de bloqué. Si un
   * autre, de même clé, a pris sa place entre-temps, il la garde et celui-ci disparaît.
   */
  public boolean relancer(Integer collectivite, long id) {
    return blocages.relancer(collectivite, id, horloge.maintenant());
  }

  /** Retire le travail pour de bon. Faux s’il n’y a là rien de bloqué. */
  public boolean abandonner(Integer collectivite, long id) {
    return blocages.abandonner(collectivite, id);
  }
}
