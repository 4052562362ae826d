package fr.paraphe.outils.importation;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Lit un tableau d’utilisateurs ou de bureaux et en fait le même arbre qu’un fichier YAML. Une
 * colonne absente laisse à un élément connu ce qu’il a ; une case vide rend la valeur ordinaire.
 */
final class LectureCsv {

  /**
   * Ce qu’un tableau décrit : sa rubrique, ses colonnes (la première nomme), celles à plusieurs.
   */
  enum Tableau {
    UTILISATEURS(
        "utilisateurs",
        List.of("identifiant", "prenom", "nom", "courriel", "role", "notification", "actif"),
        Set.of()),
    BUREAUX(
        "bureaux",
        List.of(
            "nom",
            "titre",
            "description",
            "superieur",
            "proprietaires",
            "secretaires",
            "superviseurs",
            "administrateurs",
            "associes",
            "metadonnees",
            "habilitations",
            "affiche-a-venir",
            "actif"),
        Set.of(
            "proprietaires",
            "secretaires",
            "superviseurs",
            "administrateurs",
            "associes",
            "metadonnees",
            "habilitations"));

    private final String rubrique;
    private final List<String> colonnes;
    private final Set<String> listes;

    Tableau(String rubrique, List<String> colonnes, Set<String> listes) {
      this.rubrique = rubrique;
      this.colonnes = colonnes;
      this.listes = listes;
    }
  }

  private final Tableau tableau;
  private final Anomalies anomalies;

  LectureCsv(Tableau tableau, Anomalies anomalies) {
    this.tableau = tableau;
    this.anomalies = anomalies;
  }

  /**
   * @param image la collectivité telle qu’elle est
   * @throws ImportationRefusee l’entête ne convient pas
   */
  Node lire(String fichier, byte[] contenu, Image image) throws IOException {
    String texte = decoder(contenu);
    Map<String, Image.Element> connus = Differences.parCle(image);
    List<Node> elements = new ArrayList<>();
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(separateur(texte)).setTrim(true).get();
    try (CSVParser lignes = CSVParser.parse(new StringReader(texte), format)) {
      List<String> entete = null;
      for (CSVRecord ligne : lignes) {
        int numero = (int) lignes.getCurrentLineNumber();
        if (entete == null) {
          entete = entete(ligne);
          anomalies.exigerAucune(fichier);
        } else {
          elements.add(ArbreYaml.de(element(entete, ligne, numero, connus), numero));
        }
      }
    } catch (IllegalArgumentException | java.io.UncheckedIOException illisible) {
      anomalies.relever(1, "ce n’est pas un tableau CSV lisible (guillemets ?)");
    }
    if (elements.isEmpty()) {
      anomalies.relever(1, "le tableau ne contient aucune ligne");
    }
    anomalies.exigerAucune(fichier);
    Map<String, Object> racine = new LinkedHashMap<>();
    racine.put("paraphe", 1L);
    racine.put("collectivite", image.arbre().get("collectivite"));
    racine.put(tableau.rubrique, elements);
    return ArbreYaml.de(racine, 1);
  }

  private List<String> entete(CSVRecord ligne) {
    List<String> entete = ligne.stream().map(LectureCsv::sansAccent).toList();
    entete.stream()
        .filter(c -> !tableau.colonnes.contains(c))
        .forEach(c -> anomalies.relever(1, "la colonne « " + c + " » n’est pas connue"));
    if (!entete.contains(tableau.colonnes.get(0))) {
      anomalies.relever(1, "il manque la colonne « " + tableau.colonnes.get(0) + " »");
    }
    if (Set.copyOf(entete).size() < entete.size()) {
      anomalies.relever(1, "une colonne est écrite deux fois");
    }
    return entete;
  }

  private Map<String, Object> element(
      List<String> entete, CSVRecord ligne, int numero, Map<String, Image.Element> connus) {
    if (ligne.size() != entete.size()) {
      anomalies.relever(
          numero, "la ligne a " + ligne.size() + " cases, l’entête en a " + entete.size());
      return Map.of();
    }
    String nom = ligne.get(entete.indexOf(tableau.colonnes.get(0)));
    Image.Element connu = connus.get(new Image.Element(tableau.rubrique, nom, Map.of()).cle());
    Map<String, Object> champs = new LinkedHashMap<>(connu == null ? Map.of() : connu.champs());
    for (int i = 0; i < entete.size(); i++) {
      String valeur = ligne.get(i);
      if (valeur.isEmpty()) {
        champs.remove(entete.get(i));
      } else {
        champs.put(
            entete.get(i), tableau.listes.contains(entete.get(i)) ? plusieurs(valeur) : valeur);
      }
    }
    return champs;
  }

  private static List<String> plusieurs(String valeur) {
    return Stream.of(valeur.split("\\|")).map(String::strip).filter(v -> !v.isEmpty()).toList();
  }

  /** UTF-8, sinon l’alphabet des tableurs français (windows-1252, qui contient ISO-8859-1). */
  private static String decoder(byte[] contenu) {
    String texte;
    try {
      texte = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(contenu)).toString();
    } catch (CharacterCodingException autre) {
      texte = new String(contenu, Charset.forName("windows-1252"));
    }
    return texte.startsWith("\uFEFF") ? texte.substring(1) : texte;
  }

  private static char separateur(String texte) {
    String premiere = texte.lines().findFirst().orElse("");
    long points = premiere.chars().filter(c -> c == ';').count();
    return points >= premiere.chars().filter(c -> c == ',').count() ? ';' : ',';
  }

  private static String sansAccent(String titre) {
    return Normalizer.normalize(titre, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace(' ', '-');
  }
}
