package fr.paraphe.typologie.infra;

import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.typologie.MetadonneeDefinie;
import fr.paraphe.typologie.NatureMetadonnee;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Lit le dictionnaire des métadonnées d’une collectivité. */
@Dependent
public class DictionnaireLecture {

  private static final String DICTIONNAIRE =
      "SELECT nom_court, nom_long, nature FROM metadonnee WHERE collectivite_id = ?1 ORDER BY nom_court";

  private final EntityManager em;

  @Inject
  public DictionnaireLecture(EntityManager em) {
    this.em = em;
  }

  public List<MetadonneeDefinie> lire(CollectiviteId collectivite) {
    List<?> lignes =
        em.createNativeQuery(DICTIONNAIRE).setParameter(1, collectivite.valeur()).getResultList();
    return lignes.stream().map(l -> definition((Object[]) l)).toList();
  }

  private static MetadonneeDefinie definition(Object[] c) {
    return new MetadonneeDefinie(
        (String) c[0], (String) c[1], NatureMetadonnee.valueOf((String) c[2]));
  }
}
