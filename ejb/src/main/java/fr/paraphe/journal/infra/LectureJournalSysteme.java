package fr.paraphe.journal.infra;

import fr.paraphe.journal.LigneAdministration;
import fr.paraphe.organisation.Changements.Changement;
import fr.paraphe.organisation.CollectiviteId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.sql.Timestamp;
import java.util.List;

/** Lit la chaîne d’une collectivité, de la plus récente à la plus ancienne. */
@Dependent
public class LectureJournalSysteme {

  private static final String LIRE =
      """
      SELECT rang, instant, nature, acteur_nom, objet, CAST(detail AS text) FROM evenement_systeme
      WHERE collectivite_id = ?1 AND rang < ?2
        AND (?3 = '' OR normalise(acteur_nom || ' ' || coalesce(objet, '')) LIKE '%' || normalise(?3) || '%')
      ORDER BY rang DESC LIMIT ?4
      """;

  private final EntityManager em;

  @Inject
  public LectureJournalSysteme(EntityManager em) {
    this.em = em;
  }

  public List<LigneAdministration> lire(
      CollectiviteId collectivite, long avant, String texte, int taille) {
    List<?> lignes =
        em.createNativeQuery(LIRE)
            .setParameter(1, collectivite.valeur())
            .setParameter(2, avant)
            .setParameter(3, texte)
            .setParameter(4, taille)
            .getResultList();
    return lignes.stream().map(l -> ligne((Object[]) l)).toList();
  }

  private static LigneAdministration ligne(Object[] c) {
    return new LigneAdministration(
        ((Number) c[0]).longValue(),
        ((Timestamp) c[1]).toInstant(),
        (String) c[2],
        (String) c[3],
        c[4] == null ? "" : (String) c[4],
        changements((String) c[5]));
  }

  /** Un détail qui n’est pas une liste de changements (autre nature de fait) n’en montre aucun. */
  private static List<Changement> changements(String json) {
    if (json == null || !json.startsWith("[")) {
      return List.of();
    }
    try (JsonReader lecteur = Json.createReader(new StringReader(json))) {
      return lecteur.readArray().getValuesAs(LectureJournalSysteme::changement);
    }
  }

  private static Changement changement(JsonValue valeur) {
    JsonObject o = valeur.asJsonObject();
    return new Changement(
        o.getString("champ", ""), o.getString("avant", ""), o.getString("apres", ""));
  }
}
