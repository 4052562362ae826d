package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.FaitsDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.modele.Dossier;
import fr.paraphe.dossier.modele.Etape;
import fr.paraphe.dossier.modele.Porte;
import fr.paraphe.dossier.modele.Publication;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Les dossiers en base. Écrire un dossier, c’est écrire l’agrégat, la tâche qui dit où il attend,
 * et publier ses faits : le tout dans la transaction de l’appelant.
 */
@Dependent
public class DossierRepository {

  private static final String VIVANT =
      "SELECT id FROM dossier WHERE collectivite_id = ?1 AND identifiant = ?2 AND clos_le IS NULL";

  private static final String POSER_TACHE =
      """
      INSERT INTO tache (etape_id, dossier_id, arrivee_le, bureau_id, rang, creneau, action, lue, titre_tri, collectivite_id, type_id,
        sous_type_id, bureau_emetteur_id)
      SELECT e.id, e.dossier_id, e.arrivee_le, e.bureau_id, e.rang, e.creneau, e.action, e.lue_le IS NOT NULL, '', e.collectivite_id, 0, 0, 0
      FROM etape e WHERE e.id = ?1
      """;

  /** Relire en base même ce que cette unité de travail connaît déjà. */
  private static final Map<String, Object> RELU =
      Map.of("eclipselink.refresh", "true", "eclipselink.refresh.cascade", "CascadeByMapping");

  private final EntityManager em;
  private final Event<FaitsDossier> faits;

  @Inject
  public DossierRepository(EntityManager em, Event<FaitsDossier> faits) {
    this.em = em;
    this.faits = faits;
  }

  /** Lit sans verrou un dossier en circulation. */
  public Optional<Dossier> chercher(CollectiviteId collectivite, IdentifiantDossier id) {
    return trouver(VIVANT, collectivite, id).map(cle -> em.find(Dossier.class, cle));
  }

  /**
   * Verrouille la ligne puis lit : deux décisions simultanées passent l’une après l’autre. {@code
   * FOR NO KEY UPDATE} laisse passer les contrôles de clé étrangère des autres transactions.
   */
  public Dossier verrouiller(CollectiviteId collectivite, IdentifiantDossier id) {
    long cle =
        trouver(VIVANT + " FOR NO KEY UPDATE", collectivite, id)
            .orElseThrow(() -> Porte.introuvable(id));
    return em.find(Dossier.class, cle, RELU);
  }

  /**
   * Vrai si l’identifiant est pris : un dossier en circulation ou archivé le porte (contrat §J).
   */
  public boolean existe(CollectiviteId collectivite, IdentifiantDossier id) {
    return trouver(
            "SELECT id FROM dossier WHERE collectivite_id = ?1 AND identifiant = ?2 AND etat <> 'SUPPRIME'",
            collectivite,
            id)
        .isPresent();
  }

  private Optional<Long> trouver(String sql, CollectiviteId collectivite, IdentifiantDossier id) {
    List<?> lignes =
        em.createNativeQuery(sql)
            .setParameter(1, collectivite.valeur())
            .setParameter(2, id.valeur())
            .getResultList();
    return lignes.stream().findFirst().map(cle -> ((Number) cle).longValue());
  }

  public void ajouter(Dossier dossier) {
    em.persist(dossier);
    em.flush();
    dossier.actives().forEach(this::poserTache);
    publier(dossier);
  }

  public void enregistrer(Dossier dossier) {
    em.flush();
    em.createNativeQuery("DELETE FROM tache WHERE dossier_id = ?1")
        .setParameter(1, dossier.id())
        .executeUpdate();
    if (dossier.etat().enCirculation()) {
      dossier.actives().forEach(this::poserTache);
    }
    publier(dossier);
  }

  private void poserTache(Etape etape) {
    em.createNativeQuery(POSER_TACHE).setParameter(1, etape.id()).executeUpdate();
  }

  private void publier(Dossier dossier) {
    List<FaitsDossier.Ligne> lignes = Publication.faits(dossier);
    if (!lignes.isEmpty()) {
      faits.fire(new FaitsDossier(dossier.id(), dossier.collectivite(), lignes));
    }
  }

  /** L’habilitation « créer des dossiers » du bureau. */
  public boolean peutCreer(BureauId bureau) {
    return !em.createNativeQuery("SELECT 1 FROM bureau WHERE id = ?1 AND peut_creer AND actif")
        .setParameter(1, bureau.valeur())
        .getResultList()
        .isEmpty();
  }

  public String nomBureau(BureauId bureau) {
    return (String)
        em.createNativeQuery("SELECT nom_court FROM bureau WHERE id = ?1")
            .setParameter(1, bureau.valeur())
            .getSingleResult();
  }

  public String nomUtilisateur(int utilisateur) {
    return (String)
        em.createNativeQuery("SELECT trim(prenom || ' ' || nom) FROM utilisateur WHERE id = ?1")
            .setParameter(1, utilisateur)
            .getSingleResult();
  }
}
