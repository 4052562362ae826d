package fr.paraphe.journal.infra;

import fr.paraphe.journal.modele.LigneChainee;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Ajoute au journal. La tête de la chaîne est sur le dossier, dont la ligne est verrouillée par
 * l’acte en cours.
 */
@Dependent
public class JournalRepository {

  private static final String COLONNES =
      """
      INSERT INTO evenement (dossier_id, rang, instant, collectivite_id, acteur_id, bureau_id, delegation_id, etape_id, nature,
        statut, acteur_nom, annotation, visible, empreinte) VALUES\s""";

  private static final int PAR_LIGNE = 14;
  private static final Map<Integer, String> NULLABLES =
      Map.of(5, "integer", 6, "integer", 7, "integer", 8, "bigint");

  private final EntityManager em;

  @Inject
  public JournalRepository(EntityManager em) {
    this.em = em;
  }

  /** La dernière ligne écrite : son rang (0 : aucune) et son empreinte. */
  public record Tete(int rang, byte[] empreinte) {}

  public Tete tete(long dossier) {
    Object[] c =
        (Object[])
            em.createNativeQuery("SELECT journal_rang, journal_tete FROM dossier WHERE id = ?1")
                .setParameter(1, dossier)
                .getSingleResult();
    return new Tete(((Number) c[0]).intValue(), (byte[]) c[1]);
  }

  public void ajouter(Tete tete, List<LigneChainee> lignes) {
    Query insertion = em.createNativeQuery(COLONNES + valeurs(lignes.size()));
    byte[] empreinte = tete.empreinte();
    int parametre = 1;
    for (LigneChainee ligne : lignes) {
      empreinte = ligne.empreinte(empreinte);
      parametre = lier(insertion, parametre, ligne, empreinte);
    }
    insertion.executeUpdate();
    avancer(lignes.get(lignes.size() - 1), empreinte);
  }

  /** Une ligne de paramètres ; les colonnes qui peuvent être nulles disent leur type. */
  private static String valeurs(int lignes) {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < lignes; i++) {
      sql.append(i == 0 ? "(" : ", (");
      for (int j = 1; j <= PAR_LIGNE; j++) {
        String parametre = "?" + (i * PAR_LIGNE + j);
        String type = NULLABLES.get(j);
        sql.append(j == 1 ? "" : ", ")
            .append(type == null ? parametre : "CAST(" + parametre + " AS " + type + ")");
      }
      sql.append(')');
    }
    return sql.toString();
  }

  private static int lier(Query q, int depart, LigneChainee l, byte[] empreinte) {
    List<Object> colonnes =
        Arrays.asList(
            l.dossier(),
            l.rang(),
            Timestamp.from(l.instant()),
            l.collectivite(),
            l.acteur(),
            l.bureau(),
            l.delegation(),
            l.etape(),
            l.nature(),
            l.statut(),
            l.acteurNom(),
            l.annotation(),
            l.visible(),
            empreinte);
    int parametre = depart;
    for (Object colonne : colonnes) {
      q.setParameter(parametre++, colonne);
    }
    return parametre;
  }

  private void avancer(LigneChainee derniere, byte[] empreinte) {
    em.createNativeQuery("UPDATE dossier SET journal_rang = ?2, journal_tete = ?3 WHERE id = ?1")
        .setParameter(1, derniere.dossier())
        .setParameter(2, derniere.rang())
        .setParameter(3, empreinte)
        .executeUpdate();
    em.createNativeQuery(
            "INSERT INTO journal_a_sceller (dossier_id) VALUES (?1) ON CONFLICT DO NOTHING")
        .setParameter(1, derniere.dossier())
        .executeUpdate();
  }
}
