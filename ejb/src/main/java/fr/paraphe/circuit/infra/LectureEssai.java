package fr.paraphe.circuit.infra;

import fr.paraphe.circuit.Aiguillage;
import fr.paraphe.circuit.EtapeDesignee;
import fr.paraphe.circuit.Regle;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.socle.Horloge;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Ce qu’une simulation regarde autour d’un circuit. */
@Dependent
public class LectureEssai {

  /** Un instant au milieu du jour demandé : une délégation couvre des jours entiers. */
  private static final String DELEGUES =
      """
      SELECT d.bureau_id, x.titre FROM delegation d JOIN bureau x ON x.id = d.delegue_id
      WHERE d.bureau_id = ANY(?1) AND d.periode @> CAST(?2 AS timestamptz) ORDER BY normalise(x.titre)
      """;

  private static final String SANS_CACHET =
      """
      SELECT 1 FROM sous_type s WHERE s.collectivite_id = ?1 AND s.actif AND s.cachet_id IS NULL AND (s.circuit_id = ?2
        OR EXISTS (SELECT 1 FROM regle_selection r WHERE r.sous_type_id = s.id AND r.circuit_id = ?2))
      """;

  private final EntityManager em;
  private final RegleRepository regles;

  @Inject
  public LectureEssai(EntityManager em, RegleRepository regles) {
    this.em = em;
    this.regles = regles;
  }

  /** Titres des délégués de chaque bureau, ce jour-là à midi. */
  public Map<Integer, List<String>> delegues(List<EtapeDesignee> etapes, LocalDate jour) {
    Map<Integer, List<String>> delegues = new HashMap<>();
    for (Object ligne :
        em.createNativeQuery(DELEGUES)
            .setParameter(1, bureaux(etapes))
            .setParameter(2, Timestamp.from(jour.atTime(12, 0).atZone(Horloge.ZONE).toInstant()))
            .getResultList()) {
      Object[] c = (Object[]) ligne;
      delegues
          .computeIfAbsent(((Number) c[0]).intValue(), b -> new ArrayList<>())
          .add((String) c[1]);
    }
    return delegues;
  }

  public Set<Integer> fermes(List<EtapeDesignee> etapes) {
    List<?> ids =
        em.createNativeQuery("SELECT id FROM bureau WHERE id = ANY(?1) AND NOT actif")
            .setParameter(1, bureaux(etapes))
            .getResultList();
    return ids.stream().map(id -> ((Number) id).intValue()).collect(Collectors.toSet());
  }

  public boolean sansCachet(CollectiviteId collectivite, int circuit) {
    return !em.createNativeQuery(SANS_CACHET)
        .setParameter(1, collectivite.valeur())
        .setParameter(2, circuit)
        .getResultList()
        .isEmpty();
  }

  public boolean regleJamaisAtteinte(CollectiviteId collectivite, int circuit) {
    List<?> sousTypes =
        em.createNativeQuery(
                "SELECT DISTINCT sous_type_id FROM regle_selection WHERE collectivite_id = ?1 AND circuit_id = ?2")
            .setParameter(1, collectivite.valeur())
            .setParameter(2, circuit)
            .getResultList();
    return sousTypes.stream()
        .map(s -> regles.lire(collectivite, ((Number) s).intValue()))
        .anyMatch(table -> atteint(table, circuit));
  }

  private static boolean atteint(List<Regle> table, int circuit) {
    return new Aiguillage(null, table)
        .jamaisAtteintes().stream().anyMatch(i -> table.get(i).circuitId() == circuit);
  }

  private static Integer[] bureaux(List<EtapeDesignee> etapes) {
    return etapes.stream()
        .filter(e -> e.bureau() != null)
        .map(e -> e.bureau().valeur())
        .distinct()
        .toArray(Integer[]::new);
  }
}
