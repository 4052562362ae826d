package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.DossierCree;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * La reprise sûre d’une création (soap-contract.md §J) : la même demande, du même compte, dont on
 * ne sait pas si la réponse est arrivée, obtient la même réponse ; toute autre reprise d’un
 * identifiant est un doublon.
 */
@Dependent
public class DepotsMachine {

  /** Au-delà, une reprise n’est plus celle d’une réponse perdue. */
  static final Duration FENETRE = Duration.ofHours(24);

  private static final String VIOLATION_UNICITE = "23505";

  private static final String REJOUABLE =
      """
      SELECT titre FROM dossier WHERE collectivite_id = ?1 AND identifiant = ?2 AND clos_le IS NULL AND emetteur_id = ?3
      AND depot_empreinte = ?4 AND depot_livre_le IS NULL AND cree_le > ?5
      """;

  private static final String SANS_IDENTIFIANT =
      """
      SELECT identifiant FROM dossier WHERE emetteur_id = ?1 AND depot_empreinte = ?2 AND titre = ?3 AND origine = 'SOAP'
      AND depot_livre_le IS NULL AND clos_le IS NULL AND cree_le > ?4 AND identifiant ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      ORDER BY id
      """;

  private final EntityManager em;
  private final Horloge horloge;

  @Inject
  public DepotsMachine(EntityManager em, Horloge horloge) {
    this.em = em;
    this.horloge = horloge;
  }

  public DossierCree rejouer(Acteur acteur, IdentifiantDossier id, byte[] empreinte) {
    List<?> titres =
        em.createNativeQuery(REJOUABLE)
            .setParameter(1, acteur.collectivite().valeur())
            .setParameter(2, id.valeur())
            .setParameter(3, acteur.id().valeur())
            .setParameter(4, empreinte)
            .setParameter(5, Timestamp.from(horloge.maintenant().minus(FENETRE)))
            .getResultList();
    if (titres.isEmpty()) {
      throw new ErreurMetier(
              ErreurDossier.DEJA_PRESENT,
              "Le nom de dossier est déjà présent dans le Parapheur: dossierID = " + id)
          .avec(id.valeur());
    }
    return new DossierCree(id, (String) titres.get(0), true, true);
  }

  /**
   * Le dossier que la même demande, sans identifiant, a déjà créé sans que son appelant l’apprenne
   * : personne d’autre ne connaît le nom que le serveur lui a donné.
   */
  public Optional<DossierCree> retrouver(Acteur acteur, String titre, byte[] empreinte) {
    List<?> identifiants =
        em.createNativeQuery(SANS_IDENTIFIANT)
            .setParameter(1, acteur.id().valeur())
            .setParameter(2, empreinte)
            .setParameter(3, titre)
            .setParameter(4, Timestamp.from(horloge.maintenant().minus(FENETRE)))
            .getResultList();
    return identifiants.stream()
        .findFirst()
        .map(id -> new DossierCree(new IdentifiantDossier((String) id), titre, false, true));
  }

  public void livrer(Acteur acteur, IdentifiantDossier id, Instant instant) {
    em.createNativeQuery(
            """
            UPDATE dossier SET depot_livre_le = ?4 WHERE collectivite_id = ?1 AND identifiant = ?2 AND emetteur_id = ?3
            AND clos_le IS NULL AND depot_livre_le IS NULL
            """)
        .setParameter(1, acteur.collectivite().valeur())
        .setParameter(2, id.valeur())
        .setParameter(3, acteur.id().valeur())
        .setParameter(4, Timestamp.from(instant))
        .executeUpdate();
  }

  /** La réponse n’est peut-être pas arrivée, après tout. */
  public void douter(Acteur acteur, IdentifiantDossier id) {
    em.createNativeQuery(
            """
            UPDATE dossier SET depot_livre_le = NULL WHERE collectivite_id = ?1 AND identifiant = ?2 AND emetteur_id = ?3
            AND clos_le IS NULL
            """)
        .setParameter(1, acteur.collectivite().valeur())
        .setParameter(2, id.valeur())
        .setParameter(3, acteur.id().valeur())
        .executeUpdate();
  }

  /** Vrai si l’échec vient de ce qu’un autre a pris l’identifiant entre-temps. */
  public static boolean identifiantPris(Throwable echec) {
    for (Throwable cause = echec; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && VIOLATION_UNICITE.equals(sql.getSQLState())) {
        return String.valueOf(sql.getMessage()).contains("dossier_identifiant_vivant");
      }
    }
    return false;
  }
}
