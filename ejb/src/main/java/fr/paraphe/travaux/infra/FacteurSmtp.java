package fr.paraphe.travaux.infra;

import fr.paraphe.socle.Horloge;
import fr.paraphe.travaux.Courriel;
import fr.paraphe.travaux.EchecDefinitif;
import fr.paraphe.travaux.Empeche;
import fr.paraphe.travaux.Facteur;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Remet les courriels par SMTP, avec la session de courriel du serveur d’application. Un serveur
 * qui ne répond pas est laissé en paix une demi-minute.
 */
@ApplicationScoped
public class FacteurSmtp implements Facteur {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final String RESSOURCE = "java:jboss/mail/Paraphe";

  /** Ce que vaut le compte quand l’installation n’en donne pas (voir dev/serveur/paraphe.cli). */
  private static final Set<String> SANS_COMPTE = Set.of("", "-");

  private static final String ATTENTE_MS = "15000";
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private Horloge horloge;
  private Supplier<Session> source;
  private volatile Instant repriseLe = Instant.EPOCH;

  protected FacteurSmtp() {}

  @Inject
  public FacteurSmtp(Horloge horloge) {
    this(horloge, FacteurSmtp::sessionDuServeur);
  }

  public FacteurSmtp(Horloge horloge, Supplier<Session> source) {
    this.horloge = horloge;
    this.source = source;
  }

  /** Propriété du serveur {@code paraphe.smtp} : le nom du serveur de courriel, ou rien. */
  @Override
  public boolean configure() {
    return !System.getProperty("paraphe.smtp", "").isBlank();
  }

  @Override
  public boolean disponible() {
    return configure() && !horloge.maintenant().isBefore(repriseLe);
  }

  @Override
  public void remettre(Courriel courriel) {
    Session session = bornee(source.get());
    MimeMessage message = ecrire(session, courriel);
    try (Transport transport = session.getTransport("smtp")) {
      connecter(transport);
      transport.sendMessage(message, message.getAllRecipients());
    } catch (SendFailedException refus) {
      throw refus(courriel, refus);
    } catch (MessagingException panne) {
      throw new IllegalStateException(
          "Le serveur de courriel n’a pas accepté le message : " + panne.getMessage(), panne);
    }
  }

  private void connecter(Transport transport) {
    try {
      transport.connect();
    } catch (AuthenticationFailedException e) {
      throw empeche("Le serveur de courriel refuse le compte de l’installation.", e);
    } catch (MessagingException e) {
      throw empeche("Le serveur de courriel ne répond pas.", e);
    }
  }

  private Empeche empeche(String phrase, MessagingException cause) {
    repriseLe = horloge.maintenant().plus(PAUSE);
    return new Empeche(PAUSE, phrase, cause);
  }

  /** Un refus 5xx ne changera pas ; un 4xx (boîte pleine, liste grise) peut passer plus tard. */
  private static RuntimeException refus(Courriel courriel, SendFailedException refus) {
    boolean definitif =
        refus.getInvalidAddresses() != null && refus.getInvalidAddresses().length > 0;
    String phrase =
        "Le serveur de courriel refuse l’adresse « %s » : %s"
            .formatted(courriel.adresse(), raison(refus));
    return definitif ? new EchecDefinitif(phrase, refus) : new IllegalStateException(phrase, refus);
  }

  private static String raison(MessagingException refus) {
    Exception suivante = refus.getNextException();
    String raison = suivante == null ? refus.getMessage() : suivante.getMessage();
    return raison == null ? "sans explication" : raison.strip();
  }

  private MimeMessage ecrire(Session session, Courriel courriel) {
    try {
      MimeMessage message = new Identifie(session, courriel.identifiant());
      message.setFrom();
      message.setRecipient(Message.RecipientType.TO, adresse(courriel.adresse(), courriel.nom()));
      message.setSubject(courriel.sujet(), UTF_8);
      message.setSentDate(Date.from(horloge.maintenant()));
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setHeader("X-Auto-Response-Suppress", "All");
      message.setContent(corps(courriel));
      message.saveChanges();
      return message;
    } catch (AddressException e) {
      throw new EchecDefinitif("L’adresse « " + courriel.adresse() + " » n’en est pas une.", e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MimeMultipart corps(Courriel courriel) throws MessagingException {
    MimeBodyPart texte = new MimeBodyPart();
    texte.setText(courriel.texte(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(courriel.html(), UTF_8, "html");
    return new MimeMultipart("alternative", texte, html);
  }

  private static InternetAddress adresse(String adresse, String nom) throws AddressException {
    InternetAddress resultat = new InternetAddress(adresse, true);
    try {
      if (!nom.isEmpty()) {
        resultat.setPersonal(nom, UTF_8);
      }
      return resultat;
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** La session du serveur, des attentes bornées, et pas de compte quand le réglage est vide. */
  private static Session bornee(Session session) {
    Properties p = new Properties();
    p.putAll(session.getProperties());
    for (String attente : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      p.setProperty("mail.smtp." + attente, ATTENTE_MS);
    }
    if (!SANS_COMPTE.contains(p.getProperty("mail.smtp.user", ""))) {
      session.getProperties().putAll(p);
      return session;
    }
    p.remove("mail.smtp.user");
    p.remove("mail.smtp.auth");
    return Session.getInstance(p);
  }

  private static Session sessionDuServeur() {
    try {
      return InitialContext.doLookup(RESSOURCE);
    } catch (NamingException e) {
      throw new Empeche(
          PAUSE, "La session de courriel " + RESSOURCE + " manque dans le serveur.", e);
    }
  }

  /** Un message dont l’identifiant ne dépend que de ce qu’il annonce. */
  private static final class Identifie extends MimeMessage {
    private final String identifiant;

    Identifie(Session session, String identifiant) {
      super(session);
      this.identifiant = identifiant;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + identifiant + ">");
    }
  }
}
