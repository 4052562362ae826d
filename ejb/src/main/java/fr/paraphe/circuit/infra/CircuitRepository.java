package fr.paraphe.circuit.infra;

import fr.paraphe.circuit.ErreurCircuit;
import fr.paraphe.circuit.EtapePrevue;
import fr.paraphe.circuit.EtapeResolue;
import fr.paraphe.circuit.modele.Circuit;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.socle.ErreurMetier;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Les circuits en base, et ce qu’il faut de la hiérarchie pour les résoudre. */
@Dependent
public class CircuitRepository {

  private static final String CIRCUIT =
      "SELECT c FROM Circuit c LEFT JOIN FETCH c.etapes WHERE c.id = :id AND c.collectiviteId = :collectivite";

  private static final String NOMS =
      """
      SELECT b.id, b.nom_court, trim(u.prenom || ' ' || u.nom)
      FROM bureau b
      LEFT JOIN bureau_utilisateur t ON t.bureau_id = b.id AND t.role = 'PROPRIETAIRE'
      LEFT JOIN utilisateur u ON u.id = t.utilisateur_id AND u.actif
      WHERE b.id = ANY(?1) ORDER BY u.nom, u.prenom
      """;

  private final EntityManager em;

  @Inject
  public CircuitRepository(EntityManager em) {
    this.em = em;
  }

  public Circuit exiger(CollectiviteId collectivite, int id) {
    return em.createQuery(CIRCUIT, Circuit.class)
        .setParameter("id", id)
        .setParameter("collectivite", collectivite.valeur())
        .getResultStream()
        .findFirst()
        .orElseThrow(
            () ->
                new ErreurMetier(
                    ErreurCircuit.CIRCUIT_INTROUVABLE,
                    "Le circuit de ce sous-type n’existe plus."));
  }

  public Optional<BureauId> superieur(BureauId bureau) {
    List<?> lignes =
        em.createNativeQuery(
                "SELECT superieur_id FROM bureau WHERE id = ?1 AND superieur_id IS NOT NULL")
            .setParameter(1, bureau.valeur())
            .getResultList();
    return lignes.stream().findFirst().map(id -> new BureauId(((Number) id).intValue()));
  }

  public List<EtapePrevue> nommer(List<EtapeResolue> etapes) {
    Map<Integer, String> noms = new HashMap<>();
    Map<Integer, List<String>> proprietaires = new HashMap<>();
    Integer[] ids =
        etapes.stream().map(e -> e.bureau().valeur()).distinct().toArray(Integer[]::new);
    for (Object ligne : em.createNativeQuery(NOMS).setParameter(1, ids).getResultList()) {
      Object[] c = (Object[]) ligne;
      int id = ((Number) c[0]).intValue();
      noms.put(id, (String) c[1]);
      List<String> personnes = proprietaires.computeIfAbsent(id, b -> new ArrayList<>());
      if (c[2] != null) {
        personnes.add((String) c[2]);
      }
    }
    return etapes.stream()
        .map(
            e ->
                new EtapePrevue(
                    e.action(),
                    noms.get(e.bureau().valeur()),
                    proprietaires.get(e.bureau().valeur())))
        .toList();
  }
}
