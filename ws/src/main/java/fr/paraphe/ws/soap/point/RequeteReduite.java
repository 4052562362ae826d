package fr.paraphe.ws.soap.point;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * La requête telle que Metro la voit : un petit message XML en UTF-8, quoi que l’appelant ait
 * envoyé.
 */
final class RequeteReduite extends HttpServletRequestWrapper {

  private static final String TYPE = "text/xml; charset=utf-8";
  private static final Map<String, String> ENTETES =
      Map.of("content-type", TYPE, "accept", "text/xml", "soapaction", "\"\"");

  private final byte[] message;

  RequeteReduite(HttpServletRequest requete, byte[] message) {
    super(requete);
    this.message = message;
  }

  @Override
  public ServletInputStream getInputStream() {
    ByteArrayInputStream source = new ByteArrayInputStream(message);
    return new ServletInputStream() {
      @Override
      public int read() {
        return source.read();
      }

      @Override
      public int read(byte[] octets, int debut, int longueur) {
        return source.read(octets, debut, longueur);
      }

      @Override
      public boolean isFinished() {
        return source.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener ecouteur) {
        throw new IllegalStateException("lecture asynchrone non prévue");
      }
    };
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public String getContentType() {
    return TYPE;
  }

  @Override
  public String getCharacterEncoding() {
    return "utf-8";
  }

  @Override
  public int getContentLength() {
    return message.length;
  }

  @Override
  public long getContentLengthLong() {
    return message.length;
  }

  /** {@code ?wsdl} derrière un appel n’en fait pas une demande de contrat (contrat A.1). */
  @Override
  public String getQueryString() {
    return null;
  }

  @Override
  public String getHeader(String nom) {
    String cle = nom.toLowerCase(Locale.ROOT);
    return switch (cle) {
      case "content-length" -> String.valueOf(message.length);
      case "transfer-encoding", "content-encoding" -> null;
      default -> ENTETES.getOrDefault(cle, super.getHeader(nom));
    };
  }

  @Override
  public Enumeration<String> getHeaders(String nom) {
    String valeur = getHeader(nom);
    return Collections.enumeration(valeur == null ? List.of() : List.of(valeur));
  }
}
