package fr.paraphe.typologie.infra;

import fr.paraphe.circuit.Aiguillages;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.organisation.RoleBureau;
import fr.paraphe.typologie.BureauPropose;
import fr.paraphe.typologie.Cadre;
import fr.paraphe.typologie.MetadonneeAttendue;
import fr.paraphe.typologie.NatureMetadonnee;
import fr.paraphe.typologie.Protocole;
import fr.paraphe.typologie.SousTypeResume;
import fr.paraphe.typologie.TypeResume;
import fr.paraphe.typologie.modele.RegleMetadonnee;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lit la typologie sous les droits d’un acteur. */
@Dependent
public class TypologieLecture {

  /** Droit de créer : sous-type public, ou ouvert à un des bureaux ou groupes de l’acteur. */
  private static final String OUVERT =
      """
       t.collectivite_id = ?1 AND t.actif AND s.actif AND (s.creation_publique OR EXISTS (
         SELECT 1 FROM sous_type_acces a WHERE a.sous_type_id = s.id AND a.droit = 'CREER'
         AND (a.bureau_id = ANY(?2) OR a.groupe_id IN (SELECT g.groupe_id FROM groupe_utilisateur g WHERE g.utilisateur_id = ?3))))
      """;

  private static final String CREABLES =
      "SELECT t.id, t.nom, t.description, s.id, s.nom, s.description FROM type_dossier t JOIN sous_type s ON s.type_id = t.id WHERE"
          + OUVERT
          + " ORDER BY normalise(t.nom), normalise(s.nom)";

  private static final String CADRE =
      """
      SELECT t.id, t.nom, s.id, s.nom, t.protocole, t.format_signature, s.circuit_id, s.cachet_id, s.cachet_automatique, s.multi_document
      FROM type_dossier t JOIN sous_type s ON s.type_id = t.id WHERE
      """
          + OUVERT
          + " AND lower(t.nom) = lower(?4) AND lower(s.nom) = lower(?5)";

  private static final String TYPE_CONNU =
      "SELECT 1 FROM type_dossier WHERE collectivite_id = ?1 AND lower(nom) = lower(?2) AND actif";

  /** Ceux que le sous-type nomme ; s’il n’en nomme aucun, ceux associés au bureau émetteur. */
  private static final String VARIABLES =
      """
      SELECT b.id, b.titre FROM bureau b WHERE b.collectivite_id = ?1 AND b.actif AND CASE
        WHEN EXISTS (SELECT 1 FROM sous_type_acces a WHERE a.sous_type_id = ?2 AND a.droit = 'VARIABLE')
        THEN EXISTS (SELECT 1 FROM sous_type_acces a WHERE a.sous_type_id = ?2 AND a.droit = 'VARIABLE' AND a.bureau_id = b.id)
        ELSE EXISTS (SELECT 1 FROM bureau_associe x WHERE x.bureau_id = ?3 AND x.associe_id = b.id) END
      ORDER BY normalise(b.titre), b.id
      """;

  private static final String METADONNEES =
      """
      SELECT m.nom_court, m.nom_long, m.nature, m.valeurs, sm.defaut, sm.obligatoire, sm.editable
      FROM sous_type_metadonnee sm JOIN metadonnee m ON m.id = sm.metadonnee_id
      WHERE sm.sous_type_id = ?1 ORDER BY sm.ordre, m.nom_court
      """;

  private static final String DECRITES =
      """
      SELECT nom_court, nom_long, nature, valeurs, NULL, false, true FROM metadonnee
      WHERE collectivite_id = ?1 AND nom_court = ANY(?2) ORDER BY normalise(nom_long)
      """;

  private final EntityManager em;
  private final Aiguillages aiguillages;

  @Inject
  public TypologieLecture(EntityManager em, Aiguillages aiguillages) {
    this.em = em;
    this.aiguillages = aiguillages;
  }

