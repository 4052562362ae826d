package fr.paraphe.notification.infra;

import fr.paraphe.notification.modele.Annonce;
import fr.paraphe.notification.modele.NatureMessage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Les messages qui attendent leur envoi, relus au dernier moment. */
@Dependent
public class Boite {

  /**
   * Tout est relu : un titre changé, un dossier devenu confidentiel, une personne partie du bureau
   * comptent encore.
   */
  private static final String LIRE =
      """
      SELECT m.id, m.adresse, coalesce(trim(u.prenom || ' ' || u.nom), ''), m.nature, m.cree_le, b.titre, x.titre, m.charge ->> 'action', m.charge ->> 'acte',
        m.charge ->> 'acteur', e.annotation_publique, d.identifiant, d.titre, d.visibilite = 'CONFIDENTIEL', d.date_limite,
        d.etat <> 'SUPPRIME' AND (m.destinataire_id IS NULL OR u.actif AND EXISTS (
          SELECT 1 FROM bureau_utilisateur r WHERE r.utilisateur_id = u.id AND r.bureau_id = b.id)),
        EXISTS (SELECT 1 FROM tache t WHERE t.etape_id = CAST(m.charge ->> 'etape' AS bigint))
      FROM message m JOIN dossier d ON d.id = m.dossier_id AND d.collectivite_id = m.collectivite_id
      LEFT JOIN utilisateur u ON u.id = m.destinataire_id
      LEFT JOIN bureau b ON b.id = CAST(m.charge ->> 'bureau' AS integer)
      LEFT JOIN bureau x ON x.id = CAST(m.charge ->> 'absent' AS integer)
      LEFT JOIN etape e ON e.dossier_id = d.id
        AND (e.id = CAST(m.charge ->> 'decidee' AS bigint) OR m.charge ->> 'decidee' IS NULL AND m.charge ->> 'acte' = 'EMISSION' AND e.action = 'EMISSION')
      WHERE m.envoye_le IS NULL AND m.id = ANY(CAST(string_to_array(?1, ',') AS bigint[]))
      ORDER BY b.titre, d.id, m.id
      """;

  private final EntityManager em;

  @Inject
  public Boite(EntityManager em) {
    this.em = em;
  }

  /**
   * Un message à envoyer.
   *
   * @param actuelle faux si l’annonce n’a plus d’objet pour cette personne
   */
  public record EnAttente(long id, String adresse, String nom, Annonce annonce, boolean actuelle) {}

  /** Ceux de ces messages qui ne sont pas partis. */
  public List<EnAttente> lire(Collection<Long> ids) {
    List<?> lignes = em.createNativeQuery(LIRE).setParameter(1, liste(ids)).getResultList();
    return lignes.stream().map(l -> enAttente((Object[]) l)).toList();
  }

  private static String liste(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static EnAttente enAttente(Object[] c) {
    Annonce annonce =
        new Annonce(
            NatureMessage.valueOf((String) c[3]),
            ((Timestamp) c[4]).toInstant(),
            c[5] == null ? "" : (String) c[5],
            (String) c[6],
            (String) c[7],
            (String) c[8],
            (String) c[9],
            (String) c[10],
            (String) c[11],
            (String) c[12],
            (Boolean) c[13],
            c[14] == null ? null : ((Date) c[14]).toLocalDate());
    boolean attend = !annonce.nature().tantQuIlAttend() || (Boolean) c[16];
    return new EnAttente(
        ((Number) c[0]).longValue(),
        (String) c[1],
        (String) c[2],
        annonce,
        (Boolean) c[15] && attend);
  }

  /** Partis, ou écartés avec une raison : ils n’attendent plus. */
  public void classer(Collection<Long> ids, Instant instant, String raison) {
    em.createNativeQuery(
            "UPDATE message SET envoye_le = ?2, erreur = ?3 WHERE envoye_le IS NULL AND id = ANY(CAST(string_to_array(?1, ',') AS bigint[]))")
        .setParameter(1, liste(ids))
        .setParameter(2, Timestamp.from(instant))
        .setParameter(3, raison)
        .executeUpdate();
  }
}
