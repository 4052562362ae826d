package fr.paraphe.outils.lancement;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Les ports de la boucle locale. */
final class Ports {

  private Ports() {}

  static void exigerLibre(int port, String usage) {
    try (ServerSocket essai = new ServerSocket()) {
      essai.setReuseAddress(true);
      essai.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new Empechement(
          "Le port "
              + port
              + " ("
              + usage
              + ") est déjà pris par un autre programme. Arrêtez-le, ou lancez avec --port-offset N pour décaler tous les ports.",
          e);
    }
  }
}
