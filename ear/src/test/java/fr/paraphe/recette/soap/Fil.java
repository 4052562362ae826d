package fr.paraphe.recette.soap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Une connexion HTTP tenue à la main, octet par octet. */
final class Fil implements AutoCloseable {

  private static final Pattern LONGUEUR = Pattern.compile("(?i)content-length: *(\\d+)");
  private static final int ATTENTE_MS = 60_000;

  private final Socket prise;
  private final String compte;
  private final String motDePasse;

  private Fil(int port, String compte, String motDePasse) throws IOException {
    this.prise = new Socket(InetAddress.getLoopbackAddress(), port);
    this.prise.setSoTimeout(ATTENTE_MS);
    this.compte = compte;
    this.motDePasse = motDePasse;
  }

  static Fil vers(int port, String compte) throws IOException {
    return new Fil(port, compte, CommuneSoap.fondee().motDePasse());
  }

  /** Droit au service, sans intermédiaire. */
  static Fil direct(String compte) throws IOException {
    return vers(URI.create(CommuneSoap.fondee().adresse()).getPort(), compte);
  }

  /** Une requête entière, prête à partir. */
  String requete(String corps) {
    String message = Connecteur.enveloppe(corps);
    String acces =
        Base64.getEncoder()
            .encodeToString((compte + ":" + motDePasse).getBytes(StandardCharsets.UTF_8));
    return "POST /ws-iparapheur-no-mtom HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml; charset=utf-8\r\nAuthorization: Basic "
        + acces
        + "\r\nContent-Length: "
        + message.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + message;
  }

  void envoyer(String octets) throws IOException {
    prise.getOutputStream().write(octets.getBytes(StandardCharsets.UTF_8));
    prise.getOutputStream().flush();
  }

  /** La réponse suivante, en-têtes et corps. */
  String lire() throws IOException {
    InputStream entree = prise.getInputStream();
    ByteArrayOutputStream entetes = new ByteArrayOutputStream();
    while (!entetes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int c = entree.read();
      if (c < 0) {
        throw new IOException("coupé");
      }
      entetes.write(c);
    }
    String tete = entetes.toString(StandardCharsets.ISO_8859_1);
    Matcher longueur = LONGUEUR.matcher(tete);
    int attendus = longueur.find() ? Integer.parseInt(longueur.group(1)) : 0;
    byte[] corps = entree.readNBytes(attendus);
    if (corps.length < attendus) {
      throw new IOException("coupé");
    }
    return tete + new String(corps, StandardCharsets.UTF_8);
  }

  /** La même, en n’attendant pas plus longtemps. */
  String lire(int millisecondes) throws IOException {
    prise.setSoTimeout(millisecondes);
    return lire();
  }

  String appeler(String corps) throws IOException {
    envoyer(requete(corps));
    return lire();
  }

  @Override
  public void close() throws IOException {
    prise.close();
  }
}
