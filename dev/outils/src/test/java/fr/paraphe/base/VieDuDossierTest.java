package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.Consultation;
import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.CritereRecherche;
import fr.paraphe.dossier.DemandeCorbeille;
import fr.paraphe.dossier.DossierCree;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.FicheDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Instruction;
import fr.paraphe.dossier.LigneJournal;
import fr.paraphe.dossier.Origine;
import fr.paraphe.dossier.Pastilles;
import fr.paraphe.dossier.Piece;
import fr.paraphe.dossier.Statut;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.outils.atelier.Atelier;
import fr.paraphe.outils.atelier.Base;
import fr.paraphe.socle.CodeErreur;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Tranche;
import fr.paraphe.stockage.Depot;
import fr.paraphe.stockage.DocumentDepose;
import fr.paraphe.stockage.Limite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** La vie d’un dossier par les frontières, contre un vrai PostgreSQL. */
class VieDuDossierTest {

  private static final BureauId COURRIER = new BureauId(11);
  private static final BureauId DGS = new BureauId(12);
  private static final BureauId MAIRE = new BureauId(13);

  @TempDir static Path donnees;
  private static Base base;
  private static Atelier atelier;

  @BeforeAll
  static void ouvrir() {
    System.setProperty("paraphe.blobs", donnees.resolve("blobs").toString());
    System.setProperty("paraphe.cles", donnees.resolve("cles").toString());
    base = BaseDEssai.neuve();
    Commune.fonder(base);
    atelier = Atelier.ouvrir(base);
  }

  @AfterAll
  static void fermer() {
    atelier.close();
  }

  @Test
  void un_depot_arrive_sur_le_premier_bureau_et_laisse_les_lignes_du_contrat() {
    IdentifiantDossier id =
        deposer("ws@demo", "Courrier", "simple", "depot-1", "À relire").identifiant();

    List<LigneJournal> lignes = atelier.enTantQue("ws@demo", () -> consultation().historique(id));

    assertThat(lignes)
        .extracting(l -> l.statut().mot() + " | " + l.acteur() + " | " + l.annotation())
        .containsExactly(
            "NonLu | Service Web | Création de dossier",
            "NonLu | Service Web | Emission du dossier",
            "EnCoursVisa | Service Web | Dossier déposé sur le bureau DGS pour Visa",
            "NonLu | Service Web | À relire");
    assertThat(bannette("dgs@demo", DGS, Bannette.A_TRAITER)).contains(id.valeur());
  }

  @Test
  void vise_puis_lu_puis_rejete_il_revient_a_l_emetteur_avec_le_motif() {
    IdentifiantDossier id = deposer("agent@demo", "Courrier", "simple", "", "").identifiant();
    atelier.faire("dgs@demo", () -> instruction().viser(id, Avis.publique("Montant vérifié")));
    atelier.faire("maire@demo", () -> instruction().marquerLu(id));
    atelier.faire(
        "maire@demo", () -> instruction().rejeter(id, Avis.publique("Mauvais destinataire")));

    FicheDossier fiche = atelier.enTantQue("agent@demo", () -> consultation().fiche(id));

    assertThat(fiche.etat()).isEqualTo(EtatDossier.REJETE);
    assertThat(fiche.statut()).isEqualTo(Statut.REJET_SIGNATAIRE);
    assertThat(fiche.journal())
        .extracting(l -> l.statut().mot())
        .endsWith("Vise", "NonLu", "Lu", "RejetSignataire");
    assertThat(fiche.journal().get(fiche.journal().size() - 1).annotation())
        .isEqualTo("Mauvais destinataire");
    assertThat(fiche.actions()).containsExactlyInAnyOrder(Action.LIRE, Action.EFFACER);
    assertThat(bannette("agent@demo", COURRIER, Bannette.RETOURNES)).contains(id.valeur());
    assertThat(bannette("maire@demo", MAIRE, Bannette.A_TRAITER)).doesNotContain(id.valeur());
  }

