package fr.paraphe.outils.importation;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** L’arbre qu’un fichier YAML donnerait, depuis des valeurs, à une ligne donnée. */
final class ArbreYaml {

  private ArbreYaml() {}

  static Node de(Object valeur, int ligne) {
    Mark la = new Mark("", 0, ligne - 1, 0, new int[0], 0);
    if (valeur instanceof Node node) {
      return node;
    }
    if (valeur instanceof Map<?, ?> ensemble) {
      List<NodeTuple> paires =
          ensemble.entrySet().stream()
              .map(e -> new NodeTuple(de(e.getKey(), ligne), de(e.getValue(), ligne)))
              .toList();
      return new MappingNode(Tag.MAP, true, paires, la, la, FlowStyle.BLOCK);
    }
    if (valeur instanceof List<?> liste) {
      List<Node> elements = liste.stream().map(e -> de(e, ligne)).toList();
      return new SequenceNode(Tag.SEQ, true, elements, la, la, FlowStyle.BLOCK);
    }
    return new ScalarNode(tag(valeur), valeur.toString(), la, la, ScalarStyle.DOUBLE_QUOTED);
  }

  private static Tag tag(Object valeur) {
    if (valeur instanceof Boolean) {
      return Tag.BOOL;
    }
    if (valeur instanceof Long) {
      return Tag.INT;
    }
    return valeur instanceof Double ? Tag.FLOAT : Tag.STR;
  }
}
