package fr.paraphe.ws.soap.reponse;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Une faute SOAP 1.1. Sa phrase est destinée à l’appelant : jamais de nom de classe.
 *
 * @param code ce qui suit {@code S:} dans le faultcode
 */
public record Faute(Code code, String phrase) {

  /** Les codes de SOAP 1.1. */
  public enum Code {
    Client,
    Server,
    VersionMismatch
  }

  /** Un échec qui n’est pas de son fait : l’appelant n’en a que le numéro. */
  public static Faute incident(String numero) {
    return new Faute(Code.Server, phraseIncident(numero));
  }

  public static String phraseIncident(String numero) {
    return "Une erreur interne empêche de répondre. Donnez ce numéro à l’administrateur : "
        + numero
        + ".";
  }

  /** Huit chiffres hexadécimaux, pour retrouver la ligne du journal technique. */
  public static String numeroIncident() {
    return String.format(Locale.ROOT, "%08X", ThreadLocalRandom.current().nextInt());
  }

  public Enveloppe enveloppe() {
    String xml =
        "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
            + "<S:Fault xmlns:ns4=\"http://www.w3.org/2003/05/soap-envelope\"><faultcode>S:"
            + code
            + "</faultcode><faultstring>"
            + propre(phrase)
            + "</faultstring></S:Fault></S:Body></S:Envelope>";
    return new Enveloppe(xml.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  private static String propre(String texte) {
    return texte
        .replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
