package fr.paraphe.organisation.infra;

import fr.paraphe.organisation.ActeurDeBureau;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.BureauTrouve;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.organisation.EmploiBureau;
import fr.paraphe.organisation.RoleBureau;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lit les bureaux pour l’administration. */
@Dependent
public class LectureBureaux {

  private static final String CHERCHER =
      """
      SELECT b.id, b.nom_court, b.titre, coalesce(s.titre, ''),
        (SELECT count(*) FROM bureau_utilisateur x WHERE x.bureau_id = b.id AND x.role IN ('PROPRIETAIRE', 'SECRETAIRE')),
        b.actif, count(*) OVER ()
      FROM bureau b LEFT JOIN bureau s ON s.id = b.superieur_id
      WHERE b.collectivite_id = ?1 AND (?2 = '%' OR b.id IN (
          SELECT id FROM bureau WHERE collectivite_id = ?1 AND normalise(nom_court || ' ' || titre) LIKE normalise(?2)
          UNION SELECT x.bureau_id FROM bureau_utilisateur x JOIN utilisateur u ON u.id = x.utilisateur_id
          WHERE u.collectivite_id = ?1 AND normalise(u.identifiant || ' ' || u.prenom || ' ' || u.nom || ' ' || u.courriel) LIKE normalise(?2)))
        AND (CAST(?3 AS text) IS NULL OR b.id = ANY(CAST(string_to_array(CAST(?3 AS text), ',') AS integer[])))
      ORDER BY b.titre, b.id LIMIT ?4 OFFSET ?5
      """;

  private static final String ACTEURS =
      """
      SELECT u.id, u.identifiant, u.prenom || ' ' || u.nom, x.role FROM bureau_utilisateur x JOIN utilisateur u ON u.id = x.utilisateur_id
      WHERE x.bureau_id = ?1 ORDER BY x.role, u.nom, u.prenom, u.id
      """;

  private static final String CHEMIN =
      """
      WITH RECURSIVE haut(titre, superieur_id, degre) AS (
        SELECT s.titre, s.superieur_id, 1 FROM bureau b JOIN bureau s ON s.id = b.superieur_id WHERE b.id = ?1
        UNION ALL SELECT s.titre, s.superieur_id, h.degre + 1 FROM haut h JOIN bureau s ON s.id = h.superieur_id WHERE h.degre < 50)
      SELECT titre FROM haut ORDER BY degre DESC
      """;

  private static final String EN_COURS =
      """
      SELECT count(*) FROM dossier d WHERE d.clos_le IS NULL AND d.collectivite_id = ?2 AND (d.bureau_emetteur_id = ?1
        OR EXISTS (SELECT 1 FROM etape e WHERE e.dossier_id = d.id AND e.bureau_id = ?1 AND e.decision IS NULL))
      """;

  private static final String CIRCUITS =
      """
      SELECT nom FROM circuit WHERE bureau_final_id = ?1 OR id IN (SELECT circuit_id FROM etape_modele WHERE bureau_id = ?1) ORDER BY nom
      """;

  private static final String DELEGATIONS =
      """
      SELECT b.titre || ' → ' || d2.titre FROM delegation d JOIN bureau b ON b.id = d.bureau_id JOIN bureau d2 ON d2.id = d.delegue_id
      WHERE (d.bureau_id = ?1 OR d.delegue_id = ?1) AND (upper_inf(d.periode) OR upper(d.periode) > ?2) ORDER BY 1
      """;

  private static final int EXEMPLES = 10;

  private final EntityManager em;

  @Inject
  public LectureBureaux(EntityManager em) {
    this.em = em;
  }

  public Lot<BureauTrouve> chercher(
      CollectiviteId collectivite, String texte, Optional<Set<BureauId>> permis, Tranche tranche) {
    List<?> lignes =
        em.createNativeQuery(CHERCHER)
            .setParameter(1, collectivite.valeur())
            .setParameter(2, Recherche.contenant(texte))
            .setParameter(3, Recherche.parmi(permis))
            .setParameter(4, tranche.taille())
            .setParameter(5, tranche.debut())
            .getResultList();
    long total = lignes.isEmpty() ? 0 : ((Number) ((Object[]) lignes.get(0))[6]).longValue();
    return new Lot<>(lignes.stream().map(l -> trouve((Object[]) l)).toList(), total);
  }

  private static BureauTrouve trouve(Object[] c) {
    return new BureauTrouve(
        new BureauId(((Number) c[0]).intValue()),
        (String) c[1],
        (String) c[2],
        (String) c[3],
        ((Number) c[4]).longValue(),
        (Boolean) c[5]);
  }

  public List<ActeurDeBureau> acteurs(int bureau) {
    List<ActeurDeBureau> acteurs = new ArrayList<>();
    for (Object ligne : em.createNativeQuery(ACTEURS).setParameter(1, bureau).getResultList()) {
      Object[] c = (Object[]) ligne;
      acteurs.add(
          new ActeurDeBureau(
              ((Number) c[0]).intValue(),
              (String) c[1],
              ((String) c[2]).strip(),
              RoleBureau.valueOf((String) c[3])));
    }
    return acteurs;
  }

