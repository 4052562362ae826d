package fr.paraphe.web.connexion;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Le témoin de session n’est envoyé que par HTTPS dès que le serveur est publié ainsi ({@code
 * -Dparaphe.https=true}) ; sur la boucle locale d’une démonstration, il reste utilisable en HTTP.
 */
@WebListener
public class TemoinSession implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent evenement) {
    evenement
        .getServletContext()
        .getSessionCookieConfig()
        .setSecure(Boolean.getBoolean("paraphe.https"));
  }
}