  @Test
  void termine_puis_archive_il_quitte_la_circulation_et_garde_son_identifiant() {
    IdentifiantDossier id = deposer("ws@demo", "Visa", "simple", "a-archiver", "").identifiant();
    refuse(
        ErreurDossier.NON_ARCHIVABLE,
        "Le dossierID 'a-archiver' n'est pas archivable.",
        () -> faire("ws@demo", () -> instruction().archiver(id)));
    atelier.faire("dgs@demo", () -> instruction().viser(id, Avis.SANS));
    atelier.faire("ws@demo", () -> instruction().archiver(id));

    refuse(
        ErreurDossier.INTROUVABLE,
        "Dossier a-archiver introuvable.",
        () -> atelier.enTantQue("ws@demo", () -> consultation().complet(id)));
    refuse(
        ErreurDossier.DEJA_PRESENT,
        "Le nom de dossier est déjà présent dans le Parapheur: dossierID = a-archiver",
        () -> deposer("ws@demo", "Visa", "simple", "a-archiver", ""));
    assertThat(atelier.enTantQue("ws@demo", () -> consultation().historique(id)))
        .extracting(l -> l.statut().mot() + " " + l.annotation())
        .endsWith("Archive Circuit terminé, dossier archivable");
  }

  @Test
  void efface_son_identifiant_redevient_libre() {
    IdentifiantDossier id = deposer("ws@demo", "Visa", "simple", "a-effacer", "").identifiant();
    atelier.faire("dgs@demo", () -> instruction().viser(id, Avis.SANS));
    atelier.faire("ws@demo", () -> instruction().effacerTermine(id));

    assertThat(deposer("ws@demo", "Visa", "simple", "a-effacer", "").rejoue()).isFalse();
  }

  @Test
  void une_creation_dont_la_reponse_est_perdue_se_rejoue_une_fois_livree_c_est_un_doublon() {
    DossierCree premiere = deposer("ws@demo", "Visa", "simple", "perdue", "");
    DossierCree seconde = deposer("ws@demo", "Visa", "simple", "perdue", "");
    assertThat(premiere.rejoue()).isFalse();
    assertThat(seconde.rejoue()).isTrue();

    atelier.horsTransaction("ws@demo", () -> accuser("perdue"));

    refuse(
        ErreurDossier.DEJA_PRESENT, null, () -> deposer("ws@demo", "Visa", "simple", "perdue", ""));
    assertThat(
            Commune.compter(base, "SELECT count(*) FROM dossier WHERE identifiant = ?", "perdue"))
        .isEqualTo(1);
  }

  @Test
  void le_meme_identifiant_d_un_autre_compte_est_un_doublon() {
    deposer("ws@demo", "Visa", "simple", "pris", "");
    refuse(
        ErreurDossier.DEJA_PRESENT,
        null,
        () -> deposer("agent@demo", "Visa", "simple", "pris", ""));
  }

  @Test
  void huit_creations_simultanees_du_meme_identifiant_font_un_seul_dossier() throws Exception {
    List<Object> resultats = ensemble(8, () -> deposer("ws@demo", "Visa", "simple", "course", ""));

    assertThat(resultats).filteredOn(r -> r instanceof DossierCree c && !c.rejoue()).hasSize(1);
    assertThat(
            Commune.compter(base, "SELECT count(*) FROM dossier WHERE identifiant = ?", "course"))
        .isEqualTo(1);
  }

