package fr.paraphe.organisation.infra;

import fr.paraphe.organisation.BureauTenu;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.organisation.OrigineCompte;
import fr.paraphe.organisation.RoleBureau;
import fr.paraphe.organisation.RoleUtilisateur;
import fr.paraphe.organisation.UtilisateurId;
import fr.paraphe.organisation.UtilisateurTrouve;
import fr.paraphe.organisation.modele.Utilisateur;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Les comptes d’une collectivité. */
@Dependent
public class UtilisateurRepository {

  private static final String CHERCHER =
      """
      SELECT id, identifiant, prenom || ' ' || nom, courriel, role, origine, actif, count(*) OVER () FROM utilisateur
      WHERE collectivite_id = ?1
        AND (?2 = '%' OR normalise(identifiant || ' ' || prenom || ' ' || nom || ' ' || courriel) LIKE normalise(?2))
      ORDER BY nom, prenom, id LIMIT ?3 OFFSET ?4
      """;

  private static final String TENUS =
      """
      SELECT b.nom_court, b.titre, x.role FROM bureau_utilisateur x JOIN bureau b ON b.id = x.bureau_id
      WHERE x.utilisateur_id = ?1 ORDER BY b.titre, x.role
      """;

  private static final String SEUL =
      """
      SELECT b.titre FROM bureau_utilisateur x JOIN bureau b ON b.id = x.bureau_id
      WHERE x.utilisateur_id = ?1 AND x.role = 'PROPRIETAIRE' AND b.actif AND NOT EXISTS (
        SELECT 1 FROM bureau_utilisateur y JOIN utilisateur u ON u.id = y.utilisateur_id AND u.actif
        WHERE y.bureau_id = b.id AND y.role = 'PROPRIETAIRE' AND y.utilisateur_id <> ?1) ORDER BY 1
      """;

  private static final String LIER =
      """
      INSERT INTO bureau_utilisateur (collectivite_id, bureau_id, utilisateur_id, role)
      SELECT collectivite_id, id, ?2, ?4 FROM bureau WHERE collectivite_id = ?1 AND lower(nom_court) = lower(?3)
      ON CONFLICT DO NOTHING
      """;

  private final EntityManager em;

  @Inject
  public UtilisateurRepository(EntityManager em) {
    this.em = em;
  }

  public Lot<UtilisateurTrouve> chercher(
      CollectiviteId collectivite, String texte, Tranche tranche) {
    List<?> lignes =
        em.createNativeQuery(CHERCHER)
            .setParameter(1, collectivite.valeur())
            .setParameter(2, Recherche.contenant(texte))
            .setParameter(3, tranche.taille())
            .setParameter(4, tranche.debut())
            .getResultList();
    long total = lignes.isEmpty() ? 0 : ((Number) ((Object[]) lignes.get(0))[7]).longValue();
    return new Lot<>(lignes.stream().map(l -> trouve((Object[]) l)).toList(), total);
  }

  private static UtilisateurTrouve trouve(Object[] c) {
    return new UtilisateurTrouve(
        new UtilisateurId(((Number) c[0]).intValue()),
        (String) c[1],
        ((String) c[2]).strip(),
        (String) c[3],
        RoleUtilisateur.valueOf((String) c[4]),
        OrigineCompte.valueOf((String) c[5]),
        (Boolean) c[6]);
  }

  public Optional<Utilisateur> lire(CollectiviteId collectivite, UtilisateurId id) {
    return Optional.ofNullable(em.find(Utilisateur.class, id.valeur()))
        .filter(u -> u.collectiviteId() == collectivite.valeur());
  }

  /** Le même, verrouillé jusqu’à la fin de la transaction et relu. */
  public Optional<Utilisateur> verrouiller(CollectiviteId collectivite, UtilisateurId id) {
    return lire(collectivite, id)
        .map(
            u -> {
              em.refresh(u, LockModeType.PESSIMISTIC_WRITE);
              return u;
            });
  }

  public boolean identifiantPris(CollectiviteId collectivite, String identifiant) {
    return !em.createNativeQuery(
            "SELECT 1 FROM utilisateur WHERE collectivite_id = ?1 AND lower(identifiant) = lower(?2)")
        .setParameter(1, collectivite.valeur())
        .setParameter(2, identifiant)
        .getResultList()
        .isEmpty();
  }

