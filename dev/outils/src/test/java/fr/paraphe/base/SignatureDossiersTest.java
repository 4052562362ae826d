package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.FicheDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.PreparationSignature;
import fr.paraphe.dossier.Redaction;
import fr.paraphe.dossier.ResultatSignature;
import fr.paraphe.dossier.Statut;
import fr.paraphe.dossier.ValeurSignature;
import fr.paraphe.signature.ErreurSignature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signer par les frontières, juger par pdfsig. */
class SignatureDossiersTest {

  private static final Certificats PAUL = Certificats.de("Paul Maire");

  @TempDir static Path donnees;
  private static Mairie mairie;

  @BeforeAll
  static void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
  }

  @AfterAll
  static void fermer() throws Exception {
    mairie.fermerSaine();
  }

  @Test
  void un_dossier_signe_porte_une_signature_que_pdfsig_accepte() throws Exception {
    IdentifiantDossier id = aSigner();
    PreparationSignature preparation = preparer("maire@demo", PAUL, id);
    assertThat(preparation.refus()).isEmpty();

    assertThat(incorporer("maire@demo", preparation))
        .containsExactly(new ResultatSignature(id, Optional.empty()));

    FicheDossier fiche = mairie.lire("agent@demo", () -> mairie.consultation().fiche(id));
    assertThat(fiche.statut()).isEqualTo(Statut.ARCHIVE);
    assertThat(mairie.lire("agent@demo", () -> mairie.consultation().historique(id)))
        .extracting(l -> l.statut().mot())
        .containsSubsequence("Vise", "NonLu", "Signe", "Archive");
    assertThat(fiche.signatures())
        .singleElement()
        .satisfies(s -> assertThat(s.signataire()).isEqualTo("Paul Maire"));
    assertThat(pdfsig(id))
        .contains("Signature is Valid.", "Total document signed", "ETSI.CAdES.detached", "SHA-256");
  }

  @Test
  void un_jeton_ne_sert_qu_une_fois_et_qu_a_son_auteur() {
    PreparationSignature preparation = preparer("maire@demo", PAUL, aSigner());

    Mairie.refuse(
        ErreurDossier.PREPARATION_INCONNUE, null, () -> incorporer("dgs@demo", preparation));
    incorporer("maire@demo", preparation);
    Mairie.refuse(
        ErreurDossier.PREPARATION_PERIMEE, null, () -> incorporer("maire@demo", preparation));
    Mairie.refuse(
        ErreurDossier.PREPARATION_INCONNUE,
        null,
        () ->
            mairie.atelier.horsTransaction(
                "maire@demo",
                () -> mairie.signature().incorporer(UUID.randomUUID(), List.of(), Avis.SANS)));
  }

  @Test
  void une_valeur_fausse_ne_change_rien_au_dossier() {
    IdentifiantDossier id = aSigner();
    PreparationSignature preparation = preparer("maire@demo", PAUL, id);
    byte[] fausse = PAUL.signer("autre chose".getBytes(StandardCharsets.UTF_8));
    List<ValeurSignature> valeurs =
        List.of(new ValeurSignature(preparation.aSigner().get(0).document(), fausse));

    List<ResultatSignature> resultats =
        mairie.atelier.horsTransaction(
            "maire@demo",
            () -> mairie.signature().incorporer(preparation.jeton(), valeurs, Avis.SANS));

    assertThat(resultats).singleElement().satisfies(r -> assertThat(r.signe()).isFalse());
    assertThat(resultats.get(0).raison()).isNotBlank();
    resteASigner(id);
  }

  @Test
  void un_certificat_expire_d_autrui_ou_d_un_autre_usage_est_refuse_avec_la_raison() {
    IdentifiantDossier id = aSigner();
    Instant hier = Instant.now().minus(Duration.ofDays(1));
    Certificats expire =
        Certificats.de(
            "Paul Maire", KeyUsage.nonRepudiation, hier.minus(Duration.ofDays(300)), hier);
    Certificats chiffrement =
        Certificats.de(
            "Paul Maire", KeyUsage.keyEncipherment, hier, Instant.now().plus(Duration.ofDays(9)));

    Mairie.refuse(
        ErreurSignature.CERTIFICAT_EXPIRE, null, () -> preparer("maire@demo", expire, id));
    Mairie.refuse(
        ErreurSignature.CERTIFICAT_PAS_POUR_SIGNER,
        null,
        () -> preparer("maire@demo", chiffrement, id));
    Mairie.refuse(
        ErreurSignature.CERTIFICAT_D_AUTRUI,
        null,
        () -> preparer("maire@demo", Certificats.de("Anne Adjointe"), id));
    Mairie.refuse(
        ErreurSignature.CERTIFICAT_ILLISIBLE,
        null,
        () ->
            mairie.atelier.horsTransaction(
                "maire@demo",
                () -> mairie.signature().preparer(List.of(id), List.of(new byte[] {1, 2}))));
    resteASigner(id);
  }

  @Test
  void un_dossier_rejete_entre_les_deux_phases_n_est_pas_signe() {
    IdentifiantDossier id = aSigner();
    PreparationSignature preparation = preparer("maire@demo", PAUL, id);
    mairie.faire(
        "maire@demo", () -> mairie.instruction().rejeter(id, Avis.publique("Finalement non")));

    assertThat(incorporer("maire@demo", preparation))
        .singleElement()
        .satisfies(r -> assertThat(r.signe()).isFalse());
    assertThat(mairie.lire("agent@demo", () -> mairie.consultation().fiche(id)).statut())
        .isEqualTo(Statut.REJET_SIGNATAIRE);
  }

  @Test
  void dans_un_lot_ce_qui_ne_peut_pas_etre_signe_dit_pourquoi_et_le_reste_l_est() {
    IdentifiantDossier bon = aSigner();
    IdentifiantDossier texte =
        mairie.deposer("agent@demo", "Courrier", "simple", "", "").identifiant();
    mairie.faire("dgs@demo", () -> mairie.instruction().viser(texte, Avis.SANS));
    IdentifiantDossier auVisa = mairie.deposerPdf("agent@demo", "Courrier", "simple").identifiant();
    IdentifiantDossier oublie = aSigner();
    IdentifiantDossier inconnu = new IdentifiantDossier("nulle-part");

    PreparationSignature preparation =
        preparer("maire@demo", PAUL, bon, texte, auVisa, inconnu, oublie);
    assertThat(preparation.refus())
        .extracting(PreparationSignature.Refus::dossier)
        .containsExactlyInAnyOrder(texte, auVisa, inconnu);
    List<ValeurSignature> uneSeule =
        preparation.aSigner().stream()
            .filter(a -> a.dossier().equals(bon))
            .map(a -> new ValeurSignature(a.document(), PAUL.signer(a.octets())))
            .toList();

    List<ResultatSignature> resultats =
        mairie.atelier.horsTransaction(
            "maire@demo",
            () -> mairie.signature().incorporer(preparation.jeton(), uneSeule, Avis.SANS));

    assertThat(resultats)
        .filteredOn(ResultatSignature::signe)
        .extracting(ResultatSignature::dossier)
        .containsExactly(bon);
    resteASigner(oublie);
  }

  @Test
  void de_deux_signatures_simultanees_du_meme_dossier_une_seule_passe() throws Exception {
    IdentifiantDossier id = aSigner();
    PreparationSignature une = preparer("maire@demo", PAUL, id);
    PreparationSignature autre = preparer("maire@demo", PAUL, id);

    List<Object> resultats =
        Mairie.ensemble(
            List.of(
                () -> incorporer("maire@demo", une).get(0),
                () -> incorporer("maire@demo", autre).get(0)));

    assertThat(resultats).filteredOn(r -> ((ResultatSignature) r).signe()).hasSize(1);
    assertThat(
            Commune.compter(
                mairie.base,
                "SELECT count(*) FROM signature s JOIN dossier d ON d.id = s.dossier_id WHERE d.identifiant = ?",
                id.valeur()))
        .isEqualTo(1);
  }

  @Test
  void les_signatures_d_un_tour_refuse_quittent_la_fiche_et_restent_aux_preuves() {
    mairie.sql(
        """
        INSERT INTO circuit (id, collectivite_id, nom) VALUES (90, 1, 'signature-visa');
        INSERT INTO etape_modele (id, collectivite_id, circuit_id, rang, action, designation, bureau_id) VALUES
          (90, 1, 90, 1, 'SIGNATURE', 'BUREAU', 13), (91, 1, 90, 2, 'VISA', 'BUREAU', 12);
        INSERT INTO sous_type (id, collectivite_id, type_id, nom, circuit_id) VALUES (90, 1, 1, 'signe puis visé', 90)
        """);
    IdentifiantDossier id =
        mairie.deposerPdf("agent@demo", "Courrier", "signe puis visé").identifiant();
    incorporer("maire@demo", preparer("maire@demo", PAUL, id));
    mairie.faire("dgs@demo", () -> mairie.instruction().rejeter(id, Avis.publique("À refaire")));
    FicheDossier rejete = mairie.lire("agent@demo", () -> mairie.consultation().fiche(id));
    assertThat(rejete.signatures()).hasSize(1);

    mairie.faire("agent@demo", () -> mairie.atelier.bean(Redaction.class).corriger(id));

    FicheDossier corrige = mairie.lire("agent@demo", () -> mairie.consultation().fiche(id));
    assertThat(corrige.signatures()).isEmpty();
    assertThat(
            mairie.textes(
                "SELECT s.id FROM signature s JOIN dossier d ON d.id = s.dossier_id WHERE d.identifiant = '"
                    + id
                    + "'"))
        .hasSize(1);

    mairie.faire("agent@demo", () -> mairie.instruction().transmettre(id, Avis.SANS));
    incorporer("maire@demo", preparer("maire@demo", PAUL, id));
    FicheDossier resigne = mairie.lire("agent@demo", () -> mairie.consultation().fiche(id));
    assertThat(resigne.signatures()).hasSize(1);
  }

  private static IdentifiantDossier aSigner() {
    IdentifiantDossier id = mairie.deposerPdf("agent@demo", "Courrier", "simple").identifiant();
    mairie.faire("dgs@demo", () -> mairie.instruction().viser(id, Avis.SANS));
    return id;
  }

  private static PreparationSignature preparer(
      String login, Certificats certificat, IdentifiantDossier... ids) {
    return mairie.atelier.horsTransaction(
        login, () -> mairie.signature().preparer(List.of(ids), certificat.chaine()));
  }

  private static List<ResultatSignature> incorporer(
      String login, PreparationSignature preparation) {
    List<ValeurSignature> valeurs =
        preparation.aSigner().stream()
            .map(a -> new ValeurSignature(a.document(), PAUL.signer(a.octets())))
            .toList();
    return mairie.atelier.horsTransaction(
        login, () -> mairie.signature().incorporer(preparation.jeton(), valeurs, Avis.SANS));
  }

  private static void resteASigner(IdentifiantDossier id) {
    FicheDossier fiche = mairie.lire("maire@demo", () -> mairie.consultation().fiche(id));
    assertThat(fiche.peut(fr.paraphe.dossier.Action.SIGNER)).isTrue();
    assertThat(fiche.signatures()).isEmpty();
  }

  private static String pdfsig(IdentifiantDossier id) throws IOException, InterruptedException {
    UUID document =
        mairie.lire("agent@demo", () -> mairie.consultation().fiche(id).documents().get(0).ref());
    var contenu = mairie.lire("agent@demo", () -> mairie.consultation().contenu(document));
    Path fichier = donnees.resolve("signe.pdf");
    try (InputStream flux = contenu.source().ouvrir(0)) {
      Files.copy(flux, fichier);
    }
    Process pdfsig =
        new ProcessBuilder("pdfsig", "-nocert", fichier.toString())
            .redirectErrorStream(true)
            .start();
    String sortie = new String(pdfsig.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    pdfsig.waitFor();
    return sortie;
  }
}
