package fr.paraphe.circuit.infra;

import fr.paraphe.circuit.ErreurCircuit;
import fr.paraphe.circuit.EtapeDesignee;
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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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

  /**
   * @throws ErreurMetier {@link ErreurCircuit#BUREAU_FERME} : un dossier s’y perdrait
   */
  public void exigerOuverts(List<EtapeResolue> etapes) {
    Integer[] ids =
        etapes.stream().map(e -> e.bureau().valeur()).distinct().toArray(Integer[]::new);
    List<?> fermes =
        em.createNativeQuery("SELECT titre FROM bureau WHERE id = ANY(?1) AND NOT actif")
            .setParameter(1, ids)
            .getResultList();
    if (!fermes.isEmpty()) {
      throw new ErreurMetier(
              ErreurCircuit.BUREAU_FERME,
              "Le circuit passe par le bureau « "
                  + fermes.get(0)
                  + " », qui est fermé. Signalez-le à votre administrateur.")
          .avec(fermes.get(0));
    }
  }

  /** Les étapes avec les noms à montrer. */
  public List<EtapePrevue> nommer(List<EtapeDesignee> etapes) {
    Map<Integer, String> noms = new HashMap<>();
    Map<Integer, List<String>> proprietaires = new HashMap<>();
    Integer[] ids = bureaux(etapes).map(BureauId::valeur).distinct().toArray(Integer[]::new);
    for (Object ligne : em.createNativeQuery(NOMS).setParameter(1, ids).getResultList()) {
      Object[] c = (Object[]) ligne;
      int id = ((Number) c[0]).intValue();
      noms.put(id, (String) c[1]);
      List<String> personnes = proprietaires.computeIfAbsent(id, b -> new ArrayList<>());
      if (c[2] != null) {
        personnes.add((String) c[2]);
      }
    }
    return etapes.stream().map(e -> prevue(e, noms, proprietaires)).toList();
  }

  private static Stream<BureauId> bureaux(List<EtapeDesignee> etapes) {
    return Stream.concat(
        etapes.stream().map(EtapeDesignee::bureau).filter(Objects::nonNull),
        etapes.stream().flatMap(e -> e.exigences().notifies().stream()));
  }

  private static EtapePrevue prevue(
      EtapeDesignee e, Map<Integer, String> noms, Map<Integer, List<String>> proprietaires) {
    Integer bureau = e.bureau() == null ? null : e.bureau().valeur();
    return new EtapePrevue(
        e.action(),
        noms.getOrDefault(bureau, ""),
        proprietaires.getOrDefault(bureau, List.of()),
        e.mode(),
        e.creneau(),
        e.requis(),
        e.exigences().notifies().stream().map(b -> noms.getOrDefault(b.valeur(), "")).toList());
  }
}
