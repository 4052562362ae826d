package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.CritereRecherche;
import fr.paraphe.dossier.DemandeCorbeille;
import fr.paraphe.dossier.DossierCree;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.FicheDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.LigneJournal;
import fr.paraphe.dossier.Pastilles;
import fr.paraphe.dossier.Situation;
import fr.paraphe.dossier.Statut;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Tranche;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** La vie d’un dossier par les frontières, contre un vrai PostgreSQL. */
class VieDuDossierTest {

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
  void un_depot_arrive_sur_le_premier_bureau_et_laisse_les_lignes_du_contrat() {
    IdentifiantDossier id =
        mairie.deposer("ws@demo", "Courrier", "simple", "depot-1", "À relire").identifiant();

    List<LigneJournal> lignes = mairie.lire("ws@demo", () -> mairie.consultation().historique(id));

    assertThat(lignes)
        .extracting(l -> l.statut().mot() + " | " + l.acteur() + " | " + l.annotation())
        .containsExactly(
            "NonLu | Service Web | Création de dossier",
            "NonLu | Service Web | Emission du dossier",
            "EnCoursVisa | Service Web | Dossier déposé sur le bureau DGS pour Visa",
            "NonLu | Service Web | À relire");
    assertThat(mairie.bannette("dgs@demo", Mairie.DGS, Bannette.A_TRAITER)).contains(id.valeur());
  }

  @Test
  void vise_puis_lu_puis_rejete_il_revient_a_l_emetteur_avec_le_motif() {
    IdentifiantDossier id =
        mairie.deposer("agent@demo", "Courrier", "simple", "", "").identifiant();
    mairie.faire(
        "dgs@demo", () -> mairie.instruction().viser(id, Avis.publique("Montant vérifié")));
    mairie.faire("maire@demo", () -> mairie.instruction().marquerLu(id));
    mairie.faire(
        "maire@demo",
        () -> mairie.instruction().rejeter(id, Avis.publique("Mauvais destinataire")));

    FicheDossier fiche = mairie.lire("agent@demo", () -> mairie.consultation().fiche(id));

    assertThat(fiche.etat()).isEqualTo(EtatDossier.REJETE);
    assertThat(fiche.statut()).isEqualTo(Statut.REJET_SIGNATAIRE);
    var historique = mairie.lire("agent@demo", () -> mairie.consultation().historique(id));
    assertThat(historique)
        .extracting(l -> l.statut().mot())
        .endsWith("Vise", "NonLu", "Lu", "RejetSignataire");
    assertThat(historique.get(historique.size() - 1).annotation())
        .isEqualTo("Mauvais destinataire");
    assertThat(fiche.journal())
        .extracting(l -> l.nature() + " " + l.bureau() + " " + l.annotation())
        .endsWith(
            "VISA DGS Montant vérifié",
            "ARRIVEE Maire ",
            "LECTURE Maire ",
            "REJET Maire Mauvais destinataire");
    assertThat(fiche.actions())
        .containsExactlyInAnyOrder(Action.LIRE, Action.CORRIGER, Action.EFFACER);
    assertThat(mairie.bannette("agent@demo", Mairie.COURRIER, Bannette.RETOURNES))
        .contains(id.valeur());
    assertThat(mairie.bannette("maire@demo", Mairie.MAIRE, Bannette.A_TRAITER))
        .doesNotContain(id.valeur());
  }

  @Test
  void termine_puis_archive_il_quitte_la_circulation_et_garde_son_identifiant() {
    IdentifiantDossier id =
        mairie.deposer("ws@demo", "Visa", "simple", "a-archiver", "").identifiant();
    Mairie.refuse(
        ErreurDossier.NON_ARCHIVABLE,
        "Le dossierID 'a-archiver' n'est pas archivable.",
        () -> mairie.faire("ws@demo", () -> mairie.instruction().archiver(id)));
    mairie.faire("dgs@demo", () -> mairie.instruction().viser(id, Avis.SANS));
    mairie.faire("ws@demo", () -> mairie.instruction().archiver(id));

    Mairie.refuse(
        ErreurDossier.INTROUVABLE,
        "Dossier a-archiver introuvable.",
        () -> mairie.lire("ws@demo", () -> mairie.consultation().complet(id)));
    Mairie.refuse(
        ErreurDossier.DEJA_PRESENT,
        "Le nom de dossier est déjà présent dans le Parapheur: dossierID = a-archiver",
        () -> mairie.deposer("ws@demo", "Visa", "simple", "a-archiver", ""));
    assertThat(mairie.lire("ws@demo", () -> mairie.consultation().historique(id)))
        .extracting(l -> l.statut().mot() + " " + l.annotation())
        .endsWith("Archive Circuit terminé, dossier archivable");
  }

