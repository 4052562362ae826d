package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.journal.JournalAdministration;
import fr.paraphe.journal.LigneAdministration;
import fr.paraphe.organisation.BureauTenu;
import fr.paraphe.organisation.CompteOuvert;
import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.organisation.FicheUtilisateur;
import fr.paraphe.organisation.Profil;
import fr.paraphe.organisation.ReglageUtilisateur;
import fr.paraphe.organisation.RoleBureau;
import fr.paraphe.organisation.RoleUtilisateur;
import fr.paraphe.organisation.UtilisateurId;
import fr.paraphe.organisation.UtilisateurTrouve;
import fr.paraphe.organisation.Utilisateurs;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Tranche;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L’administration des comptes de « demo » par chef ; super tient toute l’instance. */
class UtilisateursTest {

  private static final UtilisateurId AGENT = new UtilisateurId(1);
  private static final UtilisateurId CHEF = new UtilisateurId(8);
  private static final UtilisateurId SUPER = new UtilisateurId(9);
  private static final UtilisateurId AGENT_AGGLO = new UtilisateurId(21);

  @TempDir Path donnees;
  private Mairie mairie;

  @BeforeEach
  void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    Commune.executer(
        mairie.base,
        """
        INSERT INTO utilisateur (id, collectivite_id, identifiant, nom, prenom, courriel, role) VALUES
          (8, 1, 'chef', 'Chef', 'Alix', 'chef@demo.invalid', 'ADMIN'), (9, 1, 'super', 'Tout', 'Sam', 'super@demo.invalid', 'SUPER_ADMIN'),
          (22, 2, 'chef', 'Autre', 'Chef', 'chef@agglo.invalid', 'ADMIN');
        SELECT setval('seq_organisation', 1000);
        """);
  }

  @AfterEach
  void fermer() {
    mairie.close();
  }

  private Utilisateurs utilisateurs() {
    return mairie.atelier.bean(Utilisateurs.class);
  }

  private FicheUtilisateur lire(String login, UtilisateurId id) {
    return mairie.lire(login, () -> utilisateurs().lire(id));
  }

  private void changer(String login, UtilisateurId id, UnaryOperator<ReglageUtilisateur> reglage) {
    FicheUtilisateur fiche = lire(login, id);
    mairie.faire(
        login, () -> utilisateurs().modifier(id, fiche.version(), reglage.apply(fiche.reglage())));
  }

  private void desactiver(String login, UtilisateurId id) {
    int version = lire(login, id).version();
    mairie.faire(login, () -> utilisateurs().desactiver(id, version));
  }

  private static ReglageUtilisateur neuf(String identifiant, RoleUtilisateur role) {
    return new ReglageUtilisateur(
        identifiant,
        "Nina",
        "Neuve",
        "nina@demo.invalid",
        role,
        "Adjointe",
        "",
        "",
        List.of(new BureauTenu("DGS", "DGS", RoleBureau.SECRETAIRE)));
  }

  private static ReglageUtilisateur nomme(ReglageUtilisateur r, RoleUtilisateur role) {
    return new ReglageUtilisateur(
        r.identifiant(),
        r.prenom(),
        r.nom(),
        r.courriel(),
        role,
        r.titre(),
        r.ville(),
        r.codePostal(),
        r.bureaux());
  }

  private static ReglageUtilisateur ecrit(ReglageUtilisateur r, String courriel) {
    return new ReglageUtilisateur(
        r.identifiant(),
        r.prenom(),
        r.nom(),
        courriel,
        r.role(),
        r.titre(),
        r.ville(),
        r.codePostal(),
        r.bureaux());
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
  void un_compte_ouvert_a_un_mot_de_passe_tire_dont_la_base_n_a_que_l_empreinte() {
    CompteOuvert ouvert =
        mairie.lire("chef@demo", () -> utilisateurs().creer(neuf("Nina", RoleUtilisateur.AUCUN)));
    assertThat(ouvert.login()).isEqualTo("nina");
    assertThat(ouvert.motDePasse()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
    assertThat(ouvert).asString().doesNotContain(ouvert.motDePasse());
    String empreinte =
        Commune.lire(
            mairie.base, "SELECT mot_de_passe FROM utilisateur WHERE identifiant = 'nina'");
    assertThat(empreinte).startsWith("$2b$10$");
    assertThat(OpenBSDBCrypt.checkPassword(empreinte, ouvert.motDePasse().toCharArray())).isTrue();
    assertThat(lire("chef@demo", ouvert.id()).reglage().bureaux())
        .extracting(BureauTenu::nomCourt)
        .containsExactly("DGS");
    assertThat(journal("chef@demo").toString())
        .contains("UTILISATEUR_CREER")
        .doesNotContain(ouvert.motDePasse())
        .doesNotContain("$2b$");
  }

  @Test
  void un_nouveau_mot_de_passe_remplace_l_ancien_et_le_journal_n_en_dit_pas_la_valeur() {
    FicheUtilisateur fiche = lire("chef@demo", AGENT);
    CompteOuvert tire =
        mairie.lire("chef@demo", () -> utilisateurs().changerMotDePasse(AGENT, fiche.version()));
    assertThat(journal("chef@demo").get(0).changements())
        .singleElement()
        .satisfies(c -> assertThat(c.apres()).isEqualTo("remplacé"));
    assertThat(journal("chef@demo").toString()).doesNotContain(tire.motDePasse());
  }

  @Test
  void une_personne_desactivee_cesse_aussitot_d_agir() {
    desactiver("chef@demo", AGENT);
    Mairie.refuse(
        ErreurOrganisation.ACTEUR_INCONNU,
        null,
        () -> mairie.lire("agent@demo", () -> mairie.atelier.bean(Profil.class).moi()));
  }

  @Test
  void le_dernier_administrateur_ne_s_ote_ni_ne_se_desactive() {
    desactiver("super@demo", SUPER);
    refuse(ErreurOrganisation.DERNIER_ADMINISTRATEUR, () -> desactiver("chef@demo", CHEF));
    refuse(
        ErreurOrganisation.DERNIER_ADMINISTRATEUR,
        () -> changer("chef@demo", CHEF, r -> nomme(r, RoleUtilisateur.ADMIN_FONCTIONNEL)));
  }

  @Test
  void un_administrateur_ne_nomme_ni_ne_touche_un_super_administrateur() {
    refuse(
        ErreurOrganisation.ROLE_RESERVE,
        () -> changer("chef@demo", CHEF, r -> nomme(r, RoleUtilisateur.SUPER_ADMIN)));
    refuse(
        ErreurOrganisation.ROLE_RESERVE,
        () ->
            mairie.lire(
                "chef@demo",
                () -> utilisateurs().creer(neuf("nina", RoleUtilisateur.SUPER_ADMIN))));
    refuse(ErreurOrganisation.ROLE_RESERVE, () -> desactiver("chef@demo", SUPER));
    refuse(
        ErreurOrganisation.ROLE_RESERVE,
        () -> mairie.lire("chef@demo", () -> utilisateurs().changerMotDePasse(SUPER, 0)));
    changer("super@demo", CHEF, r -> nomme(r, RoleUtilisateur.SUPER_ADMIN));
    assertThat(lire("super@demo", CHEF).reglage().role()).isEqualTo(RoleUtilisateur.SUPER_ADMIN);
  }

  @Test
  void ce_que_l_annuaire_donne_ne_se_change_pas_ici() {
    Commune.executer(mairie.base, "UPDATE utilisateur SET origine = 'LDAP' WHERE id = 1");
    refuse(
        ErreurOrganisation.CHAMP_VERROUILLE,
        () -> changer("chef@demo", AGENT, r -> ecrit(r, "autre@demo.invalid")));
    refuse(
        ErreurOrganisation.CHAMP_VERROUILLE,
        () -> mairie.lire("chef@demo", () -> utilisateurs().changerMotDePasse(AGENT, 0)));
    changer("chef@demo", AGENT, r -> nomme(r, RoleUtilisateur.ADMIN_CIRCUITS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a@b", "a b", "a;b", "<b>", "a:b", "a/b"})
  void un_identifiant_impossible_est_refuse(String identifiant) {
    refuse(
        ErreurOrganisation.LOGIN_INVALIDE,
        () ->
            mairie.lire(
                "chef@demo", () -> utilisateurs().creer(neuf(identifiant, RoleUtilisateur.AUCUN))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sans", "a@", "@b", "a@b,c@d", "a b@c"})
  void un_courriel_impossible_est_refuse(String courriel) {
    refuse(
        ErreurOrganisation.COURRIEL_INVALIDE,
        () -> changer("chef@demo", AGENT, r -> ecrit(r, courriel)));
  }

  @Test
  void un_identifiant_pris_l_est_sans_egard_a_la_casse_mais_par_collectivite() {
    refuse(
        ErreurOrganisation.IDENTIFIANT_PRIS,
        () ->
            mairie.lire(
                "chef@demo", () -> utilisateurs().creer(neuf("AGENT", RoleUtilisateur.AUCUN))));
  }

  @Test
  void le_second_de_deux_administrateurs_recoit_un_conflit() {
    FicheUtilisateur lue = lire("chef@demo", AGENT);
    changer("super@demo", AGENT, r -> ecrit(r, "un@demo.invalid"));
    refuse(
        ErreurOrganisation.FICHE_MODIFIEE,
        () ->
            mairie.faire(
                "chef@demo",
                () ->
                    utilisateurs()
                        .modifier(
                            AGENT, lue.version(), ecrit(lue.reglage(), "deux@demo.invalid"))));
    assertThat(lire("chef@demo", AGENT).reglage().courriel()).isEqualTo("un@demo.invalid");
  }

  @Test
  void une_personne_d_une_autre_collectivite_est_introuvable() {
    refuse(ErreurOrganisation.UTILISATEUR_INTROUVABLE, () -> lire("chef@demo", AGENT_AGGLO));
    refuse(ErreurOrganisation.UTILISATEUR_INTROUVABLE, () -> lire("super@demo", AGENT_AGGLO));
    refuse(
        ErreurOrganisation.UTILISATEUR_INTROUVABLE,
        () ->
            mairie.faire(
                "chef@demo",
                () ->
                    utilisateurs().modifier(AGENT_AGGLO, 0, neuf("agent", RoleUtilisateur.ADMIN))));
    refuse(
        ErreurOrganisation.UTILISATEUR_INTROUVABLE,
        () -> mairie.lire("chef@demo", () -> utilisateurs().changerMotDePasse(AGENT_AGGLO, 0)));
    refuse(
        ErreurOrganisation.UTILISATEUR_INTROUVABLE,
        () -> mairie.faire("chef@demo", () -> utilisateurs().desactiver(AGENT_AGGLO, 0)));
    assertThat(trouves("chef@demo", "agglo")).isEmpty();
  }

  @Test
  void qui_n_administre_pas_les_comptes_n_en_voit_aucun() {
    Commune.executer(
        mairie.base,
        "UPDATE utilisateur SET role = 'ADMIN_CIRCUITS' WHERE id = 2; UPDATE utilisateur SET role = 'ADMIN_FONCTIONNEL' WHERE id = 3;"
            + " INSERT INTO bureau_utilisateur (collectivite_id, bureau_id, utilisateur_id, role) VALUES (1, 13, 3, 'ADMINISTRATEUR')");
    for (String login : List.of("agent@demo", "dgs@demo", "maire@demo")) {
      refuse(ErreurOrganisation.ADMINISTRATION_INTERDITE, () -> trouves(login, ""));
      refuse(ErreurOrganisation.ADMINISTRATION_INTERDITE, () -> lire(login, AGENT));
      refuse(
          ErreurOrganisation.ADMINISTRATION_INTERDITE,
          () ->
              mairie.lire(login, () -> utilisateurs().creer(neuf("nina", RoleUtilisateur.ADMIN))));
      refuse(
          ErreurOrganisation.ADMINISTRATION_INTERDITE,
          () -> mairie.faire(login, () -> utilisateurs().desactiver(CHEF, 0)));
    }
  }

  @Test
  void deux_administrateurs_ne_peuvent_pas_s_oter_l_un_l_autre() throws Exception {
    changer("super@demo", SUPER, r -> nomme(r, RoleUtilisateur.ADMIN));
    int chef = lire("chef@demo", CHEF).version();
    int autre = lire("chef@demo", SUPER).version();
    List<Object> resultats =
        Mairie.ensemble(
            List.of(
                () -> mairie.faire("chef@demo", () -> utilisateurs().desactiver(SUPER, autre)),
                () -> mairie.faire("super@demo", () -> utilisateurs().desactiver(CHEF, chef))));
    assertThat(resultats).filteredOn(ErreurMetier.class::isInstance).hasSize(1);
    assertThat(
            Commune.compter(
                mairie.base,
                "SELECT count(*) FROM utilisateur WHERE collectivite_id = 1 AND actif AND role = 'ADMIN'"))
        .isEqualTo(1);
  }

  private List<UtilisateurTrouve> trouves(String login, String texte) {
    return mairie.lire(login, () -> utilisateurs().chercher(texte, Tranche.page(1, 50)).lignes());
  }
}