  /** La personne de cet identifiant, dans la collectivité, si son compte est ouvert. */
  public Optional<ActeurDeBureau> personne(
      CollectiviteId collectivite, String identifiant, RoleBureau role) {
    List<?> lignes =
        em.createNativeQuery(
                "SELECT id, identifiant, prenom || ' ' || nom FROM utilisateur WHERE collectivite_id = ?1 AND lower(identifiant) = lower(?2) AND actif")
            .setParameter(1, collectivite.valeur())
            .setParameter(2, identifiant)
            .getResultList();
    return lignes.stream()
        .findFirst()
        .map(l -> (Object[]) l)
        .map(
            c ->
                new ActeurDeBureau(
                    ((Number) c[0]).intValue(), (String) c[1], ((String) c[2]).strip(), role));
  }

  public List<String> chemin(int bureau) {
    return textes(em.createNativeQuery(CHEMIN).setParameter(1, bureau));
  }

  public String nomCourt(Integer bureau) {
    return bureau == null
        ? ""
        : textes(
                em.createNativeQuery("SELECT nom_court FROM bureau WHERE id = ?1")
                    .setParameter(1, bureau))
            .get(0);
  }

  public List<String> associes(int bureau) {
    return textes(
        em.createNativeQuery(
                "SELECT b.nom_court FROM bureau_associe a JOIN bureau b ON b.id = a.associe_id WHERE a.bureau_id = ?1 ORDER BY 1")
            .setParameter(1, bureau));
  }

  public List<String> metadonnees(int bureau) {
    return textes(
        em.createNativeQuery(
                "SELECT m.nom_court FROM bureau_metadonnee x JOIN metadonnee m ON m.id = x.metadonnee_id WHERE x.bureau_id = ?1 ORDER BY 1")
            .setParameter(1, bureau));
  }

  /** Ce qui retient ce bureau ; rien d’un bureau libre. */
  public List<EmploiBureau> emplois(CollectiviteId collectivite, int bureau, Instant maintenant) {
    List<EmploiBureau> emplois = new ArrayList<>();
    Query enCours =
        em.createNativeQuery(EN_COURS)
            .setParameter(1, bureau)
            .setParameter(2, collectivite.valeur());
    long dossiers = ((Number) enCours.getSingleResult()).longValue();
    if (dossiers > 0) {
      emplois.add(new EmploiBureau(EmploiBureau.Nature.DOSSIERS_EN_COURS, dossiers, List.of()));
    }
    retenir(emplois, EmploiBureau.Nature.CIRCUITS, em.createNativeQuery(CIRCUITS), bureau);
    retenir(
        emplois,
        EmploiBureau.Nature.SUBORDONNES,
        em.createNativeQuery(
            "SELECT titre FROM bureau WHERE superieur_id = ?1 AND actif ORDER BY 1"),
        bureau);
    retenir(
        emplois,
        EmploiBureau.Nature.COMPTES_TECHNIQUES,
        em.createNativeQuery(
            "SELECT libelle FROM compte_technique WHERE bureau_id = ?1 ORDER BY 1"),
        bureau);
    retenir(
        emplois,
        EmploiBureau.Nature.DELEGATIONS,
        em.createNativeQuery(DELEGATIONS).setParameter(2, Timestamp.from(maintenant)),
        bureau);
    return emplois;
  }

  private static void retenir(
      List<EmploiBureau> emplois, EmploiBureau.Nature nature, Query noms, int bureau) {
    List<String> trouves = textes(noms.setParameter(1, bureau));
    if (!trouves.isEmpty()) {
      emplois.add(
          new EmploiBureau(
              nature, trouves.size(), trouves.subList(0, Math.min(EXEMPLES, trouves.size()))));
    }
  }

  /**
   * Vrai si des dossiers, même clos, ou des délégations passées le citent : il reste au registre.
   */
  public boolean aServi(int bureau) {
    return !em.createNativeQuery(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM etape WHERE bureau_id = ?1) OR EXISTS (SELECT 1 FROM dossier WHERE bureau_emetteur_id = ?1)
              OR EXISTS (SELECT 1 FROM delegation WHERE bureau_id = ?1 OR delegue_id = ?1)
              OR EXISTS (SELECT 1 FROM bureau WHERE superieur_id = ?1) OR EXISTS (SELECT 1 FROM dossier_bureau WHERE bureau_id = ?1)
            """)
        .setParameter(1, bureau)
        .getResultList()
        .isEmpty();
  }

  private static List<String> textes(Query requete) {
    List<String> textes = new ArrayList<>();
    for (Object ligne : requete.getResultList()) {
      textes.add((String) ligne);
    }
    return Collections.unmodifiableList(textes);
  }
}
