package fr.paraphe.base;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.paraphe.notification.infra.Boite;
import fr.paraphe.notification.infra.EnvoiCourriel;
import fr.paraphe.outils.atelier.HorlogeReglable;
import fr.paraphe.socle.Transactions;
import fr.paraphe.travaux.Facteur;
import fr.paraphe.travaux.infra.Equipe;
import fr.paraphe.travaux.infra.FacteurSmtp;
import fr.paraphe.travaux.infra.FileRepository;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * Un vrai serveur SMTP sur la boucle locale, et l’équipe qui y porte les courriels d’une mairie.
 */
final class Poste implements AutoCloseable {

  private final Mairie mairie;
  final GreenMail serveur;
  final Facteur facteur;
  final Equipe equipe;

  Poste(Mairie mairie) {
    this.mairie = mairie;
    serveur = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    serveur.start();
    System.setProperty("paraphe.smtp", "127.0.0.1");
    System.setProperty("paraphe.adresse", "https://parapheur.demo.fr/");
    facteur = facteur(serveur.getSmtp().getPort());
    equipe = equipe(facteur);
  }

  FacteurSmtp facteur(int port) {
    Properties p = new Properties();
    p.setProperty("mail.smtp.host", "127.0.0.1");
    p.setProperty("mail.smtp.port", String.valueOf(port));
    p.setProperty("mail.from", "ne-pas-repondre@demo.fr");
    p.setProperty("mail.smtp.user", "-");
    p.setProperty("mail.smtp.auth", "true");
    return new FacteurSmtp(
        mairie.atelier.bean(HorlogeReglable.class), () -> Session.getInstance(p));
  }

  Equipe equipe(Facteur porteur) {
    Transactions transactions = mairie.atelier.bean(Transactions.class);
    HorlogeReglable horloge = mairie.atelier.bean(HorlogeReglable.class);
    return new Equipe(
        mairie.atelier.bean(FileRepository.class),
        transactions,
        horloge,
        List.of(
            new EnvoiCourriel(mairie.atelier.bean(Boite.class), porteur, transactions, horloge)));
  }

  /** Porte tout ce qui est dû. */
  void porter() {
    while (equipe.avancer()) {
      continue;
    }
  }

  List<MimeMessage> recus() {
    return Arrays.asList(serveur.getReceivedMessages());
  }

  List<String> destinataires() {
    return recus().stream().map(Poste::destinataire).sorted().toList();
  }

  MimeMessage pour(String adresse) {
    return recus().stream().filter(m -> destinataire(m).equals(adresse)).findFirst().orElseThrow();
  }

  static String destinataire(MimeMessage m) {
    try {
      return ((jakarta.mail.internet.InternetAddress) m.getAllRecipients()[0]).getAddress();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String sujet(MimeMessage m) {
    try {
      return m.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String texte(MimeMessage m) {
    return partie(m, 0);
  }

  static String html(MimeMessage m) {
    return partie(m, 1);
  }

  private static String partie(MimeMessage m, int rang) {
    try {
      BodyPart partie = ((MimeMultipart) m.getContent()).getBodyPart(rang);
      return ((String) partie.getContent()).replace("\r\n", "\n");
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void vider() throws Exception {
    serveur.purgeEmailFromAllMailboxes();
  }

  @Override
  public void close() {
    System.clearProperty("paraphe.smtp");
    serveur.stop();
  }
}
