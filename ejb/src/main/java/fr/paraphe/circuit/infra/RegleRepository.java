package fr.paraphe.circuit.infra;

import fr.paraphe.circuit.Comparateur;
import fr.paraphe.circuit.Condition;
import fr.paraphe.circuit.Regle;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.util.List;

/** La table de sélection d’un sous-type : une ligne par règle, dans l’ordre. */
@Dependent
public class RegleRepository {

  private final EntityManager em;

  @Inject
  public RegleRepository(EntityManager em) {
    this.em = em;
  }

  public List<Regle> lire(CollectiviteId collectivite, int sousType) {
    List<?> lignes =
        em.createNativeQuery(
                "SELECT CAST(conditions AS text), circuit_id, CAST(variables AS text) FROM regle_selection WHERE sous_type_id = ?1 AND collectivite_id = ?2 ORDER BY rang")
            .setParameter(1, sousType)
            .setParameter(2, collectivite.valeur())
            .getResultList();
    return lignes.stream().map(l -> regle((Object[]) l)).toList();
  }

  public void remplacer(CollectiviteId collectivite, int sousType, List<Regle> regles) {
    em.createNativeQuery(
            "DELETE FROM regle_selection WHERE sous_type_id = ?1 AND collectivite_id = ?2")
        .setParameter(1, sousType)
        .setParameter(2, collectivite.valeur())
        .executeUpdate();
    for (int i = 0; i < regles.size(); i++) {
      Regle regle = regles.get(i);
      em.createNativeQuery(
              "INSERT INTO regle_selection (collectivite_id, sous_type_id, rang, circuit_id, conditions, variables) VALUES (?1, ?2, ?3, ?4, CAST(?5 AS jsonb), CAST(?6 AS jsonb))")
          .setParameter(1, collectivite.valeur())
          .setParameter(2, sousType)
          .setParameter(3, i + 1)
          .setParameter(4, regle.circuitId())
          .setParameter(5, conditions(regle.conditions()))
          .setParameter(6, bureaux(regle.variables()))
          .executeUpdate();
    }
  }

  private static Regle regle(Object[] c) {
    try (JsonReader conditions = Json.createReader(new StringReader((String) c[0]));
        JsonReader variables = Json.createReader(new StringReader((String) c[2]))) {
      return new Regle(
          conditions.readArray().getValuesAs(RegleRepository::condition),
          ((Number) c[1]).intValue(),
          variables.readArray().getValuesAs((JsonNumber n) -> new BureauId(n.intValue())));
    }
  }

  private static Condition condition(JsonObject o) {
    Comparateur comparateur = Comparateur.valueOf(o.getString("comparateur"));
    if (o.containsKey("bureau")) {
      return Condition.emisPar(new BureauId(o.getInt("bureau")), comparateur == Comparateur.EGAL);
    }
    return Condition.sur(
        o.getString("metadonnee"),
        comparateur,
        o.getString("valeur", null),
        o.getBoolean("nombre", false));
  }

  private static String conditions(List<Condition> conditions) {
    JsonArrayBuilder liste = Json.createArrayBuilder();
    conditions.forEach(c -> liste.add(objet(c)));
    return liste.build().toString();
  }

  private static JsonObjectBuilder objet(Condition c) {
    JsonObjectBuilder o = Json.createObjectBuilder().add("comparateur", c.comparateur().name());
    if (c.surBureau()) {
      return o.add("bureau", c.bureau().valeur());
    }
    o.add("metadonnee", c.metadonnee());
    if (c.valeur() != null) {
      o.add("valeur", c.valeur());
    }
    return c.nombre() ? o.add("nombre", true) : o;
  }

  private static String bureaux(List<BureauId> bureaux) {
    JsonArrayBuilder liste = Json.createArrayBuilder();
    bureaux.forEach(b -> liste.add(b.valeur()));
    return liste.build().toString();
  }
}
