package fr.paraphe.outils.importation;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Un morceau libre du fichier, en JSON : nombres et {@code true}, {@code false} gardés tels. */
final class ArbreJson {

  private ArbreJson() {}

  static JsonValue de(Node node) {
    if (node instanceof MappingNode ensemble) {
      JsonObjectBuilder objet = Json.createObjectBuilder();
      for (NodeTuple paire : ensemble.getValue()) {
        objet.add(((ScalarNode) paire.getKeyNode()).getValue(), de(paire.getValueNode()));
      }
      return objet.build();
    }
    if (node instanceof SequenceNode liste) {
      JsonArrayBuilder tableau = Json.createArrayBuilder();
      liste.getValue().forEach(n -> tableau.add(de(n)));
      return tableau.build();
    }
    return scalaire((ScalarNode) node);
  }

  private static JsonValue scalaire(ScalarNode node) {
    String texte = node.getValue();
    if (node.getTag() == Tag.NULL) {
      return JsonValue.NULL;
    }
    if (node.getTag() == Tag.BOOL && texte.toLowerCase(Locale.ROOT).matches("true|false")) {
      return texte.equalsIgnoreCase("true") ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (texte.matches("-?(0|[1-9]\\d{0,17})(\\.\\d{1,15})?")
        && (node.getTag() == Tag.INT || node.getTag() == Tag.FLOAT)) {
      return Json.createValue(new BigDecimal(texte));
    }
    return Json.createValue(texte);
  }
}
