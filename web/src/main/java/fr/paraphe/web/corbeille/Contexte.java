package fr.paraphe.web.corbeille;

import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.DemandeCorbeille;
import fr.paraphe.dossier.Tri;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.socle.Tranche;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * La liste d’où l’on vient : bureau, bannette, tri et filtres, lus dans l’adresse et réécrits dans
 * chaque lien (UX-42). Une valeur illisible prend sa valeur par défaut. {@code bureau} vaut 0 quand
 * la page a été ouverte sans liste.
 */
public record Contexte(
    int bureau,
    Bannette bannette,
    Tri tri,
    boolean decroissant,
    boolean retard,
    boolean nonLus,
    String texte,
    int page)
    implements Serializable {
  static final int TAILLE = 30;
  private static final int PAGE_MAX = 10_000;

  public static Contexte lire(UnaryOperator<String> parametre) {
    return new Contexte(
        entier(parametre.apply("bureau"), 0, Integer.MAX_VALUE),
        choix(Bannette.class, parametre.apply("bannette"), Bannette.A_TRAITER),
        choix(Tri.class, parametre.apply("tri"), Tri.DATE_LIMITE),
        "desc".equals(parametre.apply("sens")),
        "oui".equals(parametre.apply("retard")),
        "oui".equals(parametre.apply("nonlus")),
        vide(parametre.apply("q")),
        Math.max(1, entier(parametre.apply("page"), 1, PAGE_MAX)));
  }

  public boolean connu() {
    return bureau > 0;
  }

  public DemandeCorbeille demande(Tranche tranche) {
    return new DemandeCorbeille(
        new BureauId(bureau), bannette, tri, decroissant, nonLus, retard, texte, null, tranche);
  }

  Tranche tranche() {
    return Tranche.page(page, TAILLE);
  }

  public Contexte versBannette(Bannette autre) {
    return new Contexte(bureau, autre, tri, decroissant, false, false, "", 1);
  }

  Contexte versPage(int autre) {
    return new Contexte(bureau, bannette, tri, decroissant, retard, nonLus, texte, autre);
  }

  Contexte basculerRetard() {
    return new Contexte(bureau, bannette, tri, decroissant, !retard, nonLus, texte, 1);
  }

  Contexte basculerNonLus() {
    return new Contexte(bureau, bannette, tri, decroissant, retard, !nonLus, texte, 1);
  }

  Contexte inverser() {
    return new Contexte(bureau, bannette, tri, !decroissant, retard, nonLus, texte, 1);
  }

  Contexte sansTexte() {
    return new Contexte(bureau, bannette, tri, decroissant, retard, nonLus, "", 1);
  }

  boolean filtre() {
    return retard || nonLus || !texte.isEmpty();
  }

  /** La partie commune des adresses, sans le point d’interrogation ; vide sans liste. */
  public String question() {
    if (!connu()) {
      return "";
    }
    StringBuilder q =
        new StringBuilder("bureau=").append(bureau).append("&bannette=").append(mot(bannette));
    ajouter(q, tri != Tri.DATE_LIMITE, "tri", mot(tri));
    ajouter(q, decroissant, "sens", "desc");
    ajouter(q, retard, "retard", "oui");
    ajouter(q, nonLus, "nonlus", "oui");
    ajouter(q, !texte.isEmpty(), "q", encoder(texte));
    ajouter(q, page > 1, "page", String.valueOf(page));
    return q.toString();
  }

  public static String encoder(String valeur) {
    return URLEncoder.encode(valeur, StandardCharsets.UTF_8);
  }

  static String mot(Enum<?> valeur) {
    return valeur.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void ajouter(StringBuilder q, boolean utile, String nom, String valeur) {
    if (utile) {
      q.append('&').append(nom).append('=').append(valeur);
    }
  }

  private static <E extends Enum<E>> E choix(Class<E> type, String mot, E defaut) {
    for (E valeur : type.getEnumConstants()) {
      if (mot(valeur).equals(mot)) {
        return valeur;
      }
    }
    return defaut;
  }

  private static int entier(String texte, int defaut, int maximum) {
    try {
      int valeur = texte == null ? defaut : Integer.parseInt(texte);
      return valeur < 0 || valeur > maximum ? defaut : valeur;
    } catch (NumberFormatException e) {
      return defaut;
    }
  }

  private static String vide(String texte) {
    return texte == null ? "" : texte.strip();
  }
}
