package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.notification.infra.Boite;
import fr.paraphe.notification.infra.EnvoiCourriel;
import fr.paraphe.outils.atelier.HorlogeReglable;
import fr.paraphe.socle.Tranche;
import fr.paraphe.socle.Transactions;
import fr.paraphe.travaux.Blocages;
import fr.paraphe.travaux.Portee;
import fr.paraphe.travaux.Travail;
import fr.paraphe.travaux.TravailBloque;
import fr.paraphe.travaux.infra.Equipe;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Un serveur de courriel absent, en panne ou qui refuse : les actes passent, rien ne se perd. */
class CourrielEnPanneTest {

  private static final Instant MARDI = Instant.parse("2026-03-10T09:00:00Z");

  @TempDir static Path donnees;
  private static Mairie mairie;
  private static Poste poste;

  @BeforeAll
  static void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    poste = new Poste(mairie);
    Commune.executer(mairie.base, "UPDATE utilisateur SET notification = 'JAMAIS' WHERE id <> 2");
  }

  @AfterAll
  static void fermer() {
    poste.close();
    mairie.close();
  }

  @BeforeEach
  void vider() throws Exception {
    poste.vider();
    Commune.executer(mairie.base, "DELETE FROM message; DELETE FROM travail");
    Commune.executer(
        mairie.base, "UPDATE utilisateur SET courriel = 'dgs@demo.invalid' WHERE id = 2");
    System.setProperty("paraphe.smtp", "127.0.0.1");
    apres(Duration.ZERO);
  }

  private static void apres(Duration duree) {
    mairie.atelier.bean(HorlogeReglable.class).regler(MARDI.plus(duree));
  }

  private static void deposer() {
    mairie.deposer("agent@demo", "Visa", "simple", "", "");
  }

  private static List<TravailBloque> bloques() {
    return mairie
        .atelier
        .bean(Transactions.class)
        .nouvelle(
            () ->
                mairie
                    .atelier
                    .bean(Blocages.class)
                    .lister(new Portee(1, false), Tranche.page(1, 50))
                    .lignes());
  }

  private static long aEnvoyer() {
    return Commune.compter(mairie.base, "SELECT count(*) FROM message WHERE envoye_le IS NULL");
  }

  private static int portFerme() throws IOException {
    try (ServerSocket libre = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return libre.getLocalPort();
    }
  }

  @Test
  void sans_serveur_configure_les_messages_attendent_sans_echec() {
    System.clearProperty("paraphe.smtp");
    deposer();
    poste.porter();
    assertThat(aEnvoyer()).isOne();
    assertThat(bloques()).isEmpty();
    System.setProperty("paraphe.smtp", "127.0.0.1");
    poste.porter();
    assertThat(poste.destinataires()).containsExactly("dgs@demo.invalid");
  }

  @Test
  void un_serveur_en_panne_ne_compte_pas_d_essai_et_tout_part_a_son_retour() throws IOException {
    deposer();
    deposer();
    int port = portFerme();
    for (int i = 0; i < 10; i++) {
      Equipe equipe = poste.equipe(poste.facteur(port));
      assertThat(equipe.avancer()).isTrue();
      assertThat(equipe.avancer()).as("laissé en paix").isFalse();
      apres(Duration.ofMinutes(i + 1L));
    }
    assertThat(aEnvoyer()).isEqualTo(2);
    assertThat(bloques()).isEmpty();
    poste.porter();
    assertThat(poste.recus()).hasSize(2);
    assertThat(aEnvoyer()).isZero();
  }

  @Test
  void un_destinataire_refuse_pour_de_bon_est_bloque_avec_la_raison_et_se_relance()
      throws IOException {
    deposer();
    try (GuichetFerme guichet = new GuichetFerme("550 5.1.1 boite inconnue")) {
      poste.equipe(poste.facteur(guichet.port())).avancer();
    }
    assertThat(bloques())
        .singleElement()
        .satisfies(
            b ->
                assertThat(b.cause())
                    .contains("dgs@demo.invalid")
                    .contains("550 5.1.1 boite inconnue"));
    long id = bloques().get(0).id();
    mairie
        .atelier
        .bean(Transactions.class)
        .nouvelle(() -> mairie.atelier.bean(Blocages.class).relancer(new Portee(1, false), id));
    poste.porter();
    assertThat(poste.recus()).hasSize(1);
    assertThat(bloques()).isEmpty();
  }

  @Test
  void un_refus_passager_est_retente() throws IOException {
    deposer();
    try (GuichetFerme guichet = new GuichetFerme("451 4.7.1 plus tard")) {
      poste.equipe(poste.facteur(guichet.port())).avancer();
    }
    assertThat(bloques()).isEmpty();
    poste.porter();
    assertThat(poste.recus()).isEmpty();
    apres(Duration.ofSeconds(30));
    poste.porter();
    assertThat(poste.recus()).hasSize(1);
  }

  @Test
  void ce_qui_n_est_pas_une_adresse_est_bloque_et_n_arrete_pas_les_autres() {
    Commune.executer(
        mairie.base, "UPDATE utilisateur SET courriel = 'claire chez elle' WHERE id = 2");
    deposer();
    Commune.executer(
        mairie.base, "UPDATE utilisateur SET courriel = 'dgs@demo.invalid' WHERE id = 2");
    deposer();
    poste.porter();
    assertThat(bloques())
        .extracting(TravailBloque::cause)
        .containsExactly("L’adresse « claire chez elle » n’en est pas une.");
    assertThat(poste.recus()).hasSize(1);
  }

  @Test
  void un_noeud_tue_apres_l_envoi_ne_fait_au_pire_qu_un_double_de_meme_identifiant()
      throws Exception {
    deposer();
    Travail pris = poste.equipe.prendre().orElseThrow();
    EnvoiCourriel envoi =
        new EnvoiCourriel(
            mairie.atelier.bean(Boite.class),
            poste.facteur,
            mairie.atelier.bean(Transactions.class),
            mairie.atelier.bean(HorlogeReglable.class));
    envoi.executer(pris);
    Commune.executer(mairie.base, "UPDATE message SET envoye_le = NULL");
    apres(Equipe.BAIL);
    poste.porter();
    assertThat(poste.recus()).hasSize(2);
    assertThat(poste.recus())
        .extracting(MimeMessage::getMessageID)
        .containsOnly(poste.recus().get(0).getMessageID());
  }

  @Test
  void un_noeud_tue_apres_avoir_note_l_envoi_n_envoie_rien_de_plus() {
    deposer();
    Travail pris = poste.equipe.prendre().orElseThrow();
    new EnvoiCourriel(
            mairie.atelier.bean(Boite.class),
            poste.facteur,
            mairie.atelier.bean(Transactions.class),
            mairie.atelier.bean(HorlogeReglable.class))
        .executer(pris);
    apres(Equipe.BAIL);
    poste.porter();
    assertThat(poste.recus()).hasSize(1);
    assertThat(Commune.compter(mairie.base, "SELECT count(*) FROM travail")).isZero();
  }
}
