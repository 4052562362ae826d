package fr.paraphe.outils.importation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * La configuration d’une collectivité telle que le format d’échange l’écrit : textes, listes et
 * ensembles, dans un ordre qui ne dépend que de ce qu’ils disent.
 */
record Image(Map<String, Object> arbre) {

  /** Une chose nommée : sa rubrique, son nom, ses champs. */
  record Element(String rubrique, String nom, Map<String, Object> champs) {

    /** Ce qui la retrouve ailleurs, sans égard à la casse. */
    String cle() {
      return (rubrique + "\n" + nom).toLowerCase(Locale.ROOT);
    }
  }

  static final String SOUS_TYPES = "sous-types";
  private static final String NOM = "nom";

  /** Rubrique et champs qui nomment un élément. */
  static final Map<String, List<String>> NOMS = noms();

  private static Map<String, List<String>> noms() {
    Map<String, List<String>> noms = new LinkedHashMap<>();
    noms.put("utilisateurs", List.of("identifiant"));
    noms.put("groupes", List.of(NOM));
    noms.put("bureaux", List.of(NOM));
    noms.put("comptes-techniques", List.of("utilisateur"));
    noms.put("metadonnees", List.of(NOM));
    noms.put("cachets", List.of("titre"));
    noms.put("calques", List.of(NOM));
    noms.put("circuits", List.of(NOM));
    noms.put("types", List.of(NOM));
    noms.put("delegations", List.of("bureau", "delegue", "type", "sous-type", "du"));
    return noms;
  }

  static final Image VIDE = new Image(Map.of());

  /** Tous les éléments, la collectivité d’abord ; les sous-types à part de leur type. */
  List<Element> elements() {
    List<Element> tous = new ArrayList<>();
    if (arbre.get("collectivite") instanceof Map<?, ?> c) {
      Map<String, Object> champs = champs(c);
      tous.add(new Element("collectivite", texte(champs.get("domaine")), champs));
    }
    NOMS.forEach(
        (rubrique, nommants) -> {
          for (Map<String, Object> champs : liste(arbre.get(rubrique))) {
            Map<String, Object> propres = new LinkedHashMap<>(champs);
            Object sousTypes = propres.remove(SOUS_TYPES);
            String nom =
                String.join(
                    " / ",
                    nommants.stream()
                        .map(n -> texte(champs.get(n)))
                        .filter(n -> !n.isEmpty())
                        .toList());
            tous.add(new Element(rubrique, nom, propres));
            liste(sousTypes)
                .forEach(
                    s -> tous.add(new Element(SOUS_TYPES, nom + " / " + texte(s.get(NOM)), s)));
          }
        });
    return tous;
  }

  private static List<Map<String, Object>> liste(Object valeur) {
    if (!(valeur instanceof List<?> elements)) {
      return List.of();
    }
    return elements.stream().filter(Map.class::isInstance).map(e -> champs((Map<?, ?>) e)).toList();
  }

  private static Map<String, Object> champs(Map<?, ?> ensemble) {
    Map<String, Object> champs = new LinkedHashMap<>();
    ensemble.forEach((cle, valeur) -> champs.put(String.valueOf(cle), valeur));
    return champs;
  }

  static String texte(Object valeur) {
    return valeur == null ? "" : valeur.toString();
  }
}
