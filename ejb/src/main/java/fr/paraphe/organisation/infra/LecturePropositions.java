package fr.paraphe.organisation.infra;

import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.organisation.Proposition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/** Les premières réponses à un bout de nom, par l’index des trigrammes. */
@Dependent
public class LecturePropositions {

  private static final String BUREAUX =
      """
      SELECT nom_court, titre FROM bureau WHERE collectivite_id = ?1 AND actif
        AND normalise(nom_court || ' ' || titre) LIKE normalise(?2) ORDER BY titre, id LIMIT 12
      """;

  private static final String PERSONNES =
      """
      SELECT identifiant, prenom || ' ' || nom FROM utilisateur WHERE collectivite_id = ?1 AND actif
        AND normalise(identifiant || ' ' || prenom || ' ' || nom || ' ' || courriel) LIKE normalise(?2) ORDER BY nom, prenom, id LIMIT 12
      """;

  private final EntityManager em;

  @Inject
  public LecturePropositions(EntityManager em) {
    this.em = em;
  }

  public List<Proposition> bureaux(CollectiviteId collectivite, String texte) {
    return lire(BUREAUX, collectivite, texte);
  }

  public List<Proposition> personnes(CollectiviteId collectivite, String texte) {
    return lire(PERSONNES, collectivite, texte);
  }

  private List<Proposition> lire(String sql, CollectiviteId collectivite, String texte) {
    List<Proposition> propositions = new ArrayList<>();
    for (Object ligne :
        em.createNativeQuery(sql)
            .setParameter(1, collectivite.valeur())
            .setParameter(2, Recherche.contenant(texte))
            .getResultList()) {
      Object[] c = (Object[]) ligne;
      propositions.add(new Proposition((String) c[0], ((String) c[1]).strip()));
    }
    return propositions;
  }
}
