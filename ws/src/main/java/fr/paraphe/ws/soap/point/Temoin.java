package fr.paraphe.ws.soap.point;

import fr.paraphe.socle.Horloge;
import fr.paraphe.transmission.AppelConnecteur;
import fr.paraphe.transmission.AppelConnecteur.Issue;
import fr.paraphe.transmission.Appels;
import fr.paraphe.ws.soap.reponse.Faute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Retient ce que l’appel en cours est devenu, pour la page des connecteurs. */
@RequestScoped
public class Temoin {

  private static final Logger JOURNAL = Logger.getLogger("fr.paraphe.ws");
  private static final Pattern REFUS =
      Pattern.compile("<codeRetour>KO</codeRetour><message>([^<]*)</message>");
  private static final int LISIBLE = 1_000_000;
  private static final double MILLISECONDE = 1e6;

  private Appels appels;
  private Horloge horloge;
  private Instant debut;
  private long depart;
  private String operation = "";
  private Issue issue = Issue.FAUTE;
  private String detail = "";

  protected Temoin() {}

  @Inject
  public Temoin(Appels appels, Horloge horloge) {
    this.appels = appels;
    this.horloge = horloge;
  }

  public void commencer() {
    debut = horloge.maintenant();
    depart = System.nanoTime();
  }

  public void operation(String nom) {
    operation = nom;
  }

  public void faute(Faute faute) {
    issue = Issue.FAUTE;
    detail = faute.phrase();
  }

  public void reponse(byte[] xml) {
    Matcher refus =
        REFUS.matcher(xml.length > LISIBLE ? "" : new String(xml, StandardCharsets.UTF_8));
    boolean trouve = refus.find();
    issue = trouve ? Issue.REFUS : Issue.OK;
    detail = trouve ? refus.group(1).replace("&lt;", "<").replace("&amp;", "&") : "";
  }

  /** L’appel est fini. Ne pas pouvoir le noter n’est pas un échec de l’appel. */
  public void finir(String compte) {
    try {
      long duree = Math.round((System.nanoTime() - depart) / MILLISECONDE);
      appels.noter(new AppelConnecteur(compte, debut, duree, operation, issue, detail));
    } catch (RuntimeException e) {
      JOURNAL.log(Level.FINE, e, () -> "PARA0504 Appel non noté");
    }
  }
}
