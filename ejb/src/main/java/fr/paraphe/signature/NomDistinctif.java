package fr.paraphe.signature;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Ce qu’on lit du nom porté par un certificat. */
final class NomDistinctif {

  private static final Map<String, String> OIDS = Map.of("2.5.4.4", "SN", "2.5.4.42", "GN");

  private NomDistinctif() {}

  static String nomCourant(X500Principal nom) {
    return valeur(nom, "CN").orElse(nom.getName());
  }

  /** Les mots des nom courant, nom de famille et prénom, sans accent ni casse. */
  static Set<String> mots(X500Principal nom) {
    List<String> textes = new ArrayList<>();
    for (String attribut : List.of("CN", "SN", "GN")) {
      valeur(nom, attribut).ifPresent(textes::add);
    }
    return mots(String.join(" ", textes));
  }

  static Set<String> mots(String texte) {
    String simple =
        Normalizer.normalize(texte, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replace("œ", "oe")
            .replace("æ", "ae")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(simple.split("[^\\p{L}\\p{Nd}]+"))
        .filter(mot -> !mot.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<String> valeur(X500Principal nom, String attribut) {
    try {
      return new LdapName(nom.getName(X500Principal.RFC2253, OIDS))
          .getRdns().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase(attribut))
              .map(Rdn::getValue)
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .findFirst();
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }
}
