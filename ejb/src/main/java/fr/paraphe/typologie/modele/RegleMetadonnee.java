package fr.paraphe.typologie.modele;

import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.typologie.ErreurTypologie;
import fr.paraphe.typologie.MetadonneeAttendue;
import fr.paraphe.typologie.NatureMetadonnee;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Les métadonnées d’un dossier contre ce que le sous-type attend. */
public final class RegleMetadonnee {

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern ENTIER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

  private RegleMetadonnee() {}

  /**
   * Vérifie et complète les valeurs fournies : défauts posés, valeurs vides ôtées. Une métadonnée
   * que le sous-type n’attend pas est gardée comme texte : les connecteurs en envoient.
   *
   * @throws ErreurMetier obligatoire absente, ou valeur qui n’est pas de sa nature ; la phrase
   *     nomme le champ et la valeur
   */
  public static Map<String, String> verifier(
      List<MetadonneeAttendue> attendues, Map<String, String> fournies) {
    Map<String, String> valeurs = completer(attendues, fournies);
    attendues.forEach(attendue -> verifier(attendue, valeurs.get(attendue.nomCourt())));
    return valeurs;
  }

  /** Défauts posés, valeurs vides ôtées. */
  public static Map<String, String> completer(
      List<MetadonneeAttendue> attendues, Map<String, String> fournies) {
    Map<String, String> valeurs = new LinkedHashMap<>();
    fournies.forEach((nom, valeur) -> garder(valeurs, nom, valeur));
    attendues.stream()
        .filter(attendue -> !valeurs.containsKey(attendue.nomCourt()))
        .forEach(attendue -> garder(valeurs, attendue.nomCourt(), attendue.defaut()));
    return valeurs;
  }

  private static void garder(Map<String, String> valeurs, String nom, String valeur) {
    if (valeur != null && !valeur.isBlank()) {
      valeurs.put(nom, valeur.strip());
    }
  }

  private static void verifier(MetadonneeAttendue attendue, String valeur) {
    if (valeur == null) {
      if (attendue.obligatoire()) {
        throw new ErreurMetier(
                ErreurTypologie.METADONNEE_OBLIGATOIRE,
                "La métadonnée « "
                    + attendue.nomLong()
                    + " » ("
                    + attendue.nomCourt()
                    + ") est obligatoire.")
            .avec(attendue.nomLong());
      }
      return;
    }
    boolean dansLaListe = attendue.valeurs().isEmpty() || attendue.valeurs().contains(valeur);
    if (!dansLaListe || !deNature(attendue.nature(), valeur)) {
      throw new ErreurMetier(
              ErreurTypologie.METADONNEE_INVALIDE,
              "La valeur « "
                  + valeur
                  + " » ne convient pas à la métadonnée « "
                  + attendue.nomLong()
                  + " ».")
          .avec(valeur, attendue.nomLong());
    }
  }

  private static boolean deNature(NatureMetadonnee nature, String valeur) {
    return switch (nature) {
      case TEXTE -> true;
      case DATE -> DATE.matcher(valeur).matches() && lisible(LocalDate::parse, valeur);
      case ENTIER -> ENTIER.matcher(valeur).matches() && lisible(Long::parseLong, valeur);
      case DECIMAL -> DECIMAL.matcher(valeur).matches();
      case BOOLEEN -> valeur.equals("true") || valeur.equals("false");
      case URL -> estUrl(valeur);
    };
  }

  private static boolean estUrl(String valeur) {
    Predicate<URI> web =
        u ->
            u.getHost() != null
                && ("http".equalsIgnoreCase(u.getScheme())
                    || "https".equalsIgnoreCase(u.getScheme()));
    return lisible(URI::create, valeur) && web.test(URI.create(valeur));
  }

  private static boolean lisible(java.util.function.Function<String, ?> lecture, String valeur) {
    try {
      return lecture.apply(valeur) != null;
    } catch (RuntimeException e) {
      return false;
    }
  }

  public static ErreurMetier typeInconnu(String type) {
    return new ErreurMetier(ErreurTypologie.TYPE_INCONNU, "Le type '" + type + "' n'existe pas")
        .avec(type);
  }

  /** Littéral du contrat (soap-contract.md §B.7). */
  public static ErreurMetier sousTypeInconnu(String type, String sousType) {
    return new ErreurMetier(
            ErreurTypologie.SOUS_TYPE_INCONNU,
            "Le sous-type " + sousType + " n'existe pas pour le type '" + type + "'")
        .avec(sousType, type);
  }
}
