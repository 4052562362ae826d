package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.FicheDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.LigneJournal;
import fr.paraphe.dossier.infra.CachetAutomatique;
import fr.paraphe.dossier.infra.ValidationDesSignatures;
import fr.paraphe.signature.CachetServeur;
import fr.paraphe.signature.Chaine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Le cachet du serveur, demandé ou automatique, et le second moteur qui le juge. */
class CachetTest {

  @TempDir static Path donnees;
  private static Mairie mairie;

  @BeforeAll
  static void ouvrir() throws IOException {
    mairie = Mairie.ouvrir(donnees);
    Chaine chaine = mairie.atelier.bean(CachetServeur.class).creerEssai("demo", "Ville de Démo");
    String der = HexFormat.of().formatHex(chaine.ders().get(0));
    Commune.executer(
        mairie.base,
        "INSERT INTO cachet (id, collectivite_id, titre, certificat, cle_alias, expire_le) VALUES (1, 1, 'Ville de Démo', '\\x"
            + der
            + "', 'demo', now() + interval '1 year');"
            + "INSERT INTO circuit (id, collectivite_id, nom) VALUES (9, 1, 'cachet');"
            + "INSERT INTO etape_modele (id, collectivite_id, circuit_id, rang, action, designation, bureau_id) VALUES (9, 1, 9, 1, 'CACHET', 'BUREAU', 11);"
            + "INSERT INTO type_dossier (id, collectivite_id, nom, format_signature) VALUES (9, 1, 'Cachet', 'PAdES/basic');"
            + "INSERT INTO sous_type (id, collectivite_id, type_id, nom, circuit_id, cachet_id, cachet_automatique) VALUES"
            + " (90, 1, 9, 'manuel', 9, 1, false), (91, 1, 9, 'auto', 9, 1, true), (92, 1, 9, 'sans', 9, NULL, false);");
  }

  @AfterAll
  static void fermer() throws Exception {
    mairie.fermerSaine();
  }

