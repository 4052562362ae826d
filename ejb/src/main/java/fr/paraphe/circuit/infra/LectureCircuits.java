package fr.paraphe.circuit.infra;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.CircuitTrouve;
import fr.paraphe.circuit.Designation;
import fr.paraphe.circuit.ErreurCircuit;
import fr.paraphe.circuit.EtapeReglee;
import fr.paraphe.circuit.Exigences;
import fr.paraphe.circuit.FicheCircuit;
import fr.paraphe.circuit.Mode;
import fr.paraphe.circuit.ReglageCircuit;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lit les circuits pour qui les administre. */
@Dependent
public class LectureCircuits {

  private static final String EMPLOI =
      "(s.circuit_id = c.id OR EXISTS (SELECT 1 FROM regle_selection r WHERE r.sous_type_id = s.id AND r.circuit_id = c.id))";

  private static final String LISTE =
      """
      SELECT c.id, c.nom, (SELECT count(DISTINCT e.rang) FROM etape_modele e WHERE e.circuit_id = c.id),
        (SELECT count(*) FROM sous_type s WHERE s.collectivite_id = c.collectivite_id AND
      """
          + EMPLOI
          + """
      ), count(*) OVER () FROM circuit c WHERE c.collectivite_id = ?1 AND strpos(normalise(c.nom), normalise(?2)) > 0
      ORDER BY normalise(c.nom), c.id LIMIT ?3 OFFSET ?4
      """;

  private static final String EMPLOIS =
      "SELECT t.nom || ' / ' || s.nom FROM circuit c, sous_type s JOIN type_dossier t ON t.id = s.type_id WHERE c.id = ?1 AND c.collectivite_id = ?2 AND s.collectivite_id = ?2 AND "
          + EMPLOI
          + " ORDER BY normalise(t.nom), normalise(s.nom)";

  private static final String ETAPES =
      """
      SELECT e.rang, e.action, e.designation, b.nom_court, e.mode, e.requis, CAST(e.exigences AS text)
      FROM etape_modele e LEFT JOIN bureau b ON b.id = e.bureau_id WHERE e.circuit_id = ?1 ORDER BY e.rang, e.creneau
      """;

  private final EntityManager em;

  @Inject
  public LectureCircuits(EntityManager em) {
    this.em = em;
  }

  public Lot<CircuitTrouve> chercher(CollectiviteId collectivite, String texte, Tranche tranche) {
    List<?> lignes =
        em.createNativeQuery(LISTE)
            .setParameter(1, collectivite.valeur())
            .setParameter(2, texte.strip())
            .setParameter(3, tranche.taille())
            .setParameter(4, tranche.debut())
            .getResultList();
    List<Object[]> colonnes = lignes.stream().map(Object[].class::cast).toList();
    return new Lot<>(
        colonnes.stream()
            .map(c -> new CircuitTrouve(entier(c[0]), (String) c[1], entier(c[2]), entier(c[3])))
            .toList(),
        colonnes.isEmpty() ? 0 : entier(colonnes.get(0)[4]));
  }

  /**
   * @throws ErreurMetier {@link ErreurCircuit#CIRCUIT_ABSENT}, le même d’une autre collectivité
   */
  public FicheCircuit lire(CollectiviteId collectivite, int id) {
    List<?> lignes =
        em.createNativeQuery(
                "SELECT c.version, c.nom, b.nom_court, CAST(c.fin AS text) FROM circuit c LEFT JOIN bureau b ON b.id = c.bureau_final_id WHERE c.id = ?1 AND c.collectivite_id = ?2")
            .setParameter(1, id)
            .setParameter(2, collectivite.valeur())
            .getResultList();
    if (lignes.isEmpty()) {
      throw new ErreurMetier(ErreurCircuit.CIRCUIT_ABSENT, "Ce circuit est introuvable.");
    }
    Object[] c = (Object[]) lignes.get(0);
    Map<Integer, String> noms = noms(collectivite);
    Exigences fin = ConversionExigences.deJson((String) c[3]);
    return new FicheCircuit(
        id,
        entier(c[0]),
        new ReglageCircuit(
            (String) c[1],
            c[2] == null ? "" : (String) c[2],
            etapes(id, noms),
            nommer(fin.notifies(), noms),
            fin.notifieEmetteur()),
        emplois(collectivite, id));
  }

  public List<String> emplois(CollectiviteId collectivite, int id) {
    List<?> lignes =
        em.createNativeQuery(EMPLOIS)
            .setParameter(1, id)
            .setParameter(2, collectivite.valeur())
            .getResultList();
    return lignes.stream().map(String.class::cast).toList();
  }

  private List<EtapeReglee> etapes(int id, Map<Integer, String> noms) {
    List<EtapeReglee> etapes = new ArrayList<>();
    int rang = 0;
    for (Object ligne : em.createNativeQuery(ETAPES).setParameter(1, id).getResultList()) {
      Object[] c = (Object[]) ligne;
      if (entier(c[0]) == rang) {
        EtapeReglee debut = etapes.remove(etapes.size() - 1);
        List<String> bureaux = new ArrayList<>(debut.bureaux());
        bureaux.add((String) c[3]);
        etapes.add(etape(c, bureaux, noms));
      } else {
        etapes.add(etape(c, c[3] == null ? List.of() : List.of((String) c[3]), noms));
      }
      rang = entier(c[0]);
    }
    return etapes;
  }

  private static EtapeReglee etape(Object[] c, List<String> bureaux, Map<Integer, String> noms) {
    Exigences e = ConversionExigences.deJson((String) c[6]);
    return new EtapeReglee(
        ActionDemandee.valueOf((String) c[1]),
        Designation.valueOf((String) c[2]),
        bureaux,
        Mode.valueOf((String) c[4]),
        c[5] == null ? null : entier(c[5]),
        e.validation(),
        e.rejet(),
        nommer(e.notifies(), noms),
        e.notifieEmetteur());
  }

  private Map<Integer, String> noms(CollectiviteId collectivite) {
    Map<Integer, String> noms = new HashMap<>();
    for (Object ligne :
        em.createNativeQuery("SELECT id, nom_court FROM bureau WHERE collectivite_id = ?1")
            .setParameter(1, collectivite.valeur())
            .getResultList()) {
      noms.put(entier(((Object[]) ligne)[0]), (String) ((Object[]) ligne)[1]);
    }
    return noms;
  }

  private static List<String> nommer(List<BureauId> bureaux, Map<Integer, String> noms) {
    return bureaux.stream()
        .map(b -> noms.getOrDefault(b.valeur(), ""))
        .filter(n -> !n.isEmpty())
        .toList();
  }

  private static int entier(Object nombre) {
    return ((Number) nombre).intValue();
  }
}
