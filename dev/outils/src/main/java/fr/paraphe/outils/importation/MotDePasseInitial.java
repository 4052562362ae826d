package fr.paraphe.outils.importation;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * Le mot de passe donné aux comptes neufs dont le fichier ne porte pas l’empreinte ; sans lui, ces
 * comptes existent mais personne n’y entre. En base : bcrypt, coût 10 (forme {@code $2b$10$…}).
 */
public record MotDePasseInitial(Optional<String> clair) {

  public static final MotDePasseInitial AUCUN = new MotDePasseInitial(Optional.empty());

  private static final int COUT = 10;
  private static final int SEL = 16;
  private static final int OCTETS_MAX = 72;
  private static final SecureRandom HASARD = new SecureRandom();

  public static MotDePasseInitial de(String clair) {
    return new MotDePasseInitial(Optional.of(clair));
  }

  /** Une empreinte neuve à chaque appel. */
  Optional<String> empreinte() {
    return clair.map(MotDePasseInitial::bcrypt);
  }

  private static String bcrypt(String clair) {
    byte[] octets = clair.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    if (octets.length > OCTETS_MAX) {
      throw new IllegalArgumentException("un mot de passe ne peut pas dépasser 72 octets");
    }
    byte[] sel = new byte[SEL];
    HASARD.nextBytes(sel);
    return OpenBSDBCrypt.generate("2b", clair.toCharArray(), sel, COUT);
  }

  @Override
  public String toString() {
    return "mot de passe initial";
  }
}
