package fr.paraphe.notification.modele;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Met des annonces en courriel : objet, texte, HTML simple. Une seule annonce se dit seule ;
 * plusieurs se rangent par bureau puis par dossier.
 *
 * @param adresse racine publique du produit, sans barre finale
 * @param environnement mention de l’installation (« RECETTE »), ou vide
 */
public record Redaction(String adresse, String environnement) {

  private static final String POURQUOI =
      "Vous recevez ce message parce que vos préférences le demandent. Pour en changer :";

  /** Un courriel rédigé. */
  public record Texte(String sujet, String texte, String html) {}

  public Texte rediger(List<Annonce> annonces) {
    String sujet =
        mention() + (annonces.size() == 1 ? seule(annonces.get(0)) : recapitulatif(annonces));
    Map<String, Map<String, List<Annonce>>> ranges = ranger(annonces);
    return new Texte(sujet, texte(ranges), html(sujet, ranges));
  }

  private String mention() {
    return environnement.isBlank() ? "" : "[" + environnement.strip() + "] ";
  }

  private static String seule(Annonce a) {
    String absence = a.absent() == null ? "" : " (en l’absence de " + a.absent() + ")";
    return Phrase.etiquette(a) + " : " + a.titre() + absence;
  }

  private static String recapitulatif(List<Annonce> annonces) {
    long dossiers = annonces.stream().map(Annonce::identifiant).distinct().count();
    return dossiers == 1
        ? "Récapitulatif : un dossier"
        : "Récapitulatif : " + dossiers + " dossiers";
  }

  private static Map<String, Map<String, List<Annonce>>> ranger(List<Annonce> annonces) {
    Map<String, Map<String, List<Annonce>>> ranges = new LinkedHashMap<>();
    for (Annonce a : annonces) {
      ranges
          .computeIfAbsent(a.bureau(), b -> new LinkedHashMap<>())
          .computeIfAbsent(a.identifiant(), d -> new ArrayList<>())
          .add(a);
    }
    return ranges;
  }

  private String lien(String identifiant) {
    return adresse
        + "/iparapheur/dossier.xhtml?id="
        + URLEncoder.encode(identifiant, StandardCharsets.UTF_8);
  }

  private String preferences() {
    return adresse + "/iparapheur/preferences.xhtml";
  }

  private static List<String> lignes(Annonce a) {
    String annotation = a.annotation().isBlank() ? "" : "« " + a.annotation().strip() + " »";
    return Stream.of(Phrase.fait(a), annotation, Phrase.absence(a), Phrase.limite(a))
        .filter(l -> !l.isEmpty())
        .toList();
  }

  private String texte(Map<String, Map<String, List<Annonce>>> ranges) {
    StringBuilder t = new StringBuilder("Bonjour,\n");
    ranges.forEach(
        (bureau, dossiers) -> {
          t.append("\nBureau « ").append(bureau).append(" »\n");
          dossiers.forEach((identifiant, annonces) -> texteDossier(t, identifiant, annonces));
        });
    return t.append("\n-- \nParaphe")
        .append(environnement.isBlank() ? "" : " · " + environnement.strip())
        .append('\n')
        .append(POURQUOI)
        .append('\n')
        .append(preferences())
        .append('\n')
        .toString();
  }

  private void texteDossier(StringBuilder t, String identifiant, List<Annonce> annonces) {
    t.append('\n').append(annonces.get(0).titre()).append('\n');
    for (Annonce a : annonces) {
      t.append("  ").append(Phrase.etiquette(a)).append('\n');
      lignes(a).forEach(l -> t.append("  ").append(l.replace("\n", "\n  ")).append('\n'));
    }
    t.append("  ").append(lien(identifiant)).append('\n');
  }

  private String html(String sujet, Map<String, Map<String, List<Annonce>>> ranges) {
    StringBuilder h =
        new StringBuilder("<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>");
    h.append(echapper(sujet))
        .append("</title></head><body style=\"font-family:sans-serif;line-height:1.5\">");
    if (!environnement.isBlank()) {
      h.append("<p><strong>").append(echapper(environnement.strip())).append("</strong></p>");
    }
    h.append("<p>Bonjour,</p>");
    ranges.forEach(
        (bureau, dossiers) -> {
          h.append("<h1 style=\"font-size:1.1em\">Bureau « ")
              .append(echapper(bureau))
              .append(" »</h1>");
          dossiers.forEach((identifiant, annonces) -> htmlDossier(h, identifiant, annonces));
        });
    return h.append("<hr><p style=\"font-size:.9em\">Paraphe. ")
        .append(POURQUOI)
        .append(" <a href=\"")
        .append(echapper(preferences()))
        .append("\">vos préférences</a>.</p></body></html>")
        .toString();
  }

  private void htmlDossier(StringBuilder h, String identifiant, List<Annonce> annonces) {
    h.append("<h2 style=\"font-size:1em\"><a href=\"")
        .append(echapper(lien(identifiant)))
        .append("\">")
        .append(echapper(annonces.get(0).titre()))
        .append("</a></h2>");
    for (Annonce a : annonces) {
      h.append("<p><strong>").append(Phrase.etiquette(a)).append("</strong>");
      lignes(a).forEach(l -> h.append("<br>").append(echapper(l).replace("\n", "<br>")));
      h.append("</p>");
    }
  }

  private static String echapper(String texte) {
    return texte
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
