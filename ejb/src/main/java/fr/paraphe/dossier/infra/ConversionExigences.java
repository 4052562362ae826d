package fr.paraphe.dossier.infra;

import fr.paraphe.circuit.Exigences;
import fr.paraphe.organisation.BureauId;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PGobject;

/** Les exigences d’une étape sont une colonne jsonb, nulle quand il n’y en a pas. */
@Converter(autoApply = true)
public class ConversionExigences implements AttributeConverter<Exigences, Object> {

  @Override
  public Object convertToDatabaseColumn(Exigences exigences) {
    try {
      PGobject json = new PGobject();
      json.setType("jsonb");
      json.setValue(exigences == null || exigences.aucune() ? null : enJson(exigences));
      return json;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String enJson(Exigences e) {
    JsonArrayBuilder notifies = Json.createArrayBuilder();
    e.notifies().forEach(b -> notifies.add(b.valeur()));
    return Json.createObjectBuilder()
        .add("validation", Json.createArrayBuilder(e.validation()))
        .add("rejet", Json.createArrayBuilder(e.rejet()))
        .add("notifies", notifies)
        .build()
        .toString();
  }

  @Override
  public Exigences convertToEntityAttribute(Object colonne) {
    String json = colonne instanceof PGobject o ? o.getValue() : (String) colonne;
    if (json == null) {
      return Exigences.AUCUNE;
    }
    try (var lecteur = Json.createReader(new StringReader(json))) {
      JsonObject objet = lecteur.readObject();
      return new Exigences(
          textes(objet, "validation"),
          textes(objet, "rejet"),
          objet.getJsonArray("notifies").getValuesAs(JsonNumber.class).stream()
              .map(n -> new BureauId(n.intValue()))
              .toList(),
          false);
    }
  }

  private static List<String> textes(JsonObject objet, String cle) {
    return objet.getJsonArray(cle).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }
}
