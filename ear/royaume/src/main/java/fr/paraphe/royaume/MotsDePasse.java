package fr.paraphe.royaume;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.util.ModularCrypt;

/**
 * Compare un mot de passe à son empreinte bcrypt, et retient un moment les réussites.
 *
 * <p>Un connecteur s’identifie à chaque appel : refaire bcrypt (des dizaines de millisecondes)
 * chaque fois coûterait plus que l’appel. La mémoire ne garde que des HMAC, sous une clé tirée au
 * démarrage ; changer le mot de passe en base change la clé de recherche, donc oublie aussitôt.
 */
final class MotsDePasse {
  /** Empreinte d’un mot de passe que personne n’a : un compte inconnu coûte le temps d’un connu. */
  private static final String LEURRE =
      "$2a$10$7EqJtq98hPqEX7fNZaFWoOhi5BWX4Z1Z3MxE8lmyy6h6Zy/YPj4Oa";

  private static final String HMAC = "HmacSHA256";
  private static final int TAILLE_MAX = 10_000;

  private final Provider fournisseur = WildFlyElytronPasswordProvider.getInstance();
  private final byte[] cle = new byte[32];
  private final long dureeNanos;
  private final LongSupplier nanos;
  private final Map<String, Long> reussites =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> plusAncienne) {
          return size() > TAILLE_MAX;
        }
      };

  MotsDePasse(long dureeNanos, LongSupplier nanos) {
    this.dureeNanos = dureeNanos;
    this.nanos = nanos;
    new SecureRandom().nextBytes(cle);
  }

  boolean correspond(char[] propose, String empreinte) {
    String repere = repere(propose, empreinte);
    if (dejaReussi(repere)) {
      return true;
    }
    boolean juste = comparer(propose, empreinte);
    if (juste) {
      retenir(repere);
    }
    return juste;
  }

  /** Dépense le temps d’une vraie comparaison, sans rien apprendre à qui essaie. */
  void feindre(char[] propose) {
    comparer(propose, LEURRE);
  }

  private boolean comparer(char[] propose, String empreinte) {
    try {
      Password brut = ModularCrypt.decode(forme2a(empreinte));
      PasswordFactory fabrique = PasswordFactory.getInstance(brut.getAlgorithm(), fournisseur);
      return fabrique.verify(fabrique.translate(brut), propose);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new EmpreinteIllisible(e);
    }
  }

  /**
   * {@code $2b$} et {@code $2y$} sont le même calcul que {@code $2a$} ; Elytron ne lit pas le
   * premier.
   */
  private static String forme2a(String empreinte) {
    return empreinte.startsWith("$2b$") ? "$2a$" + empreinte.substring(4) : empreinte;
  }

  private synchronized boolean dejaReussi(String repere) {
    Long quand = reussites.get(repere);
    return quand != null && nanos.getAsLong() - quand < dureeNanos;
  }

  private synchronized void retenir(String repere) {
    reussites.put(repere, nanos.getAsLong());
  }

  private String repere(char[] propose, String empreinte) {
    ByteBuffer octets = StandardCharsets.UTF_8.encode(CharBuffer.wrap(propose));
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(cle, HMAC));
      mac.update(empreinte.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      mac.update(octets.array(), 0, octets.limit());
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      Arrays.fill(octets.array(), (byte) 0);
    }
  }

  /** L’empreinte gardée en base n’est pas une empreinte : panne, et non mauvais mot de passe. */
  static final class EmpreinteIllisible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmpreinteIllisible(Exception cause) {
      super("empreinte de mot de passe illisible", cause);
    }
  }
}
