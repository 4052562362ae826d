package fr.paraphe.outils.banc;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.LinkedHashMap;
import java.util.Map;

/** Les limites brutes de la machine, sur un cœur, prises dans la même passe. */
final class Plancher {

  private static final long DUREE = 2_000_000_000L;
  private static final int BLOC = 1 << 20;

  private Plancher() {}

  static Map<String, Double> mesurer() throws GeneralSecurityException {
    Map<String, Double> limites = new LinkedHashMap<>();
    limites.put("signatures RSA-2048 par seconde", rsa());
    limites.put("SHA-256, Mo par seconde", sha256());
    return limites;
  }

  private static double rsa() throws GeneralSecurityException {
    KeyPairGenerator fabrique = KeyPairGenerator.getInstance("RSA");
    fabrique.initialize(2048);
    KeyPair paire = fabrique.generateKeyPair();
    Signature signature = Signature.getInstance("SHA256withRSA");
    byte[] message = new byte[200];
    int faites = 0;
    long debut = 0;
    for (int chauffe = 0; chauffe < 2; chauffe++) {
      faites = 0;
      debut = System.nanoTime();
      while (System.nanoTime() - debut < DUREE) {
        signature.initSign(paire.getPrivate());
        signature.update(message);
        signature.sign();
        faites++;
      }
    }
    return Math.round(faites * 1e9 / (System.nanoTime() - debut));
  }

  private static double sha256() throws GeneralSecurityException {
    MessageDigest calcul = MessageDigest.getInstance("SHA-256", "SUN");
    byte[] bloc = new byte[BLOC];
    int faits = 0;
    long debut = 0;
    for (int chauffe = 0; chauffe < 2; chauffe++) {
      faits = 0;
      debut = System.nanoTime();
      while (System.nanoTime() - debut < DUREE) {
        calcul.update(bloc);
        faits++;
      }
    }
    return Math.round(faits * (BLOC / 1e6) * 1e9 / (System.nanoTime() - debut));
  }
}
