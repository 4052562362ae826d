package fr.paraphe.stockage.infra;

import fr.paraphe.socle.Transactions;
import fr.paraphe.stockage.BlobRef;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Toutes les lignes de {@code blob}, page par page, chacune dans sa transaction. */
@Dependent
public class Inventaire {

  private static final int FENETRE = 2000;
  private static final String CLE_ETRANGERE = "23503";

  /**
   * Les colonnes qui désignent un blob, cherchées dans le catalogue : toute colonne {@code bigint}
   * d’une autre table dont le nom contient « blob » et finit par « id ». Une colonne ajoutée plus
   * tard est donc protégée sans que personne n’y pense.
   */
  private static final String ATTACHES =
      """
      SELECT quote_ident(c.relname), quote_ident(a.attname) FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'blob'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'bigint'::regtype AND a.attname LIKE '%blob%id'
      ORDER BY 1, 2
      """;

  private final EntityManager em;
  private final Transactions transactions;

  @Inject
  public Inventaire(EntityManager em, Transactions transactions) {
    this.em = em;
    this.transactions = transactions;
  }

  /** Au plus {@code taille} lignes d’identifiant supérieur à {@code apres}, dans l’ordre. */
  public List<BlobRef> page(long apres, int taille) {
    String demande =
        "SELECT " + Blobs.COLONNES + " FROM blob WHERE id > ?1 ORDER BY id LIMIT " + taille;
    List<?> lignes =
        transactions.nouvelle(
            () -> em.createNativeQuery(demande).setParameter(1, apres).getResultList());
    return lignes.stream().map(ligne -> Blobs.lire((Object[]) ligne)).toList();
  }

  /** Date la vérification de ces lignes, en une fois. */
  public void noterVerifies(List<Long> ids) {
    transactions.nouvelle(
        () ->
            em.createNativeQuery(
                    "UPDATE blob SET verifie_le = now() WHERE id = ANY (CAST(?1 AS bigint[]))")
                .setParameter(1, ids.toArray(Long[]::new))
                .executeUpdate());
  }

  /** Retire les lignes sans attache plus vieilles que cet instant ; le fichier suit la ligne. */
  public int retirerSansAttache(Instant avant, Consumer<String> supprimer) {
    String retrait = retrait();
    int retirees = 0;
    for (long bas = 0, haut = borne(0); haut > bas; bas = haut, haut = borne(bas)) {
      List<String> emplacements = retirer(retrait, bas, haut, avant);
      emplacements.forEach(supprimer);
      retirees += emplacements.size();
    }
    return retirees;
  }

  private String retrait() {
    List<?> colonnes = transactions.nouvelle(() -> em.createNativeQuery(ATTACHES).getResultList());
    if (colonnes.isEmpty()) {
      throw new IllegalStateException(
          "aucune table ne désigne de blob : le schéma n’est pas lisible");
    }
    return colonnes.stream()
        .map(Object[].class::cast)
        .map(c -> " AND NOT EXISTS (SELECT 1 FROM " + c[0] + " x WHERE x." + c[1] + " = b.id)")
        .collect(
            Collectors.joining(
                "",
                "DELETE FROM blob b WHERE b.id > ? AND b.id <= ? AND b.cree_le < ?",
                " RETURNING b.emplacement"));
  }

  private long borne(long bas) {
    Object haut =
        transactions.nouvelle(
            () ->
                em.createNativeQuery(
                        "SELECT coalesce(max(id), 0) FROM (SELECT id FROM blob WHERE id > ?1 ORDER BY id LIMIT "
                            + FENETRE
                            + ") f")
                    .setParameter(1, bas)
                    .getSingleResult());
    return ((Number) haut).longValue();
  }

  /**
   * Une ligne rattachée au même moment fait échouer sa fenêtre : on la reverra la nuit suivante.
   */
  private List<String> retirer(String retrait, long bas, long haut, Instant avant) {
    try {
      return transactions.nouvelle(() -> executer(retrait, bas, haut, avant));
    } catch (Rattachee entreTemps) {
      return List.of();
    }
  }

  private List<String> executer(String retrait, long bas, long haut, Instant avant) {
    try (var ordre = Blobs.connexion(em).prepareStatement(retrait)) {
      ordre.setLong(1, bas);
      ordre.setLong(2, haut);
      ordre.setTimestamp(3, Timestamp.from(avant));
      List<String> emplacements = new ArrayList<>();
      try (var lignes = ordre.executeQuery()) {
        while (lignes.next()) {
          emplacements.add(lignes.getString(1));
        }
      }
      return emplacements;
    } catch (SQLException e) {
      if (CLE_ETRANGERE.equals(e.getSQLState())) {
        throw new Rattachee(e);
      }
      throw new IllegalStateException("retrait de blobs impossible", e);
    }
  }

  /** Une ligne de la fenêtre vient d’être rattachée. */
  private static final class Rattachee extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Rattachee(SQLException cause) {
      super(cause);
    }
  }
}
