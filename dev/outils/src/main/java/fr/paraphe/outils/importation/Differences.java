package fr.paraphe.outils.importation;

import fr.paraphe.outils.importation.Difference.Genre;
import fr.paraphe.outils.importation.Image.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Compare deux états d’une collectivité, élément par élément, champ par champ. */
final class Differences {

  private Differences() {}

  static List<Difference> entre(Image avant, Image apres) {
    Map<String, Element> anciens = parCle(avant);
    List<Difference> toutes = new ArrayList<>();
    for (Element element : apres.elements()) {
      Element ancien = anciens.remove(element.cle());
      if (ancien == null) {
        toutes.add(Difference.de(Genre.AJOUT, element));
      } else {
        champs(ancien, element, toutes);
      }
    }
    anciens.values().forEach(e -> toutes.add(Difference.de(Genre.RETRAIT, e)));
    return toutes;
  }

  private static void champs(Element ancien, Element neuf, List<Difference> toutes) {
    Set<String> noms = new LinkedHashSet<>(neuf.champs().keySet());
    noms.addAll(ancien.champs().keySet());
    for (String nom : noms) {
      Object avant = ancien.champs().get(nom);
      Object apres = neuf.champs().get(nom);
      if (!Objects.equals(avant, apres)) {
        toutes.add(
            new Difference(
                Genre.CHANGEMENT, neuf.rubrique(), neuf.nom(), nom, dire(avant), dire(apres)));
      }
    }
  }

  static Map<String, Element> parCle(Image image) {
    Map<String, Element> parCle = new LinkedHashMap<>();
    image.elements().forEach(e -> parCle.putIfAbsent(e.cle(), e));
    return parCle;
  }

  private static String dire(Object valeur) {
    if (valeur instanceof List<?> liste) {
      return liste.isEmpty()
          ? "(liste vide)"
          : liste.stream().map(Differences::dire).collect(Collectors.joining(", "));
    }
    if (valeur instanceof Map<?, ?> ensemble) {
      return ensemble.entrySet().stream()
          .map(e -> e.getKey() + "=" + dire(e.getValue()))
          .collect(Collectors.joining(", ", "(", ")"));
    }
    return Image.texte(valeur);
  }
}
