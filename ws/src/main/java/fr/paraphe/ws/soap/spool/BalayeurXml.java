package fr.paraphe.ws.soap.spool;

import java.io.IOException;
import java.io.Reader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lit un message XML au fil de l’eau et en retire le contenu des documents, en mémoire constante.
 * Rend le message sans eux, un repère à leur place. Refuse DOCTYPE et instructions de traitement.
 * Ne juge pas la forme du reste : {@link ControleXml} le fait sur le message réduit.
 */
final class BalayeurXml {

  private static final Set<String> SIGNATURES = Set.of("SignatureDocPrincipal", "signature");
  private static final Set<String> DOCUMENTS =
      Set.of("DocumentPrincipal", "VisuelPDF", "FichierPES", "fichier");
  private static final String INCLUSION = "Include";
  private static final Pattern CIBLE = Pattern.compile("\\shref\\s*=\\s*([\"'])(?:cid:)?(.*?)\\1");
  private static final int DECLARATION_MAX = 1024;

  private final CaracteresXml entree;
  private final Pieces pieces;
  private final Limites limites;
  private final StringBuilder reste = new StringBuilder(8192);
  private ContenuDocument document;
  private int emboites;
  private int profondeur;
  private int elements;

  BalayeurXml(Reader entree, Pieces pieces, Limites limites) {
    this.entree = new CaracteresXml(entree);
    this.pieces = pieces;
    this.limites = limites;
  }

  /** Le message réduit, sans déclaration XML. */
  String balayer() throws IOException {
    try {
      entree.sauterBlancs();
      boolean premier = true;
      while (texte()) {
        balisage(premier);
        premier = false;
      }
    } finally {
      if (document != null) {
        document.abandonner();
      }
    }
    if (elements == 0 || profondeur != 0) {
      throw RequeteRefusee.message(
          "Le message est incomplet : il s’arrête avant la fin de son enveloppe.");
    }
    return reste.toString();
  }

  /** Avale le texte jusqu’au prochain balisage ; faux à la fin du message. */
  private boolean texte() throws IOException {
    while (entree.disponible()) {
      int longueur = document == null ? entree.jusqua('<') : entree.jusqua('<', '&');
      if (longueur > 0) {
        contenu(entree.tampon(), entree.prendre(longueur), longueur);
      } else if (entree.regarder() == '<') {
        entree.lire();
        return true;
      } else {
        reference();
      }
    }
    return false;
  }

  private void contenu(char[] texte, int debut, int longueur) throws IOException {
    if (document != null) {
      document.texte(texte, debut, longueur);
    } else {
      place(longueur);
      reste.append(texte, debut, longueur);
    }
  }

  /**
   * Une référence de caractère au milieu d’un document : {@code &#13;} est un saut de ligne comme
   * un autre.
   */
  private void reference() throws IOException {
    char[] texte = ReferencesXml.resoudre(entree.jusquaApres(';', ReferencesXml.LONGUEUR_MAX));
    document.texte(texte, 0, texte.length);
  }

  private void balisage(boolean premier) throws IOException {
    int c = entree.regarder();
    if (c == '?') {
      declaration(premier);
    } else if (c == '!') {
      entree.lire();
      exclamation();
    } else if (c == '/') {
      fermeture(entree.balise(limites.balise()));
    } else {
      ouverture(entree.balise(limites.balise()));
    }
  }

  private void declaration(boolean premier) throws IOException {
    String debut = entree.jusquaApres('>', DECLARATION_MAX);
    if (!premier || !debut.matches("(?s)\\?xml\\s.*\\?>")) {
      throw RequeteRefusee.message(
          "Le message contient une instruction de traitement, elle n’est pas acceptée.");
    }
  }

  private void exclamation() throws IOException {
    if (entree.avale("--")) {
      entree.sauterJusquApres("-->");
    } else if (entree.avale("[CDATA[") && profondeur > 0) {
      cdata();
    } else {
      throw RequeteRefusee.message(
          "Le message contient une déclaration DOCTYPE, elle n’est pas acceptée.");
    }
  }

  private void cdata() throws IOException {
    while (!entree.avale("]]>")) {
      entree.exiger();
      int longueur = Math.max(1, entree.jusqua(']'));
      int debut = entree.prendre(longueur);
      if (document != null) {
        document.texte(entree.tampon(), debut, longueur);
      } else {
        place(longueur);
        ReferencesXml.echapper(entree.tampon(), debut, longueur, reste);
      }
    }
  }

  private void ouverture(String balise) {
    boolean vide = balise.endsWith("/");
    String nom = nomLocal(balise);
    if (++elements > limites.elements()) {
      throw RequeteRefusee.message(
          "Le message compte plus de " + limites.elements() + " éléments.");
    }
    if (document != null) {
      dansDocument(balise, nom, vide);
      return;
    }
    copier(balise);
    if (!vide) {
      descendre();
      if (DOCUMENTS.contains(nom) || SIGNATURES.contains(nom)) {
        document = new ContenuDocument(pieces, SIGNATURES.contains(nom));
        emboites = 0;
      }
    }
  }

  private void dansDocument(String balise, String nom, boolean vide) {
    Matcher cible = CIBLE.matcher(balise);
    if (nom.equals(INCLUSION) && cible.find()) {
      document.renvoi(nomDePartie(cible.group(2)));
    } else {
      document.etranger();
    }
    if (!vide) {
      emboites++;
    }
  }

  private void fermeture(String balise) throws IOException {
    if (document != null && emboites > 0) {
      emboites--;
      return;
    }
    if (document != null) {
      reste.append(document.terminer());
      document = null;
    }
    if (--profondeur < 0) {
      throw RequeteRefusee.message(
          "Le message est mal formé : un élément se ferme sans s’être ouvert.");
    }
    copier(balise);
  }

  private void descendre() {
    if (++profondeur > limites.profondeur()) {
      throw RequeteRefusee.message(
          "Le message emboîte plus de "
              + limites.profondeur()
              + " éléments les uns dans les autres.");
    }
  }

  private void copier(String balise) {
    place(balise.length() + 2);
    reste.append('<').append(balise).append('>');
  }

  private void place(int longueur) {
    if (reste.length() + longueur > limites.message()) {
      throw RequeteRefusee.message(
          "Le message, documents mis à part, dépasse la limite de "
              + limites.message()
              + " caractères.");
    }
  }

  private static String nomLocal(String balise) {
    int fin = 0;
    int debut = 0;
    while (fin < balise.length()
        && !Character.isWhitespace(balise.charAt(fin))
        && balise.charAt(fin) != '/') {
      if (balise.charAt(fin++) == ':') {
        debut = fin;
      }
    }
    return balise.substring(debut, fin);
  }

  /** RFC 2392 : le nom d’une partie voyage codé comme une URL. */
  static String nomDePartie(String cible) {
    try {
      return URLDecoder.decode(cible.strip().replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return cible.strip();
    }
  }
}
