package fr.paraphe.organisation.infra;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** Les mots de passe que nous tirons, et leur empreinte : bcrypt, coût 10 ({@code $2b$10$…}). */
final class Bcrypt {

  private static final SecureRandom HASARD = new SecureRandom();
  private static final int COUT = 10;
  private static final int SEL = 16;
  private static final int OCTETS_MAX = 72;
  private static final int GROUPES = 4;
  private static final int PAR_GROUPE = 4;

  /** Sans les caractères que l’on confond à la lecture (0, o, 1, l, i). */
  private static final String LETTRES = "abcdefghjkmnpqrstuvwxyz23456789";

  private Bcrypt() {}

  /** Seize caractères au hasard, en quatre groupes : près de 80 bits. */
  static String tirer() {
    StringBuilder secret = new StringBuilder();
    for (int i = 0; i < GROUPES * PAR_GROUPE; i++) {
      if (i > 0 && i % PAR_GROUPE == 0) {
        secret.append('-');
      }
      secret.append(LETTRES.charAt(HASARD.nextInt(LETTRES.length())));
    }
    return secret.toString();
  }

  static String empreinte(String clair) {
    if (clair.getBytes(StandardCharsets.UTF_8).length > OCTETS_MAX) {
      throw new IllegalArgumentException("un mot de passe ne peut pas dépasser 72 octets");
    }
    byte[] sel = new byte[SEL];
    HASARD.nextBytes(sel);
    return OpenBSDBCrypt.generate("2b", clair.toCharArray(), sel, COUT);
  }

  static boolean correspond(String clair, String empreinte) {
    return OpenBSDBCrypt.checkPassword(empreinte, clair.toCharArray());
  }
}
