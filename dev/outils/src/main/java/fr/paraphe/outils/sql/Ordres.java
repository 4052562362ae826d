package fr.paraphe.outils.sql;

import fr.paraphe.outils.atelier.Base;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Une connexion et ses ordres, toujours paramétrés. Les identifiants neufs suivent la convention
 * d’EclipseLink : un appel de la séquence donne le dernier d’un bloc de cinquante.
 */
public final class Ordres implements AutoCloseable {

  private static final int BLOC = 50;

  private final Connection connexion;
  private final Map<String, long[]> blocs = new HashMap<>();
  private final Map<String, PreparedStatement> lots = new LinkedHashMap<>();
  private long envois;

  public Ordres(Connection connexion) {
    this.connexion = connexion;
  }

  public static Ordres ouvrir(Base base) throws SQLException {
    return new Ordres(DriverManager.getConnection(base.url(), base.compte(), base.motDePasse()));
  }

  public Connection connexion() {
    return connexion;
  }

  public int executer(String sql, Object... parametres) throws SQLException {
    try (PreparedStatement ordre = preparer(sql, parametres)) {
      return ordre.executeUpdate();
    }
  }

  /** Garde cet ordre pour {@link #vider} ; les semblables partent ensemble, dans l’ordre reçu. */
  public void ajouter(String sql, Object... parametres) throws SQLException {
    PreparedStatement lot = lots.get(sql);
    if (lot == null) {
      lot = connexion.prepareStatement(sql);
      lots.put(sql, lot);
    }
    for (int i = 0; i < parametres.length; i++) {
      lot.setObject(i + 1, parametres[i]);
    }
    lot.addBatch();
  }

  /** Envoie les lots, dans l’ordre où leur premier ordre a été ajouté. */
  public void vider() throws SQLException {
    try {
      for (PreparedStatement lot : lots.values()) {
        envois++;
        lot.executeBatch();
      }
    } catch (java.sql.BatchUpdateException e) {
      throw e.getNextException() == null ? e : e.getNextException();
    } finally {
      oublier();
    }
  }

  /** Abandonne les lots. */
  public void oublier() throws SQLException {
    for (PreparedStatement lot : lots.values()) {
      lot.close();
    }
    lots.clear();
  }

  /** Combien de fois la base a été appelée ; un lot compte pour un. */
  public long envois() {
    return envois;
  }

  /** La première colonne de la première ligne ; vide sans ligne ou si elle est nulle. */
  public Optional<Object> valeur(String sql, Object... parametres) throws SQLException {
    try (PreparedStatement ordre = preparer(sql, parametres);
        ResultSet lignes = ordre.executeQuery()) {
      return lignes.next() ? Optional.ofNullable(lignes.getObject(1)) : Optional.empty();
    }
  }

  public Optional<Integer> entier(String sql, Object... parametres) throws SQLException {
    return valeur(sql, parametres).map(v -> ((Number) v).intValue());
  }

  public long nombre(String sql, Object... parametres) throws SQLException {
    return ((Number) valeur(sql, parametres).orElse(0L)).longValue();
  }

  public PreparedStatement preparer(String sql, Object... parametres) throws SQLException {
    envois++;
    PreparedStatement ordre = connexion.prepareStatement(sql);
    try {
      for (int i = 0; i < parametres.length; i++) {
        ordre.setObject(i + 1, parametres[i]);
      }
      return ordre;
    } catch (SQLException e) {
      ordre.close();
      throw e;
    }
  }

  /** Un identifiant neuf de cette séquence. */
  public long identifiant(String sequence) throws SQLException {
    long[] bloc = blocs.computeIfAbsent(sequence, s -> new long[] {1, 0});
    if (bloc[0] > bloc[1]) {
      bloc[1] = nombre("SELECT nextval(CAST(? AS regclass))", sequence);
      bloc[0] = bloc[1] - BLOC + 1;
    }
    return bloc[0]++;
  }

  @Override
  public void close() throws SQLException {
    connexion.close();
  }
}
