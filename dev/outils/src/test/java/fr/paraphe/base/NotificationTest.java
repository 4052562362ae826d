package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.notification.infra.Rappels;
import fr.paraphe.notification.infra.Regroupement;
import fr.paraphe.outils.atelier.HorlogeReglable;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Qui est averti de quoi : des actes aux courriels reçus par un vrai serveur. */
class NotificationTest {

  /** Mardi, 10 h à Paris. */
  private static final Instant MARDI = Instant.parse("2026-03-10T09:00:00Z");

  @TempDir static Path donnees;
  private static Mairie mairie;
  private static Poste poste;

  @BeforeAll
  static void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    poste = new Poste(mairie);
  }

  @AfterAll
  static void fermer() throws Exception {
    poste.close();
    mairie.fermerSaine();
  }

  @BeforeEach
  void vider() throws Exception {
    poste.vider();
    sql("DELETE FROM message; DELETE FROM travail; DELETE FROM preference; DELETE FROM delegation");
    sql("UPDATE utilisateur SET notification = 'CHAQUE'");
    sql("DELETE FROM bureau_utilisateur WHERE role = 'SECRETAIRE'");
    a(MARDI);
  }

  private static void a(Instant instant) {
    mairie.atelier.bean(HorlogeReglable.class).regler(instant);
  }

  private static void sql(String sql) {
    Commune.executer(mairie.base, sql);
  }

  private static IdentifiantDossier visa() {
    return mairie.deposer("agent@demo", "Visa", "simple", "", "").identifiant();
  }

  private static void viser(String login, IdentifiantDossier id) {
    mairie.faire(login, () -> mairie.instruction().viser(id, Avis.SANS));
  }

  private static void rejeter(String login, IdentifiantDossier id, String motif) {
    mairie.faire(login, () -> mairie.instruction().rejeter(id, Avis.publique(motif)));
  }

  private static IdentifiantDossier deposer(Visibilite visibilite, LocalDate limite) {
    CreerDossier c =
        mairie.commande("Visa", "simple", "", "", limite, true, mairie.texte("agent@demo"));
    return mairie
        .creer(
            "agent@demo",
            new CreerDossier(
                c.identifiant(),
                "Mutation de Mme Secret",
                c.type(),
                c.sousType(),
                visibilite,
                c.dateLimite(),
                c.principaux(),
                c.visuel(),
                c.annexes(),
                c.metadonnees(),
                c.annotationPublique(),
                c.annotationPrivee(),
                c.bureauEmetteur(),
                c.courrielEmetteur(),
                c.origine(),
                c.emettre()))
        .identifiant();
  }

  @Test
  void l_arrivee_avertit_les_proprietaires_du_bureau_et_pas_qui_a_agi() throws Exception {
    IdentifiantDossier id = visa();
    poste.porter();
    assertThat(poste.destinataires()).containsExactly("dgs2@demo.invalid", "dgs@demo.invalid");
    MimeMessage m = poste.pour("dgs@demo.invalid");
    assertThat(m.getSubject()).isEqualTo("À viser : Dossier d’essai");
    assertThat(m.getFrom()[0]).hasToString("ne-pas-repondre@demo.fr");
    assertThat(m.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(m.getHeader("Message-ID")[0]).matches("<message-\\d+-1@parapheur\\.demo\\.fr>");
    assertThat(Poste.texte(m))
        .contains(
            "Déposé sur le bureau « Direction générale » pour visa par Camille Agent le 10 mars 2026 à 10:00.")
        .contains("https://parapheur.demo.fr/iparapheur/dossier.xhtml?id=" + id.valeur() + "\n");
    assertThat(Poste.html(m)).contains("dossier.xhtml?id=" + id.valeur() + "\"");
  }

  @Test
  void un_rejet_revient_a_l_emetteur_avec_son_motif() {
    IdentifiantDossier id = visa();
    rejeter("dgs@demo", id, "La date est à revoir.");
    poste.porter();
    MimeMessage m = poste.pour("agent@demo.invalid");
    assertThat(Poste.sujet(m)).isEqualTo("Retourné : Dossier d’essai");
    assertThat(Poste.texte(m))
        .contains("Rejeté par Claire Directrice")
        .contains("« La date est à revoir. »");
    assertThat(poste.destinataires()).containsExactly("agent@demo.invalid");
  }

  @Test
  void la_fin_du_circuit_avertit_l_emetteur() {
    viser("dgs@demo", visa());
    poste.porter();
    assertThat(Poste.sujet(poste.pour("agent@demo.invalid"))).startsWith("Fin de circuit : ");
  }

  @Test
  void une_annonce_qui_n_a_plus_d_objet_ne_part_pas() {
    viser("dgs@demo", visa());
    poste.porter();
    assertThat(poste.destinataires()).containsExactly("agent@demo.invalid");
    assertThat(
            Commune.compter(
                mairie.base, "SELECT count(*) FROM message WHERE erreur = 'sans objet'"))
        .isEqualTo(2);
  }

  @Test
  void le_secretariat_est_averti_de_l_arrivee() {
    sql(
        "INSERT INTO bureau_utilisateur (collectivite_id, bureau_id, utilisateur_id, role) VALUES (1, 12, 4, 'SECRETAIRE')");
    visa();
    poste.porter();
    assertThat(poste.destinataires()).contains("adjoint@demo.invalid");
  }

  @Test
  void le_delegue_est_averti_en_l_absence_de_et_seulement_pendant_la_delegation() {
    sql(
        "INSERT INTO delegation (id, collectivite_id, bureau_id, delegue_id, periode, creee_par) VALUES"
            + " (1, 1, 12, 14, tstzrange('2026-03-01', '2026-03-12'), 1)");
    visa();
    poste.porter();
    MimeMessage m = poste.pour("adjoint@demo.invalid");
    assertThat(Poste.sujet(m)).endsWith("(en l’absence de Direction générale)");
    assertThat(Poste.texte(m)).contains("Vous êtes averti en l’absence de « Direction générale ».");

    a(Instant.parse("2026-03-13T09:00:00Z"));
    visa();
    poste.porter();
    assertThat(poste.destinataires()).filteredOn("adjoint@demo.invalid"::equals).hasSize(1);
  }

  @Test
  void le_courriel_d_un_confidentiel_ne_dit_ni_titre_ni_motif() {
    IdentifiantDossier id = deposer(Visibilite.CONFIDENTIEL, null);
    poste.porter();
    rejeter("dgs@demo", id, "Motif indiscret");
    poste.porter();
    assertThat(poste.recus()).hasSize(3);
    assertThat(poste.recus())
        .allSatisfy(
            m ->
                assertThat(Poste.sujet(m) + Poste.texte(m) + Poste.html(m))
                    .contains("Dossier confidentiel")
                    .contains("?id=" + id.valeur())
                    .doesNotContain("Secret")
                    .doesNotContain("indiscret"));
  }

  @Test
  void qui_ne_veut_pas_des_confidentiels_n_en_recoit_pas() {
    sql(
        "INSERT INTO preference (utilisateur_id, collectivite_id, cle, valeur) VALUES (2, 1, 'notification', '{\"confidentiels\": false}')");
    deposer(Visibilite.CONFIDENTIEL, null);
    deposer(Visibilite.SERVICE, null);
    poste.porter();
    assertThat(poste.destinataires())
        .containsExactly("dgs2@demo.invalid", "dgs2@demo.invalid", "dgs@demo.invalid");
  }

  @Test
  void un_remords_avertit_ceux_a_qui_le_dossier_est_repris() {
    IdentifiantDossier id = visa();
    poste.porter();
    mairie.faire("agent@demo", () -> mairie.instruction().recuperer(id, Avis.SANS));
    poste.porter();
    assertThat(poste.recus())
        .extracting(Poste::sujet)
        .filteredOn(s -> s.startsWith("Repris : "))
        .hasSize(2);
    assertThat(poste.destinataires()).doesNotContain("agent@demo.invalid");
  }

  @Test
  void ni_jamais_ni_compte_ferme_ni_compte_technique_ne_recoivent_rien() {
    sql("UPDATE utilisateur SET notification = 'JAMAIS' WHERE id IN (2, 7)");
    visa();
    IdentifiantDossier machine = mairie.deposer("ws@demo", "Visa", "simple", "", "").identifiant();
    rejeter("dgs@demo", machine, "non");
    poste.porter();
    assertThat(poste.recus()).isEmpty();
    assertThat(Commune.compter(mairie.base, "SELECT count(*) FROM message")).isZero();
  }

  private static void associer(IdentifiantDossier id, int bureau, String motif) {
    sql(
        "INSERT INTO dossier_bureau (collectivite_id, dossier_id, bureau_id, motif, depuis) SELECT 1, id, %d, '%s', TIMESTAMPTZ '2026-03-01' FROM dossier WHERE identifiant = '%s'"
            .formatted(bureau, motif, id.valeur()));
  }

  @Test
  void un_bureau_qui_suit_apprend_chaque_acte() {
    IdentifiantDossier id =
        mairie.deposer("agent@demo", "Courrier", "simple", "", "").identifiant();
    associer(id, 14, "SUIVI");
    viser("dgs@demo", id);
    poste.porter();
    MimeMessage m = poste.pour("adjoint@demo.invalid");
    assertThat(Poste.sujet(m)).startsWith("Suivi : ");
    assertThat(Poste.texte(m)).contains("visé par Claire Directrice");
  }

  @Test
  void un_bureau_notifie_apprend_l_issue_et_pas_les_etapes() {
    IdentifiantDossier id =
        mairie.deposer("agent@demo", "Courrier", "simple", "", "").identifiant();
    associer(id, 14, "NOTIFIE");
    viser("dgs@demo", id);
    poste.porter();
    assertThat(poste.destinataires()).doesNotContain("adjoint@demo.invalid");
    rejeter("maire@demo", id, "non");
    poste.porter();
    assertThat(Poste.texte(poste.pour("adjoint@demo.invalid"))).contains("rejeté par Paul Maire");
  }

  @Test
  void qui_ne_veut_pas_des_dossiers_suivis_n_en_recoit_pas() {
    sql(
        "INSERT INTO preference (utilisateur_id, collectivite_id, cle, valeur) VALUES (4, 1, 'notification', '{\"suivis\": false}')");
    IdentifiantDossier id = visa();
    associer(id, 14, "SUIVI");
    viser("dgs@demo", id);
    poste.porter();
    assertThat(poste.destinataires()).doesNotContain("adjoint@demo.invalid");
  }

  @Test
  void une_autre_adresse_remplace_celle_du_compte() {
    sql(
        "INSERT INTO preference (utilisateur_id, collectivite_id, cle, valeur) VALUES (2, 1, 'notification', '{\"adresse\": \"claire@ailleurs.fr\"}')");
    visa();
    poste.porter();
    assertThat(poste.destinataires()).containsExactly("claire@ailleurs.fr", "dgs2@demo.invalid");
  }

  private static void regrouper() {
    mairie.atelier.bean(Regroupement.class).regrouper();
    poste.porter();
  }

  @Test
  void un_recapitulatif_part_a_l_heure_dite_une_seule_fois_et_dit_ce_qui_attend_encore() {
    sql("UPDATE utilisateur SET notification = 'QUOTIDIENNE' WHERE id = 2");
    sql("UPDATE utilisateur SET notification = 'JAMAIS' WHERE id <> 2");
    visa();
    IdentifiantDossier traite = visa();
    visa();
    viser("dgs2@demo", traite);
    a(Instant.parse("2026-03-11T06:59:00Z"));
    regrouper();
    assertThat(poste.recus()).isEmpty();
    a(Instant.parse("2026-03-11T07:00:00Z"));
    regrouper();
    regrouper();
    assertThat(poste.recus())
        .extracting(Poste::sujet)
        .containsExactly("Récapitulatif : 2 dossiers");
    assertThat(Poste.texte(poste.recus().get(0))).doesNotContain(traite.valeur());
    a(Instant.parse("2026-03-12T07:00:00Z"));
    regrouper();
    assertThat(poste.recus()).hasSize(1);
  }

  @Test
  void passer_a_chaque_fois_fait_partir_ce_qui_attendait_une_seule_fois() {
    sql("UPDATE utilisateur SET notification = 'HEBDOMADAIRE' WHERE id = 2");
    visa();
    poste.porter();
    sql("UPDATE utilisateur SET notification = 'CHAQUE' WHERE id = 2");
    regrouper();
    assertThat(poste.destinataires()).containsExactly("dgs2@demo.invalid", "dgs@demo.invalid");
  }

  @Test
  void passer_a_jamais_fait_taire_ce_qui_attendait() {
    sql("UPDATE utilisateur SET notification = 'HEBDOMADAIRE' WHERE id IN (2, 7)");
    visa();
    sql("UPDATE utilisateur SET notification = 'JAMAIS' WHERE id IN (2, 7)");
    regrouper();
    a(MARDI.plusSeconds(86_400L * 14));
    regrouper();
    assertThat(poste.recus()).isEmpty();
    assertThat(Commune.compter(mairie.base, "SELECT count(*) FROM message WHERE envoye_le IS NULL"))
        .isZero();
  }

  @Test
  void qui_a_quitte_le_bureau_ne_recoit_pas_le_recapitulatif() {
    sql("UPDATE utilisateur SET notification = 'QUOTIDIENNE' WHERE id = 2");
    visa();
    sql("DELETE FROM bureau_utilisateur WHERE bureau_id = 12 AND utilisateur_id = 2");
    a(MARDI.plusSeconds(86_400));
    regrouper();
    sql(
        "INSERT INTO bureau_utilisateur (collectivite_id, bureau_id, utilisateur_id, role) VALUES (1, 12, 2, 'PROPRIETAIRE')");
    assertThat(poste.destinataires()).doesNotContain("dgs@demo.invalid");
  }

  private static int rappeler() {
    return mairie.atelier.bean(Rappels.class).rappeler();
  }

  @Test
  void un_retard_se_rappelle_le_lendemain_puis_chaque_lundi() {
    sql("UPDATE utilisateur SET notification = 'JAMAIS' WHERE id <> 2");
    sql("UPDATE dossier SET date_limite = NULL");
    deposer(Visibilite.SERVICE, LocalDate.of(2026, 3, 11));
    poste.porter();
    a(Instant.parse("2026-03-11T12:00:00Z"));
    assertThat(rappeler()).isZero();
    a(Instant.parse("2026-03-12T05:05:00Z"));
    assertThat(rappeler()).isOne();
    assertThat(rappeler()).isZero();
    a(Instant.parse("2026-03-13T05:05:00Z"));
    assertThat(rappeler()).isZero();
    a(Instant.parse("2026-03-16T05:05:00Z"));
    assertThat(rappeler()).isOne();
    regrouper();
    assertThat(poste.recus())
        .extracting(Poste::sujet)
        .containsExactly("À viser : Mutation de Mme Secret", "Récapitulatif : un dossier");
    assertThat(Poste.texte(poste.recus().get(1))).contains("La date limite du 11 mars 2026");
  }

  @Test
  void les_messages_anciens_s_effacent_et_les_perimes_ne_partent_plus() {
    sql("UPDATE utilisateur SET notification = 'JAMAIS' WHERE id <> 2");
    visa();
    poste.porter();
    visa();
    a(MARDI.plusSeconds(86_400L * 31));
    mairie.atelier.bean(Rappels.class).effacer();
    assertThat(Commune.compter(mairie.base, "SELECT count(*) FROM message")).isOne();
    assertThat(Commune.compter(mairie.base, "SELECT count(*) FROM travail")).isZero();
    a(MARDI.plusSeconds(86_400L * 91));
    mairie.atelier.bean(Rappels.class).effacer();
    assertThat(Commune.compter(mairie.base, "SELECT count(*) FROM message")).isZero();
  }

  @Test
  void un_acte_annule_n_avertit_personne() {
    IdentifiantDossier id = visa();
    sql("DELETE FROM message; DELETE FROM travail");
    Mairie.refuse(
        null,
        null,
        () -> mairie.faire("maire@demo", () -> mairie.instruction().viser(id, Avis.SANS)));
    assertThat(Commune.compter(mairie.base, "SELECT count(*) FROM message")).isZero();
    assertThat(List.of(Commune.compter(mairie.base, "SELECT count(*) FROM travail")))
        .containsExactly(0L);
  }
}