  @Test
  void efface_son_identifiant_redevient_libre() {
    IdentifiantDossier id =
        mairie.deposer("ws@demo", "Visa", "simple", "a-effacer", "").identifiant();
    mairie.faire("dgs@demo", () -> mairie.instruction().viser(id, Avis.SANS));
    mairie.faire("ws@demo", () -> mairie.instruction().effacerTermine(id));

    assertThat(mairie.deposer("ws@demo", "Visa", "simple", "a-effacer", "").rejoue()).isFalse();
  }

  @Test
  void une_creation_dont_la_reponse_est_perdue_se_rejoue_une_fois_livree_c_est_un_doublon() {
    DossierCree premiere = mairie.deposer("ws@demo", "Visa", "simple", "perdue", "");
    DossierCree seconde = mairie.deposer("ws@demo", "Visa", "simple", "perdue", "");
    assertThat(premiere.rejoue()).isFalse();
    assertThat(seconde.rejoue()).isTrue();

    mairie.faire(
        "ws@demo", () -> mairie.creation().accuserReception(new IdentifiantDossier("perdue")));

    Mairie.refuse(
        ErreurDossier.DEJA_PRESENT,
        null,
        () -> mairie.deposer("ws@demo", "Visa", "simple", "perdue", ""));
    assertThat(
            Commune.compter(
                mairie.base, "SELECT count(*) FROM dossier WHERE identifiant = ?", "perdue"))
        .isEqualTo(1);
  }

  @Test
  void le_meme_identifiant_d_un_autre_compte_est_un_doublon() {
    mairie.deposer("ws@demo", "Visa", "simple", "pris", "");
    Mairie.refuse(
        ErreurDossier.DEJA_PRESENT,
        null,
        () -> mairie.deposer("agent@demo", "Visa", "simple", "pris", ""));
  }

  @Test
  void huit_creations_simultanees_du_meme_identifiant_font_un_seul_dossier() throws Exception {
    List<Object> resultats =
        Mairie.ensemble(
            Collections.nCopies(
                8, () -> mairie.deposer("ws@demo", "Visa", "simple", "course", "")));

    assertThat(resultats).filteredOn(r -> r instanceof DossierCree c && !c.rejoue()).hasSize(1);
    assertThat(
            Commune.compter(
                mairie.base, "SELECT count(*) FROM dossier WHERE identifiant = ?", "course"))
        .isEqualTo(1);
  }

  @Test
  void de_deux_visas_simultanes_un_seul_passe_l_autre_nomme_le_premier() throws Exception {
    for (int i = 0; i < 50; i++) {
      IdentifiantDossier id = mairie.deposer("agent@demo", "Visa", "simple", "", "").identifiant();
      List<Object> resultats =
          Mairie.ensemble(List.of(() -> viser("dgs@demo", id), () -> viser("dgs2@demo", id)));
      assertThat(resultats).filteredOn("visé"::equals).hasSize(1);
      assertThat(resultats)
          .filteredOn(ErreurMetier.class::isInstance)
          .singleElement()
          .satisfies(
              e ->
                  assertThat(((ErreurMetier) e).getMessage())
                      .containsPattern("(Claire Directrice|Denis Second) l’a déjà visé"));
    }
  }

  @Test
  void une_decision_prise_sur_une_fiche_perimee_est_un_conflit() {
    IdentifiantDossier id =
        mairie.deposer("agent@demo", "Courrier", "simple", "", "").identifiant();
    int vue = mairie.lire("dgs@demo", () -> mairie.consultation().fiche(id).version());
    mairie.faire("dgs2@demo", () -> mairie.instruction().viser(id, Avis.SANS));

    Mairie.refuse(
        ErreurDossier.DEJA_TRAITE,
        null,
        () ->
            mairie.faire(
                "dgs@demo",
                () -> mairie.instruction().viser(id, new Avis("", "", OptionalInt.of(vue)))));
  }

