package fr.paraphe.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Relève ce qu’un texte du dépôt désigne et qui n’existe pas : fichiers, titres, chemins cités. */
final class Liens {

  private static final Pattern BLOC = Pattern.compile("(?ms)^```.*?^```[ \\t]*$");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern LIEN = Pattern.compile("\\]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
  private static final Pattern IMAGE =
      Pattern.compile("<(?:img|a)\\b[^>]*?(?:src|href)=\"([^\"]+)\"");
  private static final Pattern AILLEURS = Pattern.compile("(?:https?|mailto):.*");
  private static final Pattern TITRE = Pattern.compile("(?m)^#{1,6}\\s+(.+?)\\s*$");

  /** Un chemin cité part de la racine du dépôt ; ce que la construction produit n’y est pas. */
  private static final Pattern CHEMIN =
      Pattern.compile("(?:ejb|web|ws|ear|dev|docs|\\.ci)/[\\p{L}\\p{N}_./-]*");

  private final Path racine;
  private final List<String> morts = new ArrayList<>();

  private Liens(Path racine) {
    this.racine = racine;
  }

  /**
   * @param racine celle du dépôt
   * @return un lien mort par ligne lisible
   */
  static List<String> morts(Path racine, List<Path> textes) throws IOException {
    Liens liens = new Liens(racine);
    for (Path texte : textes) {
      liens.lire(texte);
    }
    return liens.morts;
  }

  private void lire(Path texte) throws IOException {
    String sansBloc = BLOC.matcher(Files.readString(texte, StandardCharsets.UTF_8)).replaceAll("");
    CODE.matcher(sansBloc)
        .results()
        .map(r -> r.group(1))
        .filter(c -> CHEMIN.matcher(c).matches() && !c.contains("/target/"))
        .filter(c -> !Files.exists(racine.resolve(c)))
        .forEach(c -> noter(texte, c));
    String prose = CODE.matcher(sansBloc).replaceAll("");
    for (Pattern forme : List.of(LIEN, IMAGE)) {
      for (String cible : forme.matcher(prose).results().map(r -> r.group(1)).toList()) {
        suivre(texte, cible);
      }
    }
  }

  private void suivre(Path texte, String cible) throws IOException {
    if (AILLEURS.matcher(cible).matches()) {
      return;
    }
    int diese = cible.indexOf('#');
    String chemin = diese < 0 ? cible : cible.substring(0, diese);
    Path fichier = chemin.isEmpty() ? texte : texte.resolveSibling(chemin).normalize();
    if (!Files.exists(fichier)
        || (diese >= 0 && !ancres(fichier).contains(cible.substring(diese + 1)))) {
      noter(texte, cible);
    }
  }

  private void noter(Path texte, String cible) {
    morts.add(racine.relativize(texte) + " : " + cible);
  }

  /** Les ancres que les forges donnent aux titres. */
  private static Set<String> ancres(Path fichier) throws IOException {
    Set<String> ancres = new HashSet<>();
    String texte = BLOC.matcher(Files.readString(fichier, StandardCharsets.UTF_8)).replaceAll("");
    for (String titre : TITRE.matcher(texte).results().map(r -> r.group(1)).toList()) {
      String ancre =
          titre.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
      for (int i = 1; !ancres.add(ancre); i++) {
        ancre = ancre.replaceAll("-\\d+$", "") + "-" + i;
      }
    }
    return ancres;
  }
}
