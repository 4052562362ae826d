package fr.paraphe.circuit;

import fr.paraphe.circuit.infra.RegleRepository;
import fr.paraphe.organisation.CollectiviteId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** L’aiguillage des sous-types d’une collectivité. */
@Dependent
public class Aiguillages {

  private final RegleRepository regles;

  @Inject
  public Aiguillages(RegleRepository regles) {
    this.regles = regles;
  }

  /**
   * @param circuitFixe {@code null} : ce sous-type a une table de règles
   */
  public Aiguillage lire(CollectiviteId collectivite, int sousType, Integer circuitFixe) {
    return circuitFixe != null
        ? Aiguillage.fixe(circuitFixe)
        : new Aiguillage(null, regles.lire(collectivite, sousType));
  }

  /** Pose les règles d’un sous-type à la place des siennes ; aucune, s’il a un circuit fixe. */
  public void poser(CollectiviteId collectivite, int sousType, Aiguillage aiguillage) {
    regles.remplacer(
        collectivite, sousType, aiguillage.parRegles() ? aiguillage.regles() : List.of());
  }
}