  @Test
  void personne_d_une_autre_collectivite_ni_d_un_autre_bureau_ne_sait_qu_il_existe() {
    IdentifiantDossier id =
        mairie.deposer("agent@demo", "Visa", "simple", "secret", "").identifiant();
    for (String login : List.of("agent@agglo", "adjoint@demo", "ws@demo")) {
      Mairie.refuse(
          ErreurDossier.INTROUVABLE,
          "Dossier secret introuvable.",
          () -> mairie.faire(login, () -> mairie.instruction().viser(id, Avis.SANS)));
      Mairie.refuse(
          ErreurDossier.INTROUVABLE,
          "Dossier secret introuvable.",
          () -> mairie.lire(login, () -> mairie.consultation().fiche(id)));
      Mairie.refuse(
          ErreurDossier.INTROUVABLE,
          "Dossier secret introuvable.",
          () -> mairie.lire(login, () -> mairie.consultation().historique(id)));
    }
    assertThatThrownBy(() -> mairie.lire("ferme@demo", () -> mairie.consultation().fiche(id)))
        .isInstanceOf(ErreurMetier.class);
  }

  @Test
  void un_sous_type_inconnu_ou_ferme_donne_le_meme_refus() {
    Mairie.refuse(
        null,
        "Le sous-type absent n'existe pas pour le type 'Visa'",
        () -> mairie.deposer("ws@demo", "Visa", "absent", "", ""));
    Mairie.refuse(
        null,
        "Le sous-type reserve n'existe pas pour le type 'Visa'",
        () -> mairie.deposer("agent@demo", "Visa", "reserve", "", ""));
    assertThat(mairie.deposer("ws@demo", "Visa", "reserve", "", "").identifiant()).isNotNull();
  }

