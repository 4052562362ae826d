package fr.paraphe.base;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Un serveur SMTP qui refuse tous les destinataires, avec le code qu’on lui dit. */
final class GuichetFerme implements AutoCloseable {

  private final ServerSocket porte;
  private final String refus;

  GuichetFerme(String refus) throws IOException {
    this.refus = refus;
    porte = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    Thread fil = new Thread(this::servir, "guichet-ferme");
    fil.setDaemon(true);
    fil.start();
  }

  int port() {
    return porte.getLocalPort();
  }

  private void servir() {
    while (!porte.isClosed()) {
      try (Socket client = porte.accept()) {
        repondre(client);
      } catch (IOException fin) {
        return;
      }
    }
  }

  private void repondre(Socket client) throws IOException {
    BufferedReader demande =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    dire(client, "220 guichet");
    for (String l = demande.readLine(); l != null; l = demande.readLine()) {
      String verbe = l.toUpperCase(Locale.ROOT);
      if (verbe.startsWith("RCPT")) {
        dire(client, refus);
      } else if (verbe.startsWith("QUIT")) {
        dire(client, "221 au revoir");
        return;
      } else {
        dire(client, "250 bien");
      }
    }
  }

  private static void dire(Socket client, String ligne) throws IOException {
    client.getOutputStream().write((ligne + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    try {
      porte.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
