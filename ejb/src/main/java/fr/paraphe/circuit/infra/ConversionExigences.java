package fr.paraphe.circuit.infra;

import fr.paraphe.circuit.Exigences;
import fr.paraphe.organisation.BureauId;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PGobject;

/**
 * Les exigences d’une étape sont une colonne jsonb : {@code {"validation":["montant"],
 * "rejet":["motif"], "notifies":[12], "emetteur":true}}, chaque clé facultative.
 */
@Converter(autoApply = true)
public class ConversionExigences implements AttributeConverter<Exigences, Object> {

  @Override
  public Object convertToDatabaseColumn(Exigences exigences) {
    try {
      PGobject json = new PGobject();
      json.setType("jsonb");
      json.setValue(enJson(exigences == null ? Exigences.AUCUNE : exigences));
      return json;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Exigences convertToEntityAttribute(Object colonne) {
    if (colonne == null) {
      return Exigences.AUCUNE;
    }
    return deJson(colonne instanceof PGobject o ? o.getValue() : colonne.toString());
  }

  static String enJson(Exigences exigences) {
    JsonObjectBuilder objet = Json.createObjectBuilder();
    ajouter(objet, "validation", exigences.validation());
    ajouter(objet, "rejet", exigences.rejet());
    if (!exigences.notifies().isEmpty()) {
      JsonArrayBuilder bureaux = Json.createArrayBuilder();
      exigences.notifies().forEach(b -> bureaux.add(b.valeur()));
      objet.add("notifies", bureaux);
    }
    if (exigences.notifieEmetteur()) {
      objet.add("emetteur", true);
    }
    return objet.build().toString();
  }

  private static void ajouter(JsonObjectBuilder objet, String cle, List<String> noms) {
    if (!noms.isEmpty()) {
      objet.add(cle, Json.createArrayBuilder(noms));
    }
  }

  static Exigences deJson(String json) {
    if (json == null || json.equals("{}")) {
      return Exigences.AUCUNE;
    }
    try (var lecteur = Json.createReader(new StringReader(json))) {
      JsonObject objet = lecteur.readObject();
      return new Exigences(
          noms(objet, "validation"),
          noms(objet, "rejet"),
          objet.containsKey("notifies")
              ? objet
                  .getJsonArray("notifies")
                  .getValuesAs((JsonNumber n) -> new BureauId(n.intValue()))
              : List.of(),
          objet.getBoolean("emetteur", false));
    }
  }

  private static List<String> noms(JsonObject objet, String cle) {
    return objet.containsKey(cle)
        ? objet.getJsonArray(cle).getValuesAs(JsonString::getString)
        : List.of();
  }
}
