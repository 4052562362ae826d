package fr.paraphe.travaux.infra;

import fr.paraphe.travaux.Travail;
import fr.paraphe.travaux.TravailAFaire;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * La table {@code travail}. Prendre un travail, c’est repousser {@code prevu_le} de la durée du
 * bail : un preneur disparu n’a rien à rendre, l’échéance le fait. Conclure exige le jeton de la
 * prise.
 */
@Dependent
public class FileRepository {

  private static final int CAUSE_MAX = 2000;

  private static final String AJOUTER =
      """
      INSERT INTO travail (genre, collectivite_id, dossier_id, cle_unique, charge, priorite, prevu_le, essais_max, cree_le)
      VALUES (?1, CAST(?2 AS integer), CAST(?3 AS bigint), CAST(?4 AS text), CAST(?5 AS jsonb), ?6, ?7, ?8, ?9)
      ON CONFLICT (genre, cle_unique) WHERE cle_unique IS NOT NULL AND mort_le IS NULL DO NOTHING
      """;

  private static final String PRENDRE =
      """
      UPDATE travail SET prevu_le = ?2, pris_par = ?3, essais = essais + 1
      WHERE id = (SELECT id FROM travail WHERE mort_le IS NULL AND prevu_le <= ?1 AND genre = ANY(string_to_array(?4, ','))
                  ORDER BY priorite, prevu_le, id FOR UPDATE SKIP LOCKED LIMIT 1)
      RETURNING id, genre, collectivite_id, dossier_id, cle_unique, CAST(charge AS text), essais, essais_max
      """;

  private final EntityManager em;

  @Inject
  public FileRepository(EntityManager em) {
    this.em = em;
  }

  public void ajouter(TravailAFaire t, Instant maintenant) {
    em.createNativeQuery(AJOUTER)
        .setParameter(1, t.genre())
        .setParameter(2, t.collectivite())
        .setParameter(3, t.dossier())
        .setParameter(4, t.cle())
        .setParameter(5, t.charge())
        .setParameter(6, t.priorite())
        .setParameter(7, Timestamp.from(t.prevuLe() == null ? maintenant : t.prevuLe()))
        .setParameter(8, t.essaisMax())
        .setParameter(9, Timestamp.from(maintenant))
        .executeUpdate();
  }

  /** Prend le prochain travail dû de ces genres, jusqu’à la fin du bail. */
  public Optional<Travail> prendre(
      Collection<String> genres, String prise, Instant maintenant, Instant finDuBail) {
    List<?> lignes =
        em.createNativeQuery(PRENDRE)
            .setParameter(1, Timestamp.from(maintenant))
            .setParameter(2, Timestamp.from(finDuBail))
            .setParameter(3, prise)
            .setParameter(4, String.join(",", genres))
            .getResultList();
    return lignes.stream().findFirst().map(l -> travail((Object[]) l, prise));
  }

  private static Travail travail(Object[] c, String prise) {
    return new Travail(
        ((Number) c[0]).longValue(),
        (String) c[1],
        c[2] == null ? null : ((Number) c[2]).intValue(),
        c[3] == null ? null : ((Number) c[3]).longValue(),
        (String) c[4],
        (String) c[5],
        ((Number) c[6]).intValue(),
        ((Number) c[7]).intValue(),
        prise);
  }

  /** Fait : le travail disparaît. Faux si la prise n’est plus la sienne. */
  public boolean terminer(Travail t) {
    return em.createNativeQuery("DELETE FROM travail WHERE id = ?1 AND pris_par = ?2")
            .setParameter(1, t.id())
            .setParameter(2, t.prise())
            .executeUpdate()
        == 1;
  }

  /** Rend le travail à la file. */
  public void remettre(Travail t, Instant pasAvant, String cause, boolean essaiCompte) {
    em.createNativeQuery(
            "UPDATE travail SET prevu_le = ?3, pris_par = NULL, erreur = ?4, essais = ?5 WHERE id = ?1 AND pris_par = ?2")
        .setParameter(1, t.id())
        .setParameter(2, t.prise())
        .setParameter(3, Timestamp.from(pasAvant))
        .setParameter(4, abreger(cause))
        .setParameter(5, essaiCompte ? t.essai() : t.essai() - 1)
        .executeUpdate();
  }

  /** Le travail ne sera plus pris : il attend une personne, avec sa cause. */
  public void bloquer(Travail t, Instant maintenant, String cause) {
    em.createNativeQuery(
            "UPDATE travail SET mort_le = ?3, pris_par = NULL, erreur = coalesce(?4, erreur) WHERE id = ?1 AND pris_par = ?2")
        .setParameter(1, t.id())
        .setParameter(2, t.prise())
        .setParameter(3, Timestamp.from(maintenant))
        .setParameter(4, abreger(cause))
        .executeUpdate();
  }

  private static String abreger(String cause) {
    return cause == null || cause.length() <= CAUSE_MAX ? cause : cause.substring(0, CAUSE_MAX);
  }
}
