package fr.paraphe.stockage.infra;

import fr.paraphe.stockage.BlobRef;
import fr.paraphe.stockage.BlobScelle;
import fr.paraphe.stockage.Empreinte;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** La table {@code blob}. Les écritures demandent une transaction ouverte. */
@Dependent
public class Blobs {

  static final String COLONNES =
      "id, collectivite_id, emplacement, sha256, taille, cle_enveloppee, cle_maitre, type_mime";

  /**
   * Un contenu déjà connu garde sa ligne ; sa date repart, pour que le balayage des blobs sans
   * attache lui laisse le temps d’être rattaché.
   */
  private static final String INSCRIRE =
      """
      INSERT INTO blob (id, collectivite_id, sha256, taille, type_mime, emplacement, cle_enveloppee, cle_maitre)
      VALUES (nextval('seq_blob'), ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (collectivite_id, sha256) DO UPDATE SET cree_le = now()
      RETURNING\s"""
          + COLONNES;

  private static final String REMPLACER =
      "UPDATE blob SET emplacement = ?, cle_enveloppee = ?, cle_maitre = ? WHERE id = ?";

  private final EntityManager em;

  @Inject
  public Blobs(EntityManager em) {
    this.em = em;
  }

  /** Ajoute la ligne de ce blob, ou rend celle du même contenu dans la même collectivité. */
  public BlobRef inscrire(BlobScelle blob, String typeMime) {
    try (PreparedStatement ordre = connexion().prepareStatement(INSCRIRE)) {
      ordre.setInt(1, blob.collectivite());
      ordre.setBytes(2, blob.sha256().octets());
      ordre.setLong(3, blob.taille());
      ordre.setString(4, typeMime);
      ordre.setString(5, blob.emplacement());
      ordre.setBytes(6, blob.cleEnveloppee());
      ordre.setShort(7, blob.cleMaitre());
      try (ResultSet ligne = ordre.executeQuery()) {
        ligne.next();
        return lire(ligne);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("inscription d’un blob impossible", e);
    }
  }

  /** Met le fichier neuf à la place de celui qui a disparu ; le contenu est le même. */
  public BlobRef remplacer(BlobRef ancien, BlobScelle neuf) {
    try (PreparedStatement ordre = connexion().prepareStatement(REMPLACER)) {
      ordre.setString(1, neuf.emplacement());
      ordre.setBytes(2, neuf.cleEnveloppee());
      ordre.setShort(3, neuf.cleMaitre());
      ordre.setLong(4, ancien.id());
      ordre.executeUpdate();
      return new BlobRef(ancien.id(), neuf, ancien.typeMime());
    } catch (SQLException e) {
      throw new IllegalStateException("remplacement d’un blob impossible", e);
    }
  }

  public Optional<BlobRef> chercher(int collectivite, long id) {
    List<?> lignes =
        em.createNativeQuery(
                "SELECT " + COLONNES + " FROM blob WHERE collectivite_id = ?1 AND id = ?2")
            .setParameter(1, collectivite)
            .setParameter(2, id)
            .getResultList();
    return lignes.stream().findFirst().map(ligne -> lire((Object[]) ligne));
  }

  private Connection connexion() {
    return connexion(em);
  }

  /** La connexion de la transaction en cours. */
  static Connection connexion(EntityManager em) {
    Connection connexion = em.unwrap(Connection.class);
    if (connexion == null) {
      throw new IllegalStateException("une transaction est nécessaire");
    }
    return connexion;
  }

  private static BlobRef lire(ResultSet ligne) throws SQLException {
    BlobScelle scelle =
        new BlobScelle(
            ligne.getInt(2),
            ligne.getString(3),
            Empreinte.of(ligne.getBytes(4)),
            ligne.getLong(5),
            ligne.getBytes(6),
            ligne.getShort(7));
    return new BlobRef(ligne.getLong(1), scelle, ligne.getString(8));
  }

  static BlobRef lire(Object[] ligne) {
    BlobScelle scelle =
        new BlobScelle(
            ((Number) ligne[1]).intValue(),
            (String) ligne[2],
            Empreinte.of((byte[]) ligne[3]),
            ((Number) ligne[4]).longValue(),
            (byte[]) ligne[5],
            ((Number) ligne[6]).shortValue());
    return new BlobRef(((Number) ligne[0]).longValue(), scelle, (String) ligne[7]);
  }
}
