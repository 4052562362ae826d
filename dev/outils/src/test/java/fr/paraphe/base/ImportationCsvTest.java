package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.importation.Exportation;
import fr.paraphe.outils.importation.Importation;
import fr.paraphe.outils.importation.ImportationRefusee;
import fr.paraphe.outils.importation.MotDePasseInitial;
import fr.paraphe.outils.importation.OptionsImportation;
import fr.paraphe.outils.importation.RapportImportation;
import fr.paraphe.outils.lancement.Empechement;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Des tableaux d’utilisateurs et de bureaux : tout ou rien, chaque faute à sa ligne. */
class ImportationCsvTest {

  private static final String VILLE =
      """
      paraphe: 1
      collectivite: {domaine: ville, titre: Ville, reglages: {seuil: 12}}
      utilisateurs:
        - {identifiant: anne, prenom: Anne, nom: Été, courriel: anne@ville.invalid, role: ADMIN}
      bureaux:
        - {nom: Accueil, titre: Guichet, proprietaires: [anne]}
      """;

  private Base base;

  @BeforeEach
  void ouvrir() throws Exception {
    base = BaseDEssai.neuve();
    importation()
        .importer(
            "ville.yaml",
            new StringReader(VILLE),
            OptionsImportation.ordinaires(MotDePasseInitial.AUCUN));
  }

  @Test
  void point_virgule_ou_virgule_utf8_ou_latin_se_lisent_pareil() throws Exception {
    utilisateurs(
        "Identifiant;Prénom;Nom;Courriel\nzoé;Zoé;Hérault;z@v.fr\n", StandardCharsets.UTF_8);
    String premier = exporter();
    assertThat(premier).contains("identifiant: zoé", "nom: Hérault");
    RapportImportation second =
        utilisateurs(
            "\"identifiant\",\"prénom\",nom,courriel\nzoé,Zoé,\"Hérault\",z@v.fr\n",
            Charset.forName("ISO-8859-1"));
    assertThat(second.aucunChangement()).isTrue();
    assertThat(
            utilisateurs("\uFEFFidentifiant;nom\nanne;Été\n", StandardCharsets.UTF_8).changements())
        .isEmpty();
  }

  @Test
  void une_colonne_absente_laisse_ce_qui_est_une_case_vide_rend_l_ordinaire() throws Exception {
    utilisateurs("identifiant;nom\nanne;Hiver\n", StandardCharsets.UTF_8);
    assertThat(exporter()).contains("nom: Hiver", "prenom: Anne", "role: ADMIN", "seuil: 12");
    utilisateurs("identifiant;role\nanne;\n", StandardCharsets.UTF_8);
    assertThat(exporter()).contains("nom: Hiver").doesNotContain("role: ADMIN");
  }

  @Test
  void les_bureaux_nomment_leurs_personnes_et_leur_superieur() throws Exception {
    bureaux(
        "nom;titre;supérieur;propriétaires;habilitations\nCave;;Accueil;anne;traiter|archiver\n");
    assertThat(exporter())
        .contains("nom: Cave\n  superieur: Accueil\n  proprietaires:\n  - anne")
        .contains("habilitations:\n  - traiter\n  - archiver", "titre: Guichet");
  }

  @Test
  void une_faute_est_dite_a_sa_ligne_et_rien_n_est_ecrit() throws Exception {
    String avant = exporter();
    refuse(
        "identifiant;nom;courriel\na;A;a@v.fr\nb b;B;b@v.fr\n",
        "ligne 3",
        "« b b » ne convient pas");
    refuse("identifiant;nom;courriel\na;A\n", "ligne 2", "la ligne a 2 cases");
    refuse("identifiant;nom;courriel\na;A;a@v.fr\nA;B;b@v.fr\n", "ligne 3", "déjà écrit ligne 2");
    refuse("identifiant;nom;courriel;role\na;A;a@v.fr;ROI\n", "ligne 2", "« ROI » n’est pas admis");
    refuse("identifiant;nom;courriel\nneuf;;n@v.fr\n", "ligne 2", "il manque « nom »");
    refuse("nom;courriel\nA;a@v.fr\n", "ligne 1", "il manque la colonne « identifiant »");
    refuse("identifiant;mot de passe\na;secret\n", "ligne 1", "« mot-de-passe » n’est pas connue");
    refuse("identifiant;nom;nom\na;A;B\n", "ligne 1", "écrite deux fois");
    refuse("identifiant;nom\n", "ligne 1", "aucune ligne");
    assertThatThrownBy(() -> bureaux("nom;superieur\nCave;Grenier\n"))
        .isInstanceOf(ImportationRefusee.class)
        .hasMessageContaining("le bureau « Grenier » n’existe pas");
    assertThatThrownBy(() -> bureaux("nom;superieur\nCave;Cour\nCour;Cave\n"))
        .hasMessageContaining("propre supérieur");
    assertThat(exporter()).isEqualTo(avant);
  }

  @Test
  void une_collectivite_inconnue_est_refusee() {
    assertThatThrownBy(
            () ->
                importation()
                    .importerUtilisateurs("ailleurs", "u.csv", new byte[0], options(false)))
        .isInstanceOf(Empechement.class)
        .hasMessageContaining("« ailleurs »");
  }

  @Test
  void cinq_mille_lignes_partent_en_peu_d_appels_et_l_essai_n_ecrit_rien() throws Exception {
    StringBuilder tableau = new StringBuilder("identifiant;nom;courriel\n");
    for (int i = 0; i < 5000; i++) {
      tableau.append("u").append(i).append(";N").append(i).append(";u").append(i).append("@v.fr\n");
    }
    byte[] octets = tableau.toString().getBytes(StandardCharsets.UTF_8);
    importation().importerUtilisateurs("ville", "u.csv", octets, options(true));
    assertThat(Commune.compter(base, "SELECT count(*) FROM utilisateur")).isEqualTo(1);
    RapportImportation rapport =
        importation().importerUtilisateurs("ville", "u.csv", octets, options(false));
    assertThat(rapport.changements()).hasSize(5000);
    assertThat(rapport.envois()).isLessThan(200);
    assertThat(Commune.compter(base, "SELECT count(*) FROM utilisateur")).isEqualTo(5001);
  }

  private void refuse(String tableau, String ligne, String phrase) {
    assertThatThrownBy(() -> utilisateurs(tableau, StandardCharsets.UTF_8))
        .isInstanceOf(ImportationRefusee.class)
        .hasMessageContaining(ligne)
        .hasMessageContaining(phrase);
  }

  private RapportImportation utilisateurs(String tableau, Charset alphabet) throws Exception {
    return importation()
        .importerUtilisateurs("ville", "u.csv", tableau.getBytes(alphabet), options(false));
  }

  private RapportImportation bureaux(String tableau) throws Exception {
    return importation()
        .importerBureaux(
            "ville", "b.csv", tableau.getBytes(StandardCharsets.UTF_8), options(false));
  }

  private static OptionsImportation options(boolean aBlanc) {
    return new OptionsImportation(MotDePasseInitial.AUCUN, aBlanc, false);
  }

  private Importation importation() {
    return new Importation(base, null);
  }

  private String exporter() throws Exception {
    return new Exportation(base).exporter("ville").orElseThrow();
  }
}
