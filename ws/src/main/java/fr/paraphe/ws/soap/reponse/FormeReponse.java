package fr.paraphe.ws.soap.reponse;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ce qui entoure l’enveloppe, selon l’adresse appelée (contrat A.4). */
public enum FormeReponse {
  /** {@code /ws-iparapheur} : toujours plusieurs parties, une seule en fait, base64 en ligne. */
  MULTIPART {
    @Override
    public Habillage habiller() {
      String marque = UUID.randomUUID().toString();
      String racine = "<rootpart*" + marque + "@example.jaxws.sun.com>";
      String type =
          "multipart/related;start=\"%s\";type=\"application/xop+xml\";boundary=\"uuid:%s\";start-info=\"text/xml\""
              .formatted(racine, marque);
      String avant =
          "--uuid:%s\r\nContent-Id: %s\r\nContent-Type: application/xop+xml;charset=utf-8;type=\"text/xml\"\r\nContent-Transfer-Encoding: binary\r\n\r\n"
              .formatted(marque, racine);
      return new Habillage(type, octets(avant), octets("\r\n--uuid:" + marque + "--"));
    }
  },
  /** {@code /ws-iparapheur-no-mtom}. */
  TEXTE {
    @Override
    public Habillage habiller() {
      return new Habillage("text/xml; charset=utf-8", new byte[0], new byte[0]);
    }
  };

  /** Type de la réponse et octets placés avant et après l’enveloppe. */
  public record Habillage(String type, byte[] avant, byte[] apres) {}

  public abstract Habillage habiller();

  private static byte[] octets(String texte) {
    return texte.getBytes(StandardCharsets.US_ASCII);
  }
}