  @Test
  void un_delegue_voit_la_pastille_violette_et_agit_au_nom_du_bureau() {
    Commune.executer(
        mairie.base,
        "INSERT INTO delegation (id, collectivite_id, bureau_id, delegue_id, periode, type_id, creee_par) VALUES"
            + " (1, 1, 12, 14, tstzrange(now() - interval '1 day', now() + interval '1 day'), 3, 2)");
    IdentifiantDossier delegue = mairie.deposer("agent@demo", "Chef", "chef", "", "").identifiant();
    IdentifiantDossier autreType =
        mairie.deposer("agent@demo", "Visa", "simple", "", "").identifiant();

    Pastilles pastilles =
        mairie.lire("adjoint@demo", () -> mairie.consultation().bureaux().get(0).pastilles());
    assertThat(pastilles.delegues()).isEqualTo(1);
    assertThat(mairie.bannette("adjoint@demo", new BureauId(14), Bannette.DELEGUES))
        .containsExactly(delegue.valeur());
    Mairie.refuse(
        ErreurDossier.INTROUVABLE,
        null,
        () -> mairie.faire("adjoint@demo", () -> mairie.instruction().viser(autreType, Avis.SANS)));
    mairie.faire("adjoint@demo", () -> mairie.instruction().viser(delegue, Avis.SANS));

    FicheDossier fiche = mairie.lire("agent@demo", () -> mairie.consultation().fiche(delegue));
    assertThat(fiche.circuit())
        .filteredOn(e -> "VISE".equals(e.decision()))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.acteur()).isEqualTo("Anne Adjointe");
              assertThat(e.parDelegation()).isEqualTo("DGS");
            });
  }

  @Test
  void les_pastilles_comptent_ce_qui_attend_et_les_bannettes_le_montrent() {
    Pastilles avant = pastilles("maire@demo");
    CreerDossier enRetard =
        mairie.commande(
            "Courrier",
            "simple",
            "",
            "",
            LocalDate.now(ZoneOffset.UTC).minusDays(3),
            true,
            mairie.texte("agent@demo"));
    IdentifiantDossier id = mairie.creer("agent@demo", enRetard).identifiant();
    mairie.faire("dgs@demo", () -> mairie.instruction().viser(id, Avis.SANS));

    Pastilles apres = pastilles("maire@demo");
    assertThat(apres.aTraiter() - avant.aTraiter()).isEqualTo(1);
    assertThat(apres.enRetard() - avant.enRetard()).isEqualTo(1);
    assertThat(mairie.bannette("maire@demo", Mairie.MAIRE, Bannette.EN_RETARD))
        .contains(id.valeur());
  }

  @Test
  void un_brouillon_n_est_vu_que_de_son_bureau_puis_se_transmet() {
    IdentifiantDossier id =
        mairie
            .creer(
                "agent@demo",
                mairie.commande(
                    "Visa", "simple", "", "Note d’envoi", null, false, mairie.texte("agent@demo")))
            .identifiant();
    assertThat(mairie.bannette("agent@demo", Mairie.COURRIER, Bannette.A_TRANSMETTRE))
        .contains(id.valeur());
    Mairie.refuse(
        ErreurDossier.INTROUVABLE,
        null,
        () -> mairie.lire("maire@demo", () -> mairie.consultation().fiche(id)));
    mairie.faire("agent@demo", () -> mairie.instruction().transmettre(id, Avis.SANS));

    assertThat(mairie.lire("agent@demo", () -> mairie.consultation().historique(id)))
        .extracting(LigneJournal::annotation)
        .containsExactly(
            "Création de dossier",
            "Emission du dossier",
            "Dossier déposé sur le bureau DGS pour Visa",
            "Note d’envoi");
  }

  @Test
  void la_recherche_filtre_par_statut_joker_et_identifiants_dans_un_ordre_stable() {
    IdentifiantDossier rejete =
        mairie.deposer("ws@demo", "Visa", "simple", "rech-1", "").identifiant();
    IdentifiantDossier enCours =
        mairie.deposer("ws@demo", "Visa", "simple", "rech-2", "").identifiant();
    mairie.faire("dgs@demo", () -> mairie.instruction().rejeter(rejete, Avis.publique("Non")));

    assertThat(rechercher(Optional.of("Rejet*"), List.of()))
        .contains("rech-1")
        .doesNotContain("rech-2");
    assertThat(rechercher(Optional.empty(), List.of("rech-2", "rech-1", "inconnu")))
        .containsExactly("rech-1", "rech-2");
    assertThat(rechercher(Optional.of("Rejet%"), List.of())).isEmpty();
    assertThat(rechercher(Optional.of("EnCoursVisa"), List.of("rech-2")))
        .containsExactly(enCours.valeur());
  }

  @Test
  void le_dossier_suivant_suit_le_tri_et_revient_au_premier() {
    mairie.deposer("agent@demo", "Visa", "simple", "", "");
    mairie.deposer("agent@demo", "Visa", "simple", "", "");
    List<String> liste = mairie.bannette("dgs@demo", Mairie.DGS, Bannette.A_TRAITER);
    DemandeCorbeille demande =
        DemandeCorbeille.de(Mairie.DGS, Bannette.A_TRAITER, Tranche.page(1, 100));
    for (int i = 0; i < liste.size(); i++) {
      IdentifiantDossier courant = new IdentifiantDossier(liste.get(i));
      String attendu = liste.get((i + 1) % liste.size());
      Situation situation =
          mairie
              .lire("dgs@demo", () -> mairie.consultation().situer(demande, courant))
              .orElseThrow();
      assertThat(situation.place()).isEqualTo(i + 1);
      assertThat(situation.total()).isEqualTo(liste.size());
      assertThat(situation.suivant()).contains(new IdentifiantDossier(attendu));
      assertThat(situation.precedent().isPresent()).isEqualTo(i > 0);
    }
  }

  @Test
  void un_bureau_qui_n_est_pas_le_sien_est_introuvable() {
    assertThatThrownBy(() -> mairie.bannette("agent@demo", Mairie.MAIRE, Bannette.A_TRAITER))
        .hasMessage("Ce bureau est introuvable.");
  }

  @Test
  void le_contenu_se_relit_octet_pour_octet_sous_les_seuls_droits_du_dossier() throws IOException {
    IdentifiantDossier id = mairie.deposer("ws@demo", "Visa", "simple", "", "").identifiant();
    var document =
        mairie.lire("dgs@demo", () -> mairie.consultation().fiche(id).documents().get(0).ref());
    var contenu = mairie.lire("dgs@demo", () -> mairie.consultation().contenu(document));
    try (var flux = contenu.source().ouvrir(2)) {
      assertThat(new String(flux.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("njour");
    }
    Mairie.refuse(
        ErreurDossier.INTROUVABLE,
        null,
        () -> mairie.lire("agent@demo", () -> mairie.consultation().contenu(document)));
  }

  private static String viser(String login, IdentifiantDossier id) {
    mairie.faire(login, () -> mairie.instruction().viser(id, Avis.SANS));
    return "visé";
  }

  private static List<String> rechercher(Optional<String> statut, List<String> ids) {
    CritereRecherche critere =
        new CritereRecherche(Optional.empty(), Optional.empty(), statut, Optional.empty(), ids);
    return mairie.lire(
        "ws@demo",
        () ->
            mairie.consultation().rechercher(critere).stream().map(d -> d.id().valeur()).toList());
  }

  private static Pastilles pastilles(String login) {
    return mairie.lire(login, () -> mairie.consultation().bureaux().get(0).pastilles());
  }
}
