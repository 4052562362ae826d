package fr.paraphe.ws.soap.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Un corps MIME à plusieurs parties (RFC 2046), lu au fil de l’eau. Indulgent comme le contrat
 * (A.5) le demande : lignes terminées par LF seul, ligne vide avant la première frontière, dernière
 * frontière sans {@code --}.
 */
final class LecteurMultipart {

  private static final int TAMPON = 64 * 1024;
  private static final int ENTETES_MAX = 8 * 1024;

  private final InputStream source;
  private final byte[] frontiere;
  private final byte[] tampon = new byte[TAMPON];
  private int position;
  private int limite;
  private boolean epuise;

  /** Fin de ce qui peut être rendu sans risque de mordre sur la frontière. */
  private int sur;

  private boolean frontiereVue;
  private int apresFrontiere;
  private boolean entame;
  private boolean lfSeul;
  private boolean derniere;

  LecteurMultipart(InputStream source, String frontiere) {
    this.source = source;
    this.frontiere = ("--" + frontiere).getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * Une partie. Son contenu doit être lu, ou abandonné, avant de demander la suivante.
   *
   * @param entetes noms en minuscules
   */
  record Partie(Map<String, String> entetes, InputStream contenu) {

    String nom() {
      return entetes.getOrDefault("content-id", "").replaceAll("^<|>$", "");
    }

    TypeMime type() {
      return TypeMime.de(entetes.get("content-type"));
    }

    boolean enBase64() {
      return "base64".equalsIgnoreCase(entetes.getOrDefault("content-transfer-encoding", ""));
    }
  }

  /** La partie suivante, ou {@code null} après la dernière. */
  Partie suivante() throws IOException {
    if (!entame) {
      entame = true;
      commencer();
    }
    contenu.transferTo(OutputStream.nullOutputStream());
    finDeFrontiere();
    Map<String, String> entetes = derniere ? null : entetes();
    if (entetes == null) {
      return null;
    }
    commencer();
    return new Partie(entetes, contenu);
  }

  /** Une frontière peut suivre aussitôt : préambule absent, partie vide. */
  private void commencer() throws IOException {
    frontiereVue = false;
    sur = position;
    garnir(frontiere.length + 1);
    if (estFrontiere(position)) {
      trouvee(position, position);
    }
  }

  private void finDeFrontiere() throws IOException {
    position = apresFrontiere;
    garnir(2);
    if (limite - position >= 2 && tampon[position] == '-' && tampon[position + 1] == '-') {
      derniere = true;
      return;
    }
    String reste = ligne(ENTETES_MAX);
    derniere = reste == null;
    lfSeul = reste != null && !reste.endsWith("\r");
  }

  /**
   * Les en-têtes d’une partie ; {@code null} si le corps s’arrête là : la frontière était la
   * dernière.
   */
  private Map<String, String> entetes() throws IOException {
    Map<String, String> entetes = new HashMap<>();
    String precedent = null;
    int total = 0;
    String premiere = ligne(ENTETES_MAX);
    if (premiere == null) {
      return null;
    }
    for (String ligne = premiere; !ligne.isBlank(); ligne = exigerLigne()) {
      total += ligne.length();
      if (total > ENTETES_MAX) {
        throw RequeteRefusee.message(
            "Les en-têtes d’une partie MIME dépassent " + ENTETES_MAX + " octets.");
      }
      int deuxPoints = ligne.indexOf(':');
      if (Character.isWhitespace(ligne.charAt(0)) && precedent != null) {
        entetes.merge(precedent, " " + ligne.strip(), String::concat);
      } else if (deuxPoints > 0) {
        precedent = ligne.substring(0, deuxPoints).strip().toLowerCase(Locale.ROOT);
        entetes.put(precedent, ligne.substring(deuxPoints + 1).strip());
      }
    }
    return entetes;
  }

  private String exigerLigne() throws IOException {
    String ligne = ligne(ENTETES_MAX);
    if (ligne == null) {
      throw tronque();
    }
    return ligne;
  }

  /** Une ligne sans son LF, {@code null} à la fin du flux. */
  private String ligne(int maximum) throws IOException {
    StringBuilder lu = new StringBuilder();
    while (position < limite || garnir(1)) {
      byte b = tampon[position++];
      if (b == '\n') {
        return lu.toString();
      }
      if (lu.length() >= maximum) {
        throw RequeteRefusee.message(
            "Les en-têtes d’une partie MIME dépassent " + ENTETES_MAX + " octets.");
      }
      lu.append((char) (b & 0xff));
    }
    return null;
  }

  private final InputStream contenu =
      new InputStream() {
        @Override
        public int read() throws IOException {
          byte[] un = new byte[1];
          return read(un, 0, 1) < 0 ? -1 : un[0] & 0xff;
        }

        @Override
        public int read(byte[] octets, int debut, int longueur) throws IOException {
          if (longueur == 0) {
            return 0;
          }
          if (position == sur && !frontiereVue) {
            chercher();
          }
          if (position == sur) {
            return -1;
          }
          int pris = Math.min(longueur, sur - position);
          System.arraycopy(tampon, position, octets, debut, pris);
          position += pris;
          return pris;
        }
      };

  /**
   * Avance {@link #sur} : jusqu’à la frontière si elle est là, sinon jusqu’où l’on est certain
   * qu’elle ne commence pas.
   */
  private void chercher() throws IOException {
    if (!garnir(frontiere.length + 4) && position == limite) {
      throw tronque();
    }
    for (int i = position; i < limite; i++) {
      if (tampon[i] == '\n') {
        int debut = !lfSeul && i > position && tampon[i - 1] == '\r' ? i - 1 : i;
        if (estFrontiere(i + 1)) {
          trouvee(debut, i + 1);
          return;
        }
        if (!epuise && limite - (i + 1) < frontiere.length + 1) {
          sur = debut;
          return;
        }
      }
    }
    sur = tampon[limite - 1] == '\r' && !epuise ? limite - 1 : limite;
  }

  private void trouvee(int finDuContenu, int debut) {
    frontiereVue = true;
    sur = finDuContenu;
    apresFrontiere = debut + frontiere.length;
  }

  private boolean estFrontiere(int debut) {
    int fin = debut + frontiere.length;
    if (fin > limite || (fin == limite && !epuise)) {
      return false;
    }
    for (int i = 0; i < frontiere.length; i++) {
      if (tampon[debut + i] != frontiere[i]) {
        return false;
      }
    }
    return fin == limite || " \t\r\n-".indexOf(tampon[fin]) >= 0;
  }

  /** Met au moins {@code minimum} octets dans le tampon ; faux si la source s’arrête avant. */
  private boolean garnir(int minimum) throws IOException {
    if (limite - position >= minimum) {
      return true;
    }
    System.arraycopy(tampon, position, tampon, 0, limite - position);
    limite -= position;
    sur = Math.max(0, sur - position);
    position = 0;
    while (limite < minimum && !epuise) {
      int lus = source.read(tampon, limite, TAMPON - limite);
      if (lus < 0) {
        epuise = true;
      } else {
        limite += lus;
      }
    }
    return limite >= minimum;
  }

  private static RequeteRefusee tronque() {
    return RequeteRefusee.message("Le message est incomplet : une partie MIME n’a pas de fin.");
  }
}
