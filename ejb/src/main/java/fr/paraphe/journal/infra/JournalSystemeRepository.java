package fr.paraphe.journal.infra;

import fr.paraphe.journal.modele.LigneSysteme;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;

/**
 * La chaîne d’une collectivité. Sa tête est sur la collectivité, dont la ligne est verrouillée
 * jusqu’à la fin de la transaction : les rangs se suivent sans trou.
 */
@Dependent
public class JournalSystemeRepository {

  private static final String AJOUTER =
      """
      INSERT INTO evenement_systeme (collectivite_id, rang, instant, nature, acteur_id, acteur_nom, objet, detail, empreinte)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, CAST(?8 AS jsonb), ?9)
      """;

  private final EntityManager em;

  @Inject
  public JournalSystemeRepository(EntityManager em) {
    this.em = em;
  }

  /** La dernière ligne écrite : son rang (0 : aucune) et son empreinte. */
  public record Tete(long rang, byte[] empreinte) {}

  /** Verrouille la chaîne. */
  public Tete tete(int collectivite) {
    Object[] c =
        (Object[])
            em.createNativeQuery(
                    "SELECT journal_rang, journal_tete FROM collectivite WHERE id = ?1 FOR NO KEY UPDATE")
                .setParameter(1, collectivite)
                .getSingleResult();
    return new Tete(((Number) c[0]).longValue(), (byte[]) c[1]);
  }

  /** Le détail tel que la base le rendra. */
  public String canonique(String json) {
    return (String)
        em.createNativeQuery("SELECT CAST(CAST(?1 AS jsonb) AS text)")
            .setParameter(1, json)
            .getSingleResult();
  }

  public void ajouter(Tete tete, LigneSysteme ligne) {
    byte[] empreinte = ligne.empreinte(tete.empreinte());
    em.createNativeQuery(AJOUTER)
        .setParameter(1, ligne.collectivite())
        .setParameter(2, ligne.rang())
        .setParameter(3, Timestamp.from(ligne.instant()))
        .setParameter(4, ligne.nature())
        .setParameter(5, ligne.acteur())
        .setParameter(6, ligne.acteurNom())
        .setParameter(7, ligne.objet())
        .setParameter(8, ligne.detail())
        .setParameter(9, empreinte)
        .executeUpdate();
    em.createNativeQuery(
            "UPDATE collectivite SET journal_rang = ?2, journal_tete = ?3 WHERE id = ?1")
        .setParameter(1, ligne.collectivite())
        .setParameter(2, ligne.rang())
        .setParameter(3, empreinte)
        .executeUpdate();
  }
}
