package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.signature.Chaine;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.stockage.BlobRef;
import fr.paraphe.stockage.Coffre;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Les premières phases en attente de leur seconde. Un jeton vaut une fois, pour la personne et le
 * certificat qui l’ont demandé, jusqu’à son expiration ; il lie le dossier, l’étape, le document
 * tel qu’il a été montré et le certificat annoncé.
 */
@Dependent
public class Preparations {

  private static final String CONSOMMER =
      """
      UPDATE preparation SET consommee_le = ?4 WHERE jeton = CAST(?1 AS uuid) AND collectivite_id = ?2 AND signataire_id = ?3
      AND consommee_le IS NULL AND expire_le > ?4 RETURNING id, certificat
      """;

  private static final String CONNUE =
      "SELECT 1 FROM preparation WHERE jeton = CAST(?1 AS uuid) AND collectivite_id = ?2 AND signataire_id = ?3";

  private static final String LIGNES =
      """
      SELECT d.identifiant, p.etape_id, p.document_id, CAST(x.ref AS text), p.blob_origine_id, p.blob_prepare_id
      FROM preparation_document p JOIN dossier d ON d.id = p.dossier_id JOIN document x ON x.id = p.document_id
      WHERE p.preparation_id = ?1 ORDER BY p.dossier_id, x.ordre
      """;

  private final EntityManager em;
  private final Coffre coffre;

  @Inject
  public Preparations(EntityManager em, Coffre coffre) {
    this.em = em;
    this.coffre = coffre;
  }

  /** Un document préparé. */
  public record Ligne(
      IdentifiantDossier dossier,
      long etape,
      long document,
      UUID ref,
      BlobRef origine,
      BlobRef prepare) {}

  /** Une préparation consommée. */
  public record Consommee(Chaine chaine, List<Ligne> lignes) {}

  /** Ouvre une préparation et rend sa clé. */
  public long ouvrir(Acteur acteur, UUID jeton, Chaine chaine, Instant creee, Instant expire) {
    long id =
        ((Number) em.createNativeQuery("SELECT nextval('seq_divers')").getSingleResult())
            .longValue();
    em.createNativeQuery(
            """
            INSERT INTO preparation (id, collectivite_id, jeton, signataire_id, certificat, creee_le, expire_le)
            VALUES (?1, ?2, CAST(?3 AS uuid), ?4, ?5, ?6, ?7)
            """)
        .setParameter(1, id)
        .setParameter(2, acteur.collectivite().valeur())
        .setParameter(3, jeton.toString())
        .setParameter(4, acteur.id().valeur())
        .setParameter(5, ChaineGardee.coder(chaine))
        .setParameter(6, Timestamp.from(creee))
        .setParameter(7, Timestamp.from(expire))
        .executeUpdate();
    return id;
  }

  public void ajouter(Acteur acteur, long preparation, PoseSignature.Prepare p) {
    em.createNativeQuery(
            """
            INSERT INTO preparation_document (preparation_id, collectivite_id, dossier_id, etape_id, etape_version, document_id,
              blob_origine_id, blob_prepare_id, empreinte, format) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'PAdES')
            """)
        .setParameter(1, preparation)
        .setParameter(2, acteur.collectivite().valeur())
        .setParameter(3, p.demande().dossier())
        .setParameter(4, p.demande().etape())
        .setParameter(5, p.demande().versionEtape())
        .setParameter(6, p.document().id())
        .setParameter(7, p.document().blob().id())
        .setParameter(8, p.prepare().prepare().id())
        .setParameter(9, p.prepare().empreinte().octets())
        .executeUpdate();
  }

  /**
   * Consomme le jeton : le premier appel l’emporte, tout autre est refusé.
   *
   * @throws ErreurMetier PREPARATION_INCONNUE s’il n’est pas à cette personne, PREPARATION_PERIMEE
   *     s’il a servi ou expiré
   */
  public Consommee consommer(Acteur acteur, UUID jeton, Instant maintenant) {
    List<?> lignes =
        em.createNativeQuery(CONSOMMER)
            .setParameter(1, jeton.toString())
            .setParameter(2, acteur.collectivite().valeur())
            .setParameter(3, acteur.id().valeur())
            .setParameter(4, Timestamp.from(maintenant))
            .getResultList();
    if (lignes.isEmpty()) {
      throw refus(acteur, jeton);
    }
    Object[] c = (Object[]) lignes.get(0);
    return new Consommee(
        ChaineGardee.decoder((byte[]) c[1]),
        lignes(acteur.collectivite().valeur(), ((Number) c[0]).longValue()));
  }

  /**
   * Oublie les préparations qui ne serviront plus : leurs documents préparés deviennent balayables.
   */
  public int oublier(Instant maintenant) {
    return em.createNativeQuery("DELETE FROM preparation WHERE expire_le < ?1")
        .setParameter(1, Timestamp.from(maintenant))
        .executeUpdate();
  }

  private ErreurMetier refus(Acteur acteur, UUID jeton) {
    boolean connue =
        !em.createNativeQuery(CONNUE)
            .setParameter(1, jeton.toString())
            .setParameter(2, acteur.collectivite().valeur())
            .setParameter(3, acteur.id().valeur())
            .getResultList()
            .isEmpty();
    return connue
        ? new ErreurMetier(
            ErreurDossier.PREPARATION_PERIMEE,
            "Cette demande de signature a expiré ou a déjà servi. Recommencez la signature.")
        : new ErreurMetier(
            ErreurDossier.PREPARATION_INCONNUE,
            "Cette demande de signature est inconnue. Recommencez la signature.");
  }

  private List<Ligne> lignes(int collectivite, long preparation) {
    List<?> lignes = em.createNativeQuery(LIGNES).setParameter(1, preparation).getResultList();
    return lignes.stream().map(l -> ligne(collectivite, (Object[]) l)).toList();
  }

  private Ligne ligne(int collectivite, Object[] c) {
    return new Ligne(
        new IdentifiantDossier((String) c[0]),
        ((Number) c[1]).longValue(),
        ((Number) c[2]).longValue(),
        UUID.fromString((String) c[3]),
        coffre.exiger(collectivite, ((Number) c[4]).longValue()),
        coffre.exiger(collectivite, ((Number) c[5]).longValue()));
  }
}