  @Test
  void un_cachet_demande_termine_le_dossier_et_le_second_moteur_l_accepte() {
    IdentifiantDossier id = mairie.deposerPdf("ws@demo", "Cachet", "manuel").identifiant();

    cacheter("agent@demo", id);
    mairie.atelier.bean(ValidationDesSignatures.class).juger(50);

    FicheDossier fiche = fiche(id);
    assertThat(fiche.etat()).isEqualTo(EtatDossier.TERMINE);
    assertThat(historique(id))
        .extracting(l -> l.statut().mot())
        .containsSubsequence("PretCachet", "CachetOK", "Archive");
    assertThat(fiche.signatures())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.nature()).isEqualTo("CACHET");
              assertThat(s.sujet()).contains("TEST");
              assertThat(s.validation()).isEqualTo("VALIDE");
            });
  }

  @Test
  void un_cachet_automatique_se_pose_seul_au_nom_de_l_emetteur() {
    IdentifiantDossier id = mairie.deposerPdf("ws@demo", "Cachet", "auto").identifiant();

    poserLesCachets();

    assertThat(historique(id))
        .extracting(l -> l.statut().mot() + " " + l.acteur() + " " + l.annotation())
        .endsWith(
            "CachetOK Service Web Cachet serveur automatique",
            "Archive Service Web Circuit terminé, dossier archivable");
  }

  @Test
  void un_cachet_automatique_impossible_attend_et_n_est_pas_retente_aussitot() {
    IdentifiantDossier id = mairie.deposerPdf("ws@demo", "Cachet", "auto").identifiant();
    Commune.executer(mairie.base, "UPDATE cachet SET cle_alias = 'perdu' WHERE id = 1");
    try {
      assertThat(poserLesCachets()).contains(id);
    } finally {
      Commune.executer(mairie.base, "UPDATE cachet SET cle_alias = 'demo' WHERE id = 1");
    }
    assertThat(poserLesCachets()).doesNotContain(id);
    assertThat(fiche(id).etat()).isEqualTo(EtatDossier.EN_COURS);
  }

  @Test
  void un_document_abime_ne_retient_pas_les_cachets_suivants() {
    IdentifiantDossier abime = mairie.deposerPdf("ws@demo", "Cachet", "auto").identifiant();
    inverserEmpreinte(abime);
    IdentifiantDossier suivant = mairie.deposerPdf("ws@demo", "Cachet", "auto").identifiant();

    assertThat(poserLesCachets()).containsSubsequence(abime, suivant);

    assertThat(fiche(abime).etat()).isEqualTo(EtatDossier.EN_COURS);
    assertThat(fiche(suivant).etat()).isEqualTo(EtatDossier.TERMINE);
    inverserEmpreinte(abime);
  }

  /** Fausse l’empreinte gardée du document ; une seconde fois, la rétablit. */
  private static void inverserEmpreinte(IdentifiantDossier id) {
    Commune.executer(
        mairie.base,
        "UPDATE blob SET sha256 = set_byte(sha256, 0, get_byte(sha256, 0) # 255) WHERE id = (SELECT x.blob_id"
            + " FROM document x JOIN dossier d ON d.id = x.dossier_id WHERE d.identifiant = '"
            + id
            + "')");
  }

  /** Ce que fait la veille ; rend les dossiers qu’elle a pris. */
  private List<IdentifiantDossier> poserLesCachets() {
    CachetAutomatique cachets = mairie.atelier.bean(CachetAutomatique.class);
    List<CachetAutomatique.EnAttente> lot = cachets.enAttente(50);
    lot.forEach(cachets::poser);
    return lot.stream().map(CachetAutomatique.EnAttente::dossier).toList();
  }

  @Test
  void sans_cachet_regle_ou_sans_en_avoir_la_charge_le_cachet_est_refuse() {
    IdentifiantDossier sans = mairie.deposerPdf("ws@demo", "Cachet", "sans").identifiant();
    IdentifiantDossier manuel = mairie.deposerPdf("ws@demo", "Cachet", "manuel").identifiant();

    Mairie.refuse(ErreurDossier.CACHET_ABSENT, null, () -> cacheter("agent@demo", sans));
    Mairie.refuse(ErreurDossier.ACTION_INTERDITE, null, () -> cacheter("ws@demo", manuel));
    Mairie.refuse(ErreurDossier.INTROUVABLE, null, () -> cacheter("adjoint@demo", manuel));
    assertThat(
            mairie
                .lire("agent@demo", () -> mairie.consultation().fiche(manuel))
                .peut(Action.CACHETER))
        .isTrue();
  }

  @Test
  void un_faux_pdf_un_pdf_chiffre_ou_une_autre_sorte_sont_refuses_au_depot() {
    byte[] faux = "<html>pas un pdf</html>".getBytes(StandardCharsets.UTF_8);
    refuseDepot("courrier.pdf", faux, "Courrier");
    refuseDepot("courrier.txt", "Bonjour".getBytes(StandardCharsets.UTF_8), "Cachet");
    refuseDepot("tronque.pdf", java.util.Arrays.copyOf(Mairie.pdf("x"), 200), "Courrier");
    assertThat(
            Commune.compter(
                mairie.base, "SELECT count(*) FROM dossier WHERE identifiant = ?", "refuse"))
        .isZero();
  }

  private static void refuseDepot(String nom, byte[] contenu, String type) {
    var piece = mairie.piece("ws@demo", nom, contenu);
    String sousType = type.equals("Cachet") ? "manuel" : "simple";
    Mairie.refuse(
        null,
        null,
        () ->
            mairie.creer(
                "ws@demo", mairie.commande(type, sousType, "refuse", "", null, true, piece)));
  }

  private static Void cacheter(String login, IdentifiantDossier id) {
    return mairie.atelier.horsTransaction(
        login,
        () -> {
          mairie.signature().cacheter(id, Avis.SANS);
          return null;
        });
  }

  private static List<LigneJournal> historique(IdentifiantDossier id) {
    return mairie.lire("ws@demo", () -> mairie.consultation().historique(id));
  }

  private static FicheDossier fiche(IdentifiantDossier id) {
    return mairie.lire("ws@demo", () -> mairie.consultation().fiche(id));
  }
}
