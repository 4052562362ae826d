package fr.paraphe.circuit.infra;

import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Les bureaux qu’un connecteur désigne par leur nom. */
@Dependent
public class BureauxNommes {

  private static final String BUREAU =
      "SELECT id FROM bureau WHERE collectivite_id = ?1 AND lower(nom_court) = lower(?2) AND actif AND peut_traiter";

  private final EntityManager em;

  @Inject
  public BureauxNommes(EntityManager em) {
    this.em = em;
  }

  /** Le bureau actif de ce nom, qui peut traiter des dossiers. */
  public Optional<BureauId> chercher(CollectiviteId collectivite, String nom) {
    List<?> lignes =
        em.createNativeQuery(BUREAU)
            .setParameter(1, collectivite.valeur())
            .setParameter(2, nom)
            .getResultList();
    return lignes.stream().findFirst().map(id -> new BureauId(((Number) id).intValue()));
  }
}
