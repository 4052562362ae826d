package fr.paraphe.outils.importation;

import fr.paraphe.socle.Horloge;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Un ensemble « clé : valeur » du fichier. Les lectures relèvent leurs anomalies et rendent une
 * valeur neutre ; {@link #clore} signale les clés que personne n’a lues.
 */
final class Noeud {

  private static final Set<String> OUI = Set.of("oui", "true", "vrai", "yes");
  private static final Set<String> NON = Set.of("non", "false", "faux", "no");

  private final int ligne;
  private final Anomalies anomalies;
  private final Map<String, Node> valeurs = new LinkedHashMap<>();
  private final Map<String, Integer> inconnues = new LinkedHashMap<>();

  private Noeud(Node node, Anomalies anomalies) {
    this.ligne = ligne(node);
    this.anomalies = anomalies;
    if (node instanceof MappingNode ensemble) {
      ensemble.getValue().forEach(this::ranger);
    } else {
      anomalies.relever(ligne, "on attend ici des « clé : valeur »");
    }
  }

  static Noeud de(Node node, Anomalies anomalies) {
    return new Noeud(node, anomalies);
  }

  private static int ligne(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private void ranger(NodeTuple paire) {
    String cle = paire.getKeyNode() instanceof ScalarNode s ? s.getValue() : "?";
    inconnues.put(cle, ligne(paire.getKeyNode()));
    if (valeurs.put(cle, paire.getValueNode()) != null) {
      anomalies.relever(ligne(paire.getKeyNode()), "« " + cle + " » est écrit deux fois");
    }
  }

  int ligne() {
    return ligne;
  }

  private Node prendre(String cle) {
    inconnues.remove(cle);
    Node node = valeurs.get(cle);
    return node == null || node.getTag() == Tag.NULL ? null : node;
  }

  String texte(String cle, String defaut) {
    Node node = prendre(cle);
    return node == null ? defaut : scalaire(cle, node);
  }

  String exige(String cle) {
    String texte = texte(cle, "");
    if (texte.isEmpty()) {
      anomalies.relever(ligne, "il manque « " + cle + " »");
    }
    return texte;
  }

  /** Un texte obligatoire qui suit une forme, dite en français si elle n’est pas tenue. */
  String exige(String cle, Pattern forme, String attendu) {
    String texte = exige(cle);
    if (!texte.isEmpty() && !forme.matcher(texte).matches()) {
      anomalies.relever(
          ligneDe(cle), "« " + texte + " » ne convient pas à « " + cle + " » : " + attendu);
    }
    return texte;
  }

  String parmi(String cle, String defaut, Set<String> admis) {
    String texte = defaut == null ? exige(cle) : texte(cle, defaut);
    if (!texte.isEmpty() && !admis.contains(texte)) {
      anomalies.relever(
          ligneDe(cle),
          "« "
              + texte
              + " » n’est pas admis pour « "
              + cle
              + " » : "
              + String.join(", ", admis.stream().sorted().toList()));
    }
    return texte;
  }

  boolean booleen(String cle, boolean defaut) {
    String texte = texte(cle, defaut ? "oui" : "non").toLowerCase(java.util.Locale.ROOT);
    if (!OUI.contains(texte) && !NON.contains(texte)) {
      anomalies.relever(ligneDe(cle), "« " + cle + " » attend oui ou non");
    }
    return OUI.contains(texte);
  }

  /**
   * Un jour ({@code AAAA-MM-JJ}, heure de Paris) ou un instant ({@code 2026-01-01T10:00:00Z}).
   *
   * @param decalage jours ajoutés à un jour : 1 pour le dernier jour d’une période, compris
   */
  Instant moment(String cle, int decalage) {
    String texte = texte(cle, "");
    try {
      if (texte.isEmpty()) {
        return null;
      }
      return texte.indexOf('T') > 0
          ? Instant.parse(texte)
          : LocalDate.parse(texte).plusDays(decalage).atStartOfDay(Horloge.ZONE).toInstant();
    } catch (DateTimeException e) {
      anomalies.relever(
          ligneDe(cle), "« " + texte + " » n’est pas une date : écrivez-la AAAA-MM-JJ");
      return null;
    }
  }

  /** Un entier positif qui tient sur quatre chiffres ; nul s’il n’est pas écrit. */
  Integer entier(String cle) {
    String texte = texte(cle, "");
    if (texte.isEmpty()) {
      return null;
    }
    if (!texte.matches("[1-9]\\d{0,3}")) {
      anomalies.relever(ligneDe(cle), "« " + cle + " » attend un nombre entier, 1 ou plus");
      return null;
    }
    return Integer.valueOf(texte);
  }

  /** Une valeur libre, en JSON. */
  String json(String cle, String defaut) {
    Node node = prendre(cle);
    if (node == null) {
      return defaut;
    }
    JsonValue valeur = ArbreJson.de(node);
    boolean attendu =
        valeur.getValueType()
            == (defaut.startsWith("[") ? JsonValue.ValueType.ARRAY : JsonValue.ValueType.OBJECT);
    if (!attendu) {
      anomalies.relever(
          ligneDe(cle),
          "« " + cle + " » attend " + (defaut.startsWith("[") ? "une liste" : "un ensemble"));
    }
    return attendu ? valeur.toString() : defaut;
  }

  /** Un nom qui renvoie ailleurs ; nul s’il n’est pas écrit. */
  Configuration.Nom nom(String cle) {
    Node node = prendre(cle);
    return node == null ? null : new Configuration.Nom(ligne(node), scalaire(cle, node));
  }

  Configuration.Nom exigeNom(String cle) {
    Configuration.Nom nom = nom(cle);
    if (nom == null) {
      anomalies.relever(ligne, "il manque « " + cle + " »");
      return new Configuration.Nom(ligne, "");
    }
    return nom;
  }

  /** Nul si la clé n’est pas écrite. */
  List<Configuration.Nom> nomsSiEcrits(String cle) {
    return valeurs.containsKey(cle) ? noms(cle) : null;
  }

  List<Configuration.Nom> noms(String cle) {
    List<Configuration.Nom> noms = new ArrayList<>();
    for (Node element : elements(cle)) {
      noms.add(new Configuration.Nom(ligne(element), scalaire(cle, element)));
    }
    return noms;
  }

  List<String> textes(String cle) {
    return noms(cle).stream().map(Configuration.Nom::valeur).toList();
  }

  Noeud ensemble(String cle) {
    Node node = prendre(cle);
    if (node == null) {
      return null;
    }
    return new Noeud(node, anomalies);
  }

  <T> List<T> liste(String cle, Function<Noeud, T> lecture) {
    List<T> lus = new ArrayList<>();
    for (Node element : elements(cle)) {
      Noeud noeud = new Noeud(element, anomalies);
      lus.add(lecture.apply(noeud));
      noeud.clore();
    }
    return lus;
  }

  private List<Node> elements(String cle) {
    Node node = prendre(cle);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode liste) {
      return liste.getValue();
    }
    anomalies.relever(ligne(node), "« " + cle + " » attend une liste");
    return List.of();
  }

  void clore() {
    inconnues.forEach((cle, ou) -> anomalies.relever(ou, "« " + cle + " » n’est pas connu ici"));
    inconnues.clear();
  }

  private int ligneDe(String cle) {
    Node node = valeurs.get(cle);
    return node == null ? ligne : ligne(node);
  }

  private String scalaire(String cle, Node node) {
    if (node instanceof ScalarNode s) {
      return s.getScalarStyle() == DumperOptions.ScalarStyle.DOUBLE_QUOTED
          ? s.getValue()
          : s.getValue().strip();
    }
    anomalies.relever(ligne(node), "« " + cle + " » attend une valeur simple");
    return "";
  }
}
