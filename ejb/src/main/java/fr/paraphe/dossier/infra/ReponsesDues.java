package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.ActeRejouable;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.socle.Horloge;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;

/** Les réponses dont on ne sait pas si elles sont arrivées, par compte, acte et dossier. */
@Dependent
public class ReponsesDues {

  private final EntityManager em;
  private final Horloge horloge;

  @Inject
  public ReponsesDues(EntityManager em, Horloge horloge) {
    this.em = em;
    this.horloge = horloge;
  }

  public void ajouter(Acteur acteur, ActeRejouable acte, IdentifiantDossier id) {
    oublierLesVieilles(acteur);
    pour(
            """
            INSERT INTO reponse_due (utilisateur_id, acte, identifiant, faite_le, collectivite_id) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (utilisateur_id, acte, identifiant) DO UPDATE SET faite_le = EXCLUDED.faite_le
            """,
            acteur,
            acte,
            id)
        .setParameter(4, Timestamp.from(horloge.maintenant()))
        .setParameter(5, acteur.collectivite().valeur())
        .executeUpdate();
  }

  private void oublierLesVieilles(Acteur acteur) {
    em.createNativeQuery("DELETE FROM reponse_due WHERE utilisateur_id = ?1 AND faite_le < ?2")
        .setParameter(1, acteur.id().valeur())
        .setParameter(2, limite())
        .executeUpdate();
  }

  public boolean contient(Acteur acteur, ActeRejouable acte, IdentifiantDossier id) {
    return !pour(
            """
            SELECT 1 FROM reponse_due WHERE utilisateur_id = ?1 AND acte = ?2 AND identifiant = ?3 AND faite_le >= ?4
            """,
            acteur,
            acte,
            id)
        .setParameter(4, limite())
        .getResultList()
        .isEmpty();
  }

  public void oter(Acteur acteur, ActeRejouable acte, IdentifiantDossier id) {
    pour(
            "DELETE FROM reponse_due WHERE utilisateur_id = ?1 AND acte = ?2 AND identifiant = ?3",
            acteur,
            acte,
            id)
        .executeUpdate();
  }

  private Query pour(String sql, Acteur acteur, ActeRejouable acte, IdentifiantDossier id) {
    return em.createNativeQuery(sql)
        .setParameter(1, acteur.id().valeur())
        .setParameter(2, acte.name())
        .setParameter(3, id.valeur());
  }

  private Timestamp limite() {
    return Timestamp.from(horloge.maintenant().minus(DepotsMachine.FENETRE));
  }
}