  public List<TypeResume> creables(Acteur acteur) {
    Map<Integer, TypeResume> types = new LinkedHashMap<>();
    Map<Integer, List<SousTypeResume>> sousTypes = new LinkedHashMap<>();
    for (Object ligne : sous(acteur, em.createNativeQuery(CREABLES)).getResultList()) {
      Object[] c = (Object[]) ligne;
      int type = entier(c[0]);
      types.putIfAbsent(type, new TypeResume(type, (String) c[1], (String) c[2], List.of()));
      sousTypes
          .computeIfAbsent(type, t -> new ArrayList<>())
          .add(new SousTypeResume(entier(c[3]), (String) c[4], (String) c[5]));
    }
    return types.values().stream()
        .map(t -> new TypeResume(t.id(), t.nom(), t.description(), sousTypes.get(t.id())))
        .toList();
  }

  /**
   * Le cadre d’un sous-type ouvert à l’acteur ; sinon le refus classique, le même que s’il
   * n’existait pas.
   */
  public Cadre exigerCadre(Acteur acteur, String type, String sousType) {
    List<?> lignes =
        sous(acteur, em.createNativeQuery(CADRE))
            .setParameter(4, type)
            .setParameter(5, sousType)
            .getResultList();
    if (lignes.isEmpty()) {
      throw typeConnu(acteur, type)
          ? RegleMetadonnee.sousTypeInconnu(type, sousType)
          : RegleMetadonnee.typeInconnu(type);
    }
    Object[] c = (Object[]) lignes.get(0);
    return new Cadre(
        entier(c[0]),
        (String) c[1],
        entier(c[2]),
        (String) c[3],
        Protocole.valueOf((String) c[4]),
        (String) c[5],
        aiguillages.lire(acteur.collectivite(), entier(c[2]), (Integer) c[6]),
        (Integer) c[7],
        (Boolean) c[8],
        (Boolean) c[9],
        metadonnees(entier(c[2])));
  }

  /** Bureaux qu’un créateur peut choisir pour les étapes variables, par ordre alphabétique. */
  public List<BureauPropose> variables(Acteur acteur, int sousType, BureauId emetteur) {
    List<?> lignes =
        em.createNativeQuery(VARIABLES)
            .setParameter(1, acteur.collectivite().valeur())
            .setParameter(2, sousType)
            .setParameter(3, emetteur.valeur())
            .getResultList();
    return lignes.stream()
        .map(Object[].class::cast)
        .map(c -> new BureauPropose(new BureauId(entier(c[0])), (String) c[1]))
        .toList();
  }

  private boolean typeConnu(Acteur acteur, String type) {
    return !em.createNativeQuery(TYPE_CONNU)
        .setParameter(1, acteur.collectivite().valeur())
        .setParameter(2, type)
        .getResultList()
        .isEmpty();
  }

  private List<MetadonneeAttendue> metadonnees(int sousType) {
    List<?> lignes = em.createNativeQuery(METADONNEES).setParameter(1, sousType).getResultList();
    return lignes.stream().map(l -> metadonnee((Object[]) l)).toList();
  }

  public List<MetadonneeAttendue> metadonnees(
      CollectiviteId collectivite, Collection<String> noms) {
    List<?> lignes =
        em.createNativeQuery(DECRITES)
            .setParameter(1, collectivite.valeur())
            .setParameter(2, noms.toArray(String[]::new))
            .getResultList();
    return lignes.stream().map(l -> metadonnee((Object[]) l)).toList();
  }

  private static MetadonneeAttendue metadonnee(Object[] c) {
    return new MetadonneeAttendue(
        (String) c[0],
        (String) c[1],
        NatureMetadonnee.valueOf((String) c[2]),
        textes(c[3]),
        (String) c[4],
        (Boolean) c[5],
        (Boolean) c[6]);
  }

  private static jakarta.persistence.Query sous(Acteur acteur, jakarta.persistence.Query requete) {
    Integer[] bureaux =
        acteur.tousSesBureaux().stream()
            .filter(b -> acteur.a(b, RoleBureau.PROPRIETAIRE) || acteur.a(b, RoleBureau.SECRETAIRE))
            .map(BureauId::valeur)
            .toArray(Integer[]::new);
    return requete
        .setParameter(1, acteur.collectivite().valeur())
        .setParameter(2, bureaux)
        .setParameter(3, acteur.id().valeur());
  }

  private static List<String> textes(Object tableau) {
    try {
      Object valeurs = tableau instanceof Array sql ? sql.getArray() : tableau;
      return Arrays.asList((String[]) valeurs);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int entier(Object nombre) {
    return ((Number) nombre).intValue();
  }
}
