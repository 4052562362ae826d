package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.journal.JournalAdministration;
import fr.paraphe.journal.LigneAdministration;
import fr.paraphe.organisation.ActeurDeBureau;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.BureauTrouve;
import fr.paraphe.organisation.Bureaux;
import fr.paraphe.organisation.EmploiBureau;
import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.organisation.FicheBureau;
import fr.paraphe.organisation.Habilitation;
import fr.paraphe.organisation.Propositions;
import fr.paraphe.organisation.ReglageBureau;
import fr.paraphe.organisation.RoleBureau;
import fr.paraphe.outils.controle.VerificationJournal;
import fr.paraphe.socle.Tranche;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * L’administration des bureaux de « demo » : chef administre tout, fonc le seul bureau DGS, sup
 * supervise le Service courrier.
 */
class BureauxTest {

  private static final BureauId AGGLO = new BureauId(31);

  @TempDir Path donnees;
  private Mairie mairie;

  @BeforeEach
  void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    Commune.executer(
        mairie.base,
        """
        INSERT INTO utilisateur (id, collectivite_id, identifiant, nom, prenom, courriel, role) VALUES
          (8, 1, 'chef', 'Chef', 'Alix', 'chef@demo.invalid', 'ADMIN'), (9, 1, 'fonc', 'Fonctionnel', 'Fanny', 'fonc@demo.invalid', 'ADMIN_FONCTIONNEL'),
          (10, 1, 'sup', 'Visé', 'Serge', 'sup@demo.invalid', 'AUCUN'), (22, 2, 'chef', 'Autre', 'Chef', 'chef@agglo.invalid', 'ADMIN');
        INSERT INTO bureau_utilisateur (collectivite_id, bureau_id, utilisateur_id, role) VALUES
          (1, 12, 9, 'ADMINISTRATEUR'), (1, 11, 10, 'SUPERVISEUR');
        """);
  }

  @AfterEach
  void fermer() throws SQLException {
    List<String> fautes = new ArrayList<>();
    VerificationJournal.faire(mairie.base, fautes::add);
    assertThat(fautes).as("chaînes intactes").isEmpty();
    mairie.close();
  }

  private Bureaux bureaux() {
    return mairie.atelier.bean(Bureaux.class);
  }

  private FicheBureau lire(String login, BureauId id) {
    return mairie.lire(login, () -> bureaux().lire(id));
  }

  private void changer(String login, BureauId id, UnaryOperator<ReglageBureau> reglage) {
    FicheBureau fiche = lire(login, id);
    mairie.faire(
        login, () -> bureaux().modifier(id, fiche.version(), reglage.apply(fiche.reglage())));
  }

  private static ReglageBureau neuf(String nom, String titre) {
    return new ReglageBureau(
        nom, titre, "", "DGS", false, Set.of(Habilitation.CREER), List.of(), List.of(), List.of());
  }

  private static ReglageBureau titre(ReglageBureau r, String titre) {
    return new ReglageBureau(
        r.nomCourt(),
        titre,
        r.description(),
        r.superieur(),
        r.afficheAVenir(),
        r.habilitations(),
        r.acteurs(),
        r.associes(),
        r.metadonnees());
  }

  private static ReglageBureau sous(ReglageBureau r, String superieur) {
    return new ReglageBureau(
        r.nomCourt(),
        r.titre(),
        r.description(),
        superieur,
        r.afficheAVenir(),
        r.habilitations(),
        r.acteurs(),
        r.associes(),
        r.metadonnees());
  }

  private static ReglageBureau tenu(ReglageBureau r, List<ActeurDeBureau> acteurs) {
    return new ReglageBureau(
        r.nomCourt(),
        r.titre(),
        r.description(),
        r.superieur(),
        r.afficheAVenir(),
        r.habilitations(),
        acteurs,
        r.associes(),
        r.metadonnees());
  }

  private static void refuse(ErreurOrganisation code, Runnable acte) {
    Mairie.refuse(
        code,
        null,
        () -> {
          acte.run();
          return null;
        });
  }

  private List<LigneAdministration> journal(String login) {
    return mairie.lire(login, () -> mairie.atelier.bean(JournalAdministration.class).lire(0, ""));
  }

  @Test
  void un_administrateur_cree_un_bureau_et_le_journal_dit_ce_qu_il_a_pose() {
    BureauId id =
        mairie.lire("chef@demo", () -> bureaux().creer(neuf("RH", "Ressources humaines")));
    FicheBureau fiche = lire("chef@demo", id);
    assertThat(fiche.chemin()).containsExactly("Maire", "Direction générale");
    assertThat(fiche.reglage().habilitations())
        .containsExactlyInAnyOrder(Habilitation.CREER, Habilitation.TRAITER);
    assertThat(journal("chef@demo").get(0).nature()).isEqualTo("BUREAU_CREER");
    assertThat(journal("chef@demo").get(0).changements())
        .anyMatch(
            c ->
                c.champ().equals("titre")
                    && c.avant().isEmpty()
                    && c.apres().equals("Ressources humaines"));
  }

  @Test
  void un_changement_est_journalise_avec_sa_valeur_d_avant() {
    changer("chef@demo", Mairie.DGS, r -> titre(r, "Direction"));
    LigneAdministration ligne = journal("chef@demo").get(0);
    assertThat(ligne.acteur()).isEqualTo("Alix Chef");
    assertThat(ligne.changements())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.avant()).isEqualTo("Direction générale");
              assertThat(c.apres()).isEqualTo("Direction");
            });
  }

  @Test
  void enregistrer_sans_rien_changer_n_ecrit_rien() {
    changer("chef@demo", Mairie.DGS, r -> r);
    assertThat(journal("chef@demo")).isEmpty();
  }

  @Test
  void le_second_de_deux_administrateurs_recoit_un_conflit_et_rien_n_est_ecrase() {
    FicheBureau lue = lire("chef@demo", Mairie.DGS);
    changer("fonc@demo", Mairie.DGS, r -> titre(r, "Premier"));
    refuse(
        ErreurOrganisation.FICHE_MODIFIEE,
        () ->
            mairie.faire(
                "chef@demo",
                () ->
                    bureaux().modifier(Mairie.DGS, lue.version(), titre(lue.reglage(), "Second"))));
    assertThat(lire("chef@demo", Mairie.DGS).reglage().titre()).isEqualTo("Premier");
  }

  @Test
  void changer_les_seuls_acteurs_fait_aussi_un_conflit() {
    FicheBureau lue = lire("chef@demo", Mairie.DGS);
    changer("fonc@demo", Mairie.DGS, r -> tenu(r, List.of()));
    refuse(
        ErreurOrganisation.FICHE_MODIFIEE,
        () ->
            mairie.faire(
                "chef@demo", () -> bureaux().modifier(Mairie.DGS, lue.version(), lue.reglage())));
  }

  @Test
  void deux_creations_simultanees_du_meme_nom_n_en_font_qu_une() throws Exception {
    List<Object> resultats =
        Mairie.ensemble(
            List.of(
                () -> mairie.lire("chef@demo", () -> bureaux().creer(neuf("RH", "Un"))),
                () -> mairie.lire("chef@demo", () -> bureaux().creer(neuf("DRH", "Deux")))));
    assertThat(resultats).allMatch(BureauId.class::isInstance);
    refuse(
        ErreurOrganisation.NOM_PRIS,
        () -> mairie.lire("chef@demo", () -> bureaux().creer(neuf("rh", "Trois"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "RH*", "a/b", "RH-", "<script>", "a&b"})
  void un_nom_technique_impossible_est_refuse(String nom) {
    refuse(
        ErreurOrganisation.NOM_INVALIDE,
        () -> mairie.lire("chef@demo", () -> bureaux().creer(neuf(nom, "Titre"))));
  }

  @Test
  void une_hierarchie_en_boucle_est_refusee_meme_a_deux_degres() {
    refuse(
        ErreurOrganisation.HIERARCHIE_EN_BOUCLE,
        () -> changer("chef@demo", Mairie.MAIRE, r -> sous(r, "Service courrier")));
    refuse(
        ErreurOrganisation.HIERARCHIE_EN_BOUCLE,
        () -> changer("chef@demo", Mairie.MAIRE, r -> sous(r, "Maire")));
    refuse(
        ErreurOrganisation.BUREAU_INCONNU,
        () -> changer("chef@demo", Mairie.MAIRE, r -> sous(r, "Courrier")));
  }

  @Test
  void un_bureau_qui_sert_n_est_ni_desactive_ni_supprime_et_la_fiche_dit_pourquoi() {
    mairie.deposer("ws@demo", "Visa", "simple", "un", "");
    FicheBureau dgs = lire("chef@demo", Mairie.DGS);
    assertThat(dgs.emplois())
        .extracting(EmploiBureau::nature)
        .contains(
            EmploiBureau.Nature.DOSSIERS_EN_COURS,
            EmploiBureau.Nature.CIRCUITS,
            EmploiBureau.Nature.SUBORDONNES);
    refuse(
        ErreurOrganisation.BUREAU_EMPLOYE,
        () -> mairie.faire("chef@demo", () -> bureaux().desactiver(Mairie.DGS, dgs.version())));
    refuse(
        ErreurOrganisation.BUREAU_EMPLOYE,
        () -> mairie.faire("chef@demo", () -> bureaux().supprimer(Mairie.DGS, dgs.version())));
  }

  @Test
  void un_bureau_libre_se_desactive_se_reactive_et_se_supprime() {
    BureauId id = mairie.lire("chef@demo", () -> bureaux().creer(neuf("RH", "RH")));
    finir(id, bureaux()::desactiver);
    assertThat(lire("chef@demo", id).actif()).isFalse();
    finir(id, bureaux()::reactiver);
    finir(id, bureaux()::supprimer);
    refuse(ErreurOrganisation.BUREAU_INTROUVABLE, () -> lire("chef@demo", id));
    assertThat(journal("chef@demo").get(0).nature()).isEqualTo("BUREAU_SUPPRIMER");
  }

  @Test
  void l_administrateur_fonctionnel_ne_voit_et_ne_change_que_son_bureau() {
    assertThat(trouves("fonc@demo", "")).extracting(BureauTrouve::id).containsExactly(Mairie.DGS);
    changer("fonc@demo", Mairie.DGS, r -> titre(r, "Direction"));
    refuse(ErreurOrganisation.BUREAU_INTROUVABLE, () -> lire("fonc@demo", Mairie.MAIRE));
    refuse(
        ErreurOrganisation.BUREAU_INTROUVABLE,
        () ->
            mairie.faire(
                "fonc@demo", () -> bureaux().modifier(Mairie.MAIRE, 0, neuf("Maire", "Pris"))));
    refuse(
        ErreurOrganisation.ADMINISTRATION_INTERDITE,
        () -> mairie.lire("fonc@demo", () -> bureaux().creer(neuf("RH", "RH"))));
    refuse(
        ErreurOrganisation.ADMINISTRATION_INTERDITE,
        () -> mairie.faire("fonc@demo", () -> bureaux().supprimer(Mairie.DGS, 0)));
    refuse(ErreurOrganisation.ADMINISTRATION_INTERDITE, () -> journal("fonc@demo"));
  }

  @Test
  void l_administrateur_fonctionnel_ne_nomme_ni_n_ote_d_administrateur() {
    changer(
        "fonc@demo",
        Mairie.DGS,
        r ->
            tenu(r, List.of(new ActeurDeBureau(1, "agent", "Camille", RoleBureau.ADMINISTRATEUR))));
    assertThat(lire("chef@demo", Mairie.DGS).reglage().acteurs())
        .extracting(ActeurDeBureau::identifiant)
        .containsExactly("fonc");
  }

  @Test
  void le_superviseur_lit_son_bureau_et_n_y_change_rien() {
    assertThat(lire("sup@demo", Mairie.COURRIER).modifiable()).isFalse();
    refuse(
        ErreurOrganisation.ADMINISTRATION_INTERDITE,
        () -> changer("sup@demo", Mairie.COURRIER, r -> titre(r, "Pris")));
    refuse(ErreurOrganisation.BUREAU_INTROUVABLE, () -> lire("sup@demo", Mairie.DGS));
    refuse(
        ErreurOrganisation.ADMINISTRATION_INTERDITE,
        () ->
            mairie.lire("sup@demo", () -> mairie.atelier.bean(Propositions.class).personnes("a")));
  }

  @Test
  void qui_n_administre_rien_n_entre_nulle_part() {
    refuse(ErreurOrganisation.ADMINISTRATION_INTERDITE, () -> trouves("maire@demo", ""));
    refuse(ErreurOrganisation.ADMINISTRATION_INTERDITE, () -> lire("maire@demo", Mairie.MAIRE));
    refuse(
        ErreurOrganisation.ADMINISTRATION_INTERDITE,
        () -> mairie.lire("maire@demo", () -> bureaux().creer(neuf("RH", "RH"))));
    refuse(ErreurOrganisation.ADMINISTRATION_INTERDITE, () -> journal("maire@demo"));
  }

  @Test
  void un_numero_d_une_autre_collectivite_ne_mene_nulle_part() {
    refuse(ErreurOrganisation.BUREAU_INTROUVABLE, () -> lire("chef@demo", AGGLO));
    refuse(
        ErreurOrganisation.BUREAU_INTROUVABLE,
        () ->
            mairie.faire(
                "chef@demo", () -> bureaux().modifier(AGGLO, 0, neuf("Courrier", "Pris"))));
    refuse(
        ErreurOrganisation.BUREAU_INTROUVABLE,
        () -> mairie.faire("chef@demo", () -> bureaux().supprimer(AGGLO, 0)));
    refuse(
        ErreurOrganisation.PERSONNE_INCONNUE,
        () ->
            changer(
                "chef@demo",
                Mairie.DGS,
                r ->
                    tenu(
                        r,
                        List.of(
                            new ActeurDeBureau(21, "agent", "Alex", RoleBureau.PROPRIETAIRE)))));
    assertThat(trouves("chef@demo", "Courrier")).extracting(BureauTrouve::id).doesNotContain(AGGLO);
    changer("chef@demo", Mairie.DGS, r -> titre(r, "Secret de la ville"));
    assertThat(journal("chef@agglo")).isEmpty();
  }

  @Test
  void la_recherche_trouve_par_titre_par_personne_et_sans_accent() {
    assertThat(trouves("chef@demo", "generale"))
        .extracting(BureauTrouve::id)
        .containsExactly(Mairie.DGS);
    assertThat(trouves("chef@demo", "claire"))
        .extracting(BureauTrouve::id)
        .containsExactly(Mairie.DGS);
    assertThat(trouves("chef@demo", "%")).isEmpty();
    assertThat(trouves("chef@demo", "")).hasSize(5);
  }

  private void finir(BureauId id, BiConsumer<BureauId, Integer> acte) {
    int version = lire("chef@demo", id).version();
    mairie.faire("chef@demo", () -> acte.accept(id, version));
  }

  private List<BureauTrouve> trouves(String login, String texte) {
    return mairie.lire(login, () -> bureaux().chercher(texte, Tranche.page(1, 50)).lignes());
  }
}
