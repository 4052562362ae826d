package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.modele.Metadonnees;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.util.PGobject;

/** Les métadonnées sont une colonne jsonb : un objet de chaînes. */
@Converter(autoApply = true)
public class ConversionMetadonnees implements AttributeConverter<Metadonnees, Object> {

  @Override
  public Object convertToDatabaseColumn(Metadonnees metadonnees) {
    try {
      PGobject json = new PGobject();
      json.setType("jsonb");
      json.setValue(enJson(metadonnees == null ? Map.of() : metadonnees.valeurs()));
      return json;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Metadonnees convertToEntityAttribute(Object colonne) {
    return new Metadonnees(
        deJson(colonne instanceof PGobject o ? o.getValue() : String.valueOf(colonne)));
  }

  public static String enJson(Map<String, String> valeurs) {
    JsonObjectBuilder objet = Json.createObjectBuilder();
    valeurs.forEach(objet::add);
    return objet.build().toString();
  }

  public static Map<String, String> deJson(String json) {
    Map<String, String> valeurs = new TreeMap<>();
    try (var lecteur = Json.createReader(new StringReader(json))) {
      lecteur.readObject().forEach((nom, valeur) -> valeurs.put(nom, texte(valeur)));
    }
    return valeurs;
  }

  private static String texte(JsonValue valeur) {
    return valeur instanceof JsonString chaine ? chaine.getString() : valeur.toString();
  }
}
