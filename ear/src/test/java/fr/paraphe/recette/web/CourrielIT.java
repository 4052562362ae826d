package fr.paraphe.recette.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import fr.paraphe.recette.Connecteur;
import fr.paraphe.recette.Produit;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Du dépôt au courriel reçu, et du courriel au dossier. */
class CourrielIT {

  private static final Duration ATTENTE = Duration.ofSeconds(90);
  private static final Pattern LIEN = Pattern.compile("http\\S+dossier\\.xhtml\\?id=\\S+");

  private static Navigateur navigateur;
  private static Produit produit;
  private static String motDePasse;
  private static Connecteur ws;
  private static GreenMail poste;

  @BeforeAll
  static void ouvrir() {
    produit = Produit.enMarche();
    motDePasse = produit.comptesDemo().motDePasse();
    ws = new Connecteur(produit, "ws", motDePasse);
    navigateur = new Navigateur();
    poste =
        new GreenMail(
            new ServerSetup(produit.portCourriel(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    poste.start();
  }

  @AfterAll
  static void fermer() {
    poste.stop();
    navigateur.close();
  }

  @Test
  void un_depot_avertit_le_bureau_et_le_lien_du_courriel_ouvre_le_dossier_apres_connexion()
      throws Exception {
    String id = "courriel-" + UUID.randomUUID();
    ws.creer(id, "Courrier", "Courrier simple", Pieces.pdf("lettre.pdf", "Madame,").buffer);

    MimeMessage arrivee = recu(id, "À viser");
    assertThat(arrivee.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(arrivee.getSubject()).startsWith("[DÉMONSTRATION] À viser : ");
    assertThat(texte(arrivee)).contains("Bonjour,\n").contains("Paraphe · DÉMONSTRATION");

    Matcher lien = LIEN.matcher(texte(arrivee));
    assertThat(lien.find()).isTrue();
    assertThat(lien.group()).startsWith(produit.adresse() + "/iparapheur/");
    Page dgs = navigateur.page(1280, false);
    dgs.navigate(lien.group());
    Navigateur.connecter(dgs, "dgs", motDePasse);
    dgs.waitForURL("**/dossier.xhtml?id=*");
    dgs.locator("[data-touche=v]:visible").first().click();
    dgs.locator("#messages [role=status]").waitFor();

    assertThat(texte(recu(id, "À signer"))).contains("pour signature par ");
  }

  @Test
  void un_serveur_de_courriel_en_panne_n_arrete_pas_le_depot_et_le_courriel_part_a_son_retour()
      throws Exception {
    poste.stop();
    String id = "panne-" + UUID.randomUUID();
    ws.creer(id, "Courrier", "Courrier simple", Pieces.pdf("lettre.pdf", "Madame,").buffer);
    assertThat(Connecteur.textes(ws.histo(id), "status")).contains("EnCoursVisa");
    poste.start();
    assertThat(texte(recu(id, "À viser"))).contains(id);
  }

  private static MimeMessage recu(String id, String quoi) throws Exception {
    long limite = System.nanoTime() + ATTENTE.toNanos();
    while (System.nanoTime() < limite) {
      int deja = poste.getReceivedMessages().length;
      Optional<MimeMessage> trouve =
          Arrays.stream(poste.getReceivedMessages())
              .filter(m -> sujet(m).contains(quoi) && texte(m).contains(id))
              .findFirst();
      if (trouve.isPresent()) {
        return trouve.get();
      }
      poste.waitForIncomingEmail(1_000, deja + 1);
    }
    throw new AssertionError(
        "aucun courriel « %s » pour %s parmi %d"
            .formatted(quoi, id, poste.getReceivedMessages().length));
  }

  private static String sujet(MimeMessage m) {
    try {
      return m.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String texte(MimeMessage m) {
    try {
      return ((String) ((MimeMultipart) m.getContent()).getBodyPart(0).getContent())
          .replace("\r\n", "\n");
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