  /**
   * Combien de comptes ouverts administrent toute la collectivité. Elle reste verrouillée : deux
   * administrateurs ne peuvent pas s’ôter l’un l’autre.
   */
  public long administrateurs(CollectiviteId collectivite) {
    em.createNativeQuery("SELECT id FROM collectivite WHERE id = ?1 FOR NO KEY UPDATE")
        .setParameter(1, collectivite.valeur())
        .getSingleResult();
    return ((Number)
            em.createNativeQuery(
                    "SELECT count(*) FROM utilisateur WHERE collectivite_id = ?1 AND actif AND role IN ('ADMIN', 'SUPER_ADMIN')")
                .setParameter(1, collectivite.valeur())
                .getSingleResult())
        .longValue();
  }

  public String domaine(CollectiviteId collectivite) {
    Object[] c =
        (Object[])
            em.createNativeQuery("SELECT domaine, par_defaut FROM collectivite WHERE id = ?1")
                .setParameter(1, collectivite.valeur())
                .getSingleResult();
    return Boolean.TRUE.equals(c[1]) ? "" : "@" + c[0];
  }

  public Utilisateur ajouter(Utilisateur utilisateur) {
    em.persist(utilisateur);
    em.flush();
    return utilisateur;
  }

  public void avancer(Utilisateur utilisateur) {
    em.lock(utilisateur, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    em.flush();
  }

  public List<BureauTenu> bureaux(int utilisateur) {
    List<BureauTenu> tenus = new ArrayList<>();
    for (Object ligne : em.createNativeQuery(TENUS).setParameter(1, utilisateur).getResultList()) {
      Object[] c = (Object[]) ligne;
      tenus.add(new BureauTenu((String) c[0], (String) c[1], RoleBureau.valueOf((String) c[2])));
    }
    return tenus;
  }

  /** Remplace ses bureaux ; la version de ceux qu’il gagne ou perd avance. */
  public void lierBureaux(Utilisateur u, List<BureauTenu> bureaux) {
    marquer(u);
    em.createNativeQuery("DELETE FROM bureau_utilisateur WHERE utilisateur_id = ?1")
        .setParameter(1, u.id())
        .executeUpdate();
    for (BureauTenu b : bureaux) {
      em.createNativeQuery(LIER)
          .setParameter(1, u.collectiviteId())
          .setParameter(2, u.id())
          .setParameter(3, b.nomCourt())
          .setParameter(4, b.role().name())
          .executeUpdate();
    }
    marquer(u);
  }

  private void marquer(Utilisateur u) {
    em.createNativeQuery(
            "UPDATE bureau SET version = version + 1 WHERE id IN (SELECT bureau_id FROM bureau_utilisateur WHERE utilisateur_id = ?1)")
        .setParameter(1, u.id())
        .executeUpdate();
  }

  public List<String> seulProprietaire(int utilisateur) {
    List<String> titres = new ArrayList<>();
    for (Object titre : em.createNativeQuery(SEUL).setParameter(1, utilisateur).getResultList()) {
      titres.add((String) titre);
    }
    return titres;
  }

  /** TITRE, VILLE, CODEPOSTAL et ce que d’autres outils y ont mis. */
  public Map<String, String> informations(int utilisateur) {
    String json =
        (String)
            em.createNativeQuery("SELECT CAST(informations AS text) FROM utilisateur WHERE id = ?1")
                .setParameter(1, utilisateur)
                .getSingleResult();
    Map<String, String> valeurs = new LinkedHashMap<>();
    try (JsonReader lecteur = Json.createReader(new StringReader(json))) {
      JsonObject objet = lecteur.readObject();
      objet.forEach(
          (cle, v) -> valeurs.put(cle, v instanceof JsonString s ? s.getString() : v.toString()));
    }
    return valeurs;
  }

  public void ecrireInformations(Utilisateur u, Map<String, String> valeurs) {
    JsonObjectBuilder objet = Json.createObjectBuilder();
    valeurs.forEach(objet::add);
    em.createNativeQuery("UPDATE utilisateur SET informations = CAST(?2 AS jsonb) WHERE id = ?1")
        .setParameter(1, u.id())
        .setParameter(2, objet.build().toString())
        .executeUpdate();
  }
}
