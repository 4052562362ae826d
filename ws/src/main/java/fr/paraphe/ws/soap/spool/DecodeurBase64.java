package fr.paraphe.ws.soap.spool;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Décode du base64 reçu par morceaux, sans rien garder. Accepte ce que les connecteurs envoient :
 * lignes coupées, blancs, segments concaténés complétés chacun par {@code =}, complément final
 * absent. Un caractère étranger rend le contenu faux, sans exception : le message se lit jusqu’au
 * bout.
 */
final class DecodeurBase64 {

  private static final byte ETRANGER = -1;
  private static final byte BLANC = -2;
  private static final byte COMPLEMENT = -3;
  private static final byte[] VALEURS = valeurs();
  private static final int TAMPON = 24 * 1024;

  private final OutputStream sortie;
  private final byte[] tampon = new byte[TAMPON];
  private int rempli;
  private int groupe;
  private int chiffres;
  private boolean apresComplement;
  private boolean faux;

  DecodeurBase64(OutputStream sortie) {
    this.sortie = sortie;
  }

  /** Vrai dès qu’un caractère n’a pas sa place ; ce qui suit est ignoré. */
  boolean faux() {
    return faux;
  }

  void decoder(char[] texte, int debut, int longueur) throws IOException {
    int fin = debut + longueur;
    for (int i = debut; i < fin && !faux; i++) {
      char c = texte[i];
      byte valeur = c < 128 ? VALEURS[c] : ETRANGER;
      if (valeur >= 0) {
        chiffre(valeur);
      } else if (valeur == COMPLEMENT) {
        complement();
      } else if (valeur == ETRANGER) {
        faux = true;
      }
    }
  }

  /** Écrit ce qui reste. Un dernier chiffre seul ne fait pas un octet : le contenu est faux. */
  void terminer() throws IOException {
    if (chiffres == 1) {
      faux = true;
    }
    if (!faux) {
      solder();
      vider();
    }
  }

  private void chiffre(int valeur) throws IOException {
    groupe = groupe << 6 | valeur;
    apresComplement = false;
    if (++chiffres == 4) {
      reserver();
      tampon[rempli++] = (byte) (groupe >> 16);
      tampon[rempli++] = (byte) (groupe >> 8);
      tampon[rempli++] = (byte) groupe;
      groupe = 0;
      chiffres = 0;
    }
  }

  private void complement() throws IOException {
    if (chiffres >= 2) {
      solder();
      apresComplement = true;
    } else if (chiffres == 1 || !apresComplement) {
      faux = true;
    }
  }

  /** Deux chiffres font un octet, trois en font deux. */
  private void solder() throws IOException {
    reserver();
    if (chiffres == 2) {
      tampon[rempli++] = (byte) (groupe >> 4);
    } else if (chiffres == 3) {
      tampon[rempli++] = (byte) (groupe >> 10);
      tampon[rempli++] = (byte) (groupe >> 2);
    }
    groupe = 0;
    chiffres = 0;
  }

  private void reserver() throws IOException {
    if (rempli + 3 > TAMPON) {
      vider();
    }
  }

  private void vider() throws IOException {
    if (rempli > 0) {
      sortie.write(tampon, 0, rempli);
      rempli = 0;
    }
  }

  private static byte[] valeurs() {
    byte[] table = new byte[128];
    Arrays.fill(table, ETRANGER);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      table[alphabet.charAt(i)] = (byte) i;
    }
    for (char blanc : new char[] {' ', '\t', '\r', '\n'}) {
      table[blanc] = BLANC;
    }
    table['='] = COMPLEMENT;
    return table;
  }
}
