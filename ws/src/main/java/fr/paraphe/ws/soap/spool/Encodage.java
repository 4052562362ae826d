package fr.paraphe.ws.soap.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * L’encodage d’un message. Dans l’ordre de la RFC 7303 : la marque d’ordre des octets, le {@code
 * charset} de l’en-tête, la déclaration XML ; à défaut UTF-8.
 */
final class Encodage {

  private static final int APERCU = 256;
  private static final Pattern DECLARATION =
      Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private Encodage() {}

  /**
   * Ouvre le texte ; un octet impossible dans l’encodage lève {@link
   * java.nio.charset.CharacterCodingException}.
   */
  static Reader ouvrir(InputStream octets, TypeMime type) throws IOException {
    PushbackInputStream source = new PushbackInputStream(octets, APERCU);
    byte[] apercu = source.readNBytes(APERCU);
    source.unread(apercu);
    Charset encodage = deviner(apercu, type);
    return new InputStreamReader(
        source,
        encodage
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static Charset deviner(byte[] apercu, TypeMime type) {
    int premier = octet(apercu, 0) << 8 | octet(apercu, 1);
    return switch (premier) {
      case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
      case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
      case 0xEFBB -> StandardCharsets.UTF_8;
      default -> annonce(apercu, type);
    };
  }

  private static Charset annonce(byte[] apercu, TypeMime type) {
    String charset = type.parametre("charset");
    if (charset.isEmpty()) {
      Matcher declaration = DECLARATION.matcher(new String(apercu, StandardCharsets.ISO_8859_1));
      charset = declaration.find() ? declaration.group(1) : "UTF-8";
    }
    // Les octets ne sont pas de l’UTF-16, quoi que dise l’annonce
    return charset.toUpperCase(java.util.Locale.ROOT).startsWith("UTF-16")
        ? StandardCharsets.UTF_8
        : nomme(charset);
  }

  private static Charset nomme(String charset) {
    try {
      return Charset.forName(charset);
    } catch (IllegalArgumentException e) {
      throw RequeteRefusee.message("L’encodage « " + charset + " » n’est pas connu.");
    }
  }

  private static int octet(byte[] octets, int i) {
    return i < octets.length ? octets[i] & 0xff : 0;
  }
}