  @Test
  void de_deux_visas_simultanes_un_seul_passe_l_autre_nomme_le_premier() throws Exception {
    for (int i = 0; i < 50; i++) {
      IdentifiantDossier id = deposer("agent@demo", "Visa", "simple", "", "").identifiant();
      List<String> logins = List.of("dgs@demo", "dgs2@demo");
      var tour = new java.util.concurrent.atomic.AtomicInteger();
      List<Object> resultats =
          ensemble(
              2,
              () -> {
                String login = logins.get(tour.getAndIncrement());
                atelier.faire(login, () -> instruction().viser(id, Avis.SANS));
                return "visé";
              });
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
    IdentifiantDossier id = deposer("agent@demo", "Courrier", "simple", "", "").identifiant();
    int vue = atelier.enTantQue("dgs@demo", () -> consultation().fiche(id).version());
    atelier.faire("dgs2@demo", () -> instruction().viser(id, Avis.SANS));

    refuse(
        ErreurDossier.DEJA_TRAITE,
        null,
        () ->
            faire(
                "dgs@demo", () -> instruction().viser(id, new Avis("", "", OptionalInt.of(vue)))));
  }

  @Test
  void personne_d_une_autre_collectivite_ni_d_un_autre_bureau_ne_sait_qu_il_existe() {
    IdentifiantDossier id = deposer("agent@demo", "Visa", "simple", "secret", "").identifiant();
    for (String login : List.of("agent@agglo", "adjoint@demo", "ws@demo")) {
      refuse(
          ErreurDossier.INTROUVABLE,
          "Dossier secret introuvable.",
          () -> faire(login, () -> instruction().viser(id, Avis.SANS)));
      refuse(
          ErreurDossier.INTROUVABLE,
          "Dossier secret introuvable.",
          () -> atelier.enTantQue(login, () -> consultation().fiche(id)));
      refuse(
          ErreurDossier.INTROUVABLE,
          "Dossier secret introuvable.",
          () -> atelier.enTantQue(login, () -> consultation().historique(id)));
    }
    assertThatThrownBy(() -> atelier.enTantQue("ferme@demo", () -> consultation().fiche(id)))
        .isInstanceOf(ErreurMetier.class);
  }

  @Test
  void un_sous_type_inconnu_ou_ferme_donne_le_meme_refus() {
    refuse(
        null,
        "Le sous-type absent n'existe pas pour le type 'Visa'",
        () -> deposer("ws@demo", "Visa", "absent", "", ""));
    refuse(
        null,
        "Le sous-type reserve n'existe pas pour le type 'Visa'",
        () -> deposer("agent@demo", "Visa", "reserve", "", ""));
    assertThat(deposer("ws@demo", "Visa", "reserve", "", "").identifiant()).isNotNull();
  }

  @Test
  void un_delegue_voit_la_pastille_violette_et_agit_au_nom_du_bureau() {
    Commune.executer(
        base,
        "INSERT INTO delegation (id, collectivite_id, bureau_id, delegue_id, periode, type_id, creee_par) VALUES"
            + " (1, 1, 12, 14, tstzrange(now() - interval '1 day', now() + interval '1 day'), 3, 2)");
    IdentifiantDossier delegue = deposer("agent@demo", "Chef", "chef", "", "").identifiant();
    IdentifiantDossier autreType = deposer("agent@demo", "Visa", "simple", "", "").identifiant();

    Pastilles pastilles =
        atelier.enTantQue("adjoint@demo", () -> consultation().bureaux().get(0).pastilles());
    assertThat(pastilles.delegues()).isEqualTo(1);
    assertThat(bannette("adjoint@demo", new BureauId(14), Bannette.DELEGUES))
        .containsExactly(delegue.valeur());
    refuse(
        ErreurDossier.INTROUVABLE,
        null,
        () -> faire("adjoint@demo", () -> instruction().viser(autreType, Avis.SANS)));
    atelier.faire("adjoint@demo", () -> instruction().viser(delegue, Avis.SANS));

    FicheDossier fiche = atelier.enTantQue("agent@demo", () -> consultation().fiche(delegue));
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
        commande(
            "agent@demo",
            "Courrier",
            "simple",
            "",
            "",
            LocalDate.now(java.time.ZoneOffset.UTC).minusDays(3),
            true);
    IdentifiantDossier id = creer("agent@demo", enRetard).identifiant();
    atelier.faire("dgs@demo", () -> instruction().viser(id, Avis.SANS));

    Pastilles apres = pastilles("maire@demo");
    assertThat(apres.aTraiter() - avant.aTraiter()).isEqualTo(1);
    assertThat(apres.enRetard() - avant.enRetard()).isEqualTo(1);
    assertThat(bannette("maire@demo", MAIRE, Bannette.EN_RETARD)).contains(id.valeur());
  }

  @Test
  void un_brouillon_n_est_vu_que_de_son_bureau_puis_se_transmet() {
    IdentifiantDossier id =
        creer(
                "agent@demo",
                commande("agent@demo", "Visa", "simple", "", "Note d’envoi", null, false))
            .identifiant();
    assertThat(bannette("agent@demo", COURRIER, Bannette.A_TRANSMETTRE)).contains(id.valeur());
    refuse(
        ErreurDossier.INTROUVABLE,
        null,
        () -> atelier.enTantQue("maire@demo", () -> consultation().fiche(id)));
    atelier.faire("agent@demo", () -> instruction().transmettre(id, Avis.SANS));

    assertThat(atelier.enTantQue("agent@demo", () -> consultation().historique(id)))
        .extracting(LigneJournal::annotation)
        .containsExactly(
            "Création de dossier",
            "Emission du dossier",
            "Dossier déposé sur le bureau DGS pour Visa",
            "Note d’envoi");
  }

  @Test
  void la_recherche_filtre_par_statut_joker_et_identifiants_dans_un_ordre_stable() {
    IdentifiantDossier rejete = deposer("ws@demo", "Visa", "simple", "rech-1", "").identifiant();
    IdentifiantDossier enCours = deposer("ws@demo", "Visa", "simple", "rech-2", "").identifiant();
    atelier.faire("dgs@demo", () -> instruction().rejeter(rejete, Avis.publique("Non")));

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
    deposer("agent@demo", "Visa", "simple", "", "");
    deposer("agent@demo", "Visa", "simple", "", "");
    List<String> liste = bannette("dgs@demo", DGS, Bannette.A_TRAITER);
    DemandeCorbeille demande = DemandeCorbeille.de(DGS, Bannette.A_TRAITER, Tranche.page(1, 100));
    for (int i = 0; i < liste.size(); i++) {
      IdentifiantDossier courant = new IdentifiantDossier(liste.get(i));
      String attendu = liste.get((i + 1) % liste.size());
      assertThat(atelier.enTantQue("dgs@demo", () -> consultation().suivant(demande, courant)))
          .contains(new IdentifiantDossier(attendu));
    }
  }

  @Test
  void un_bureau_qui_n_est_pas_le_sien_est_introuvable() {
    assertThatThrownBy(() -> bannette("agent@demo", MAIRE, Bannette.A_TRAITER))
        .hasMessage("Ce bureau est introuvable.");
  }

  @Test
  void le_contenu_se_relit_octet_pour_octet_sous_les_seuls_droits_du_dossier() throws IOException {
    IdentifiantDossier id = deposer("ws@demo", "Visa", "simple", "", "").identifiant();
    var document =
        atelier.enTantQue("dgs@demo", () -> consultation().fiche(id).documents().get(0).ref());
    var contenu = atelier.enTantQue("dgs@demo", () -> consultation().contenu(document));
    try (var flux = contenu.source().ouvrir(2)) {
      assertThat(new String(flux.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("njour");
    }
    refuse(
        ErreurDossier.INTROUVABLE,
        null,
        () -> atelier.enTantQue("maire@demo", () -> consultation().contenu(document)));
  }

  // ---- outillage

  private static Consultation consultation() {
    return atelier.bean(Consultation.class);
  }

  private static Instruction instruction() {
    return atelier.bean(Instruction.class);
  }

  private static Void faire(String login, Runnable acte) {
    atelier.faire(login, acte);
    return null;
  }

  private static Void accuser(String id) {
    atelier
        .bean(fr.paraphe.socle.Transactions.class)
        .nouvelle(
            () -> {
              atelier
                  .bean(fr.paraphe.dossier.Creation.class)
                  .accuserReception(new IdentifiantDossier(id));
              return null;
            });
    return null;
  }

  private static DossierCree deposer(
      String login, String type, String sousType, String id, String annotation) {
    return creer(login, commande(login, type, sousType, id, annotation, null, true));
  }

  private static DossierCree creer(String login, CreerDossier commande) {
    return atelier.horsTransaction(
        login, () -> atelier.bean(fr.paraphe.dossier.Creation.class).creer(commande));
  }

  private static CreerDossier commande(
      String login,
      String type,
      String sousType,
      String id,
      String annotation,
      LocalDate limite,
      boolean emettre) {
    return new CreerDossier(
        Optional.of(id).filter(i -> !i.isEmpty()).map(IdentifiantDossier::new),
        "Dossier d’essai",
        type,
        sousType,
        Visibilite.SERVICE,
        limite,
        List.of(piece(login)),
        Optional.empty(),
        List.of(),
        Map.of(),
        annotation,
        "",
        Optional.empty(),
        null,
        Origine.SOAP,
        emettre);
  }

  private static Piece piece(String login) {
    DocumentDepose depose =
        atelier.horsTransaction(
            login,
            () -> {
              try {
                return atelier
                    .bean(Depot.class)
                    .deposer(
                        "essai.txt",
                        new ByteArrayInputStream("Bonjour".getBytes(StandardCharsets.UTF_8)),
                        Limite.FICHIER);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return new Piece(depose.blob(), depose.nom(), depose.typeMime());
  }

  private static Pastilles pastilles(String login) {
    return atelier.enTantQue(login, () -> consultation().bureaux().get(0).pastilles());
  }

  private static List<String> bannette(String login, BureauId bureau, Bannette bannette) {
    return atelier.enTantQue(
        login,
        () ->
            consultation()
                .corbeille(DemandeCorbeille.de(bureau, bannette, Tranche.page(1, 500)))
                .lignes()
                .stream()
                .map(l -> l.id().valeur())
                .toList());
  }

  private static List<String> rechercher(Optional<String> statut, List<String> ids) {
    CritereRecherche critere =
        new CritereRecherche(Optional.empty(), Optional.empty(), statut, Optional.empty(), ids);
    return atelier.enTantQue(
        "ws@demo",
        () -> consultation().rechercher(critere).stream().map(d -> d.id().valeur()).toList());
  }

  private static void refuse(CodeErreur code, String phrase, java.util.function.Supplier<?> acte) {
    assertThatThrownBy(acte::get)
        .isInstanceOfSatisfying(
            ErreurMetier.class,
            e -> {
              if (code != null) {
                assertThat(e.code()).isEqualTo(code);
              }
              if (phrase != null) {
                assertThat(e).hasMessage(phrase);
              }
            });
  }

  private static List<Object> ensemble(int fils, Callable<Object> acte) throws Exception {
    ExecutorService bassin = Executors.newFixedThreadPool(fils);
    CyclicBarrier depart = new CyclicBarrier(fils);
    try {
      List<Future<Object>> promesses = new ArrayList<>();
      for (int i = 0; i < fils; i++) {
        promesses.add(
            bassin.submit(
                () -> {
                  depart.await();
                  try {
                    return acte.call();
                  } catch (ErreurMetier e) {
                    return e;
                  }
                }));
      }
      List<Object> resultats = new ArrayList<>();
      for (Future<Object> promesse : promesses) {
        resultats.add(promesse.get());
      }
      return resultats;
    } finally {
      bassin.shutdownNow();
    }
  }
}
