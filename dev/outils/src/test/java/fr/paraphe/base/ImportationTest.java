package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.importation.Anomalie;
import fr.paraphe.outils.importation.Importation;
import fr.paraphe.outils.importation.ImportationRefusee;
import fr.paraphe.outils.importation.MotDePasseInitial;
import fr.paraphe.outils.importation.OptionsImportation;
import fr.paraphe.signature.CachetServeur;
import fr.paraphe.signature.infra.ClesInstallation;
import fr.paraphe.socle.Horloge;
import java.io.StringReader;
import java.nio.file.Path;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Importer une collectivité : tout ou rien, par les noms, et dire la ligne de chaque anomalie. */
class ImportationTest {

  private static final String VILLE =
      """
      paraphe: 1
      collectivite: {domaine: ville, titre: Ville}
      utilisateurs:
        - {identifiant: anne, nom: Anne, courriel: anne@ville.invalid}
      bureaux:
        - {nom: Accueil, proprietaires: [anne]}
      circuits:
        - nom: visa
          etapes: [{action: VISA, bureau: Accueil}]
      types:
        - nom: Courrier
          sous-types: [{nom: simple, circuit: visa, creation: [Accueil]}]
      """;

  @TempDir Path donnees;
  private Base base;

  @BeforeEach
  void ouvrir() {
    base = BaseDEssai.neuve();
  }

  @Test
  void la_demonstration_s_importe_deux_fois_sans_rien_doubler() throws Exception {
    for (int fois = 0; fois < 2; fois++) {
      importation().importer(Path.of("../demo/demo.yaml"), MotDePasseInitial.de("secret"));
      importation().importer(Path.of("../demo/agglo.yaml"), MotDePasseInitial.AUCUN);
      assertThat(compter("utilisateur")).isEqualTo(13);
      assertThat(compter("bureau")).isEqualTo(9);
      assertThat(compter("sous_type")).isEqualTo(10);
      assertThat(compter("etape_modele")).isEqualTo(12);
      assertThat(compter("delegation")).isEqualTo(4);
      assertThat(compter("cachet")).isEqualTo(1);
    }
  }

  @Test
  void un_compte_neuf_recoit_le_mot_de_passe_initial_et_un_compte_connu_garde_le_sien()
      throws Exception {
    importer(VILLE, MotDePasseInitial.de("premier"));
    importer(VILLE, MotDePasseInitial.de("second"));

    String empreinte = texte("SELECT mot_de_passe FROM utilisateur WHERE identifiant = 'anne'");
    assertThat(empreinte).startsWith("$2b$10$");
    assertThat(OpenBSDBCrypt.checkPassword(empreinte, "premier".toCharArray())).isTrue();
    assertThat(OpenBSDBCrypt.checkPassword(empreinte, "second".toCharArray())).isFalse();
  }

  @Test
  void sans_mot_de_passe_initial_personne_n_entre() throws Exception {
    importer(VILLE, MotDePasseInitial.AUCUN);
    assertThat(compter("utilisateur WHERE mot_de_passe IS NULL")).isEqualTo(1);
  }

  @Test
  void reimporter_met_a_jour_ce_qui_porte_le_meme_nom() throws Exception {
    importer(VILLE, MotDePasseInitial.AUCUN);
    importer(
        VILLE.replace("nom: Accueil,", "nom: accueil, titre: Grand accueil,"),
        MotDePasseInitial.AUCUN);
    assertThat(texte("SELECT titre FROM bureau")).isEqualTo("Grand accueil");
  }

  @Test
  void un_nom_qui_ne_mene_a_rien_est_dit_a_sa_ligne_et_rien_n_est_ecrit() {
    refuse(
        VILLE.replace("proprietaires: [anne]", "proprietaires: [absent]"),
        6,
        "l’utilisateur « absent » n’existe pas");
    refuse(
        VILLE.replace("bureau: Accueil", "bureau: Ailleurs"),
        9,
        "le bureau « Ailleurs » n’existe pas");
    refuse(
        VILLE.replace("circuit: visa", "circuit: absent"),
        12,
        "le circuit « absent » n’existe pas");
    refuse(
        VILLE.replace("creation: [Accueil]", "creation: [Cave]"),
        12,
        "le bureau « Cave » n’existe pas");
  }

  @Test
  void une_forme_fausse_est_dite_a_sa_ligne() {
    refuse(VILLE.replace("domaine: ville", "domaine: Ville!"), 2, "« Ville! » ne convient pas");
    refuse(VILLE.replace("identifiant: anne", "identifiant: a@b"), 4, "« a@b » ne convient pas");
    refuse(VILLE.replace("action: VISA", "action: TAMPON"), 9, "« TAMPON » n’est pas admis");
    refuse(VILLE.replace("paraphe: 1", "paraphe: 2"), 1, "version du format");
    refuse(
        VILLE.replace("nom: simple", "nom: simple, couleur: bleu"),
        12,
        "« couleur » n’est pas connu ici");
    refuse(VILLE.replace("nom: simple", "nom: simple, nom: double"), 12, "écrit deux fois");
    refuse(
        VILLE
            + "delegations:\n  - {bureau: Accueil, delegue: Accueil, du: demain, creee-par: anne}\n",
        14,
        "n’est pas une date");
    refuse(VILLE.replace("circuit: visa, ", ""), 12, "il manque « circuit »");
  }

  @Test
  void ce_qui_n_est_pas_du_yaml_ou_veut_construire_des_objets_est_refuse() {
    refuse("paraphe: [1", 1, "YAML");
    refuse("", 1, "vide");
    refuse("!!javax.script.ScriptEngineManager [1]", 1, "YAML");
    refuse("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n", 1, "collectivite");
  }

  @Test
  void un_refus_de_la_base_annule_tout() {
    refuse(
        VILLE.replace(
                "courriel: anne@ville.invalid}",
                "courriel: anne@ville.invalid}\n  - {identifiant: b, nom: B, courriel: b@b.fr}")
            + "comptes-techniques:\n  - {utilisateur: b, bureau: Accueil, libelle: x, adresses: [pas-une-adresse]}\n",
        15,
        "forme attendue");
    refuse(
        VILLE.replace("proprietaires: [anne]", "superieur: Accueil, proprietaires: [anne]"),
        6,
        "pas admise");
  }

  @Test
  void une_hierarchie_en_rond_est_refusee() {
    refuse(
        VILLE.replace(
            "- {nom: Accueil, proprietaires: [anne]}",
            "- {nom: Accueil, superieur: Cave}\n  - {nom: Cave, superieur: Accueil}"),
        6,
        "son propre supérieur");
  }

  @Test
  void une_seule_collectivite_est_celle_par_defaut() throws Exception {
    importer(
        VILLE.replace("titre: Ville", "titre: Ville, par-defaut: oui"), MotDePasseInitial.AUCUN);
    assertThatThrownBy(
            () ->
                importer(
                    VILLE.replace("domaine: ville", "domaine: autre, par-defaut: oui"),
                    MotDePasseInitial.AUCUN))
        .hasMessageContaining("déjà celle par défaut");
    assertThat(compter("collectivite")).isEqualTo(1);
  }

  private void refuse(String yaml, int ligne, String phrase) {
    assertThatThrownBy(() -> importer(yaml, MotDePasseInitial.AUCUN))
        .isInstanceOfSatisfying(
            ImportationRefusee.class,
            e ->
                assertThat(e.anomalies())
                    .anySatisfy(
                        a -> {
                          assertThat(a).extracting(Anomalie::ligne).isEqualTo(ligne);
                          assertThat(a.message()).contains(phrase);
                        }));
    assertThat(compter("collectivite")).isZero();
    assertThat(compter("utilisateur")).isZero();
  }

  private void importer(String yaml, MotDePasseInitial initial) throws Exception {
    importation()
        .importer("ville.yaml", new StringReader(yaml), OptionsImportation.ordinaires(initial));
  }

  private Importation importation() {
    return new Importation(
        base,
        new CachetServeur(null, new ClesInstallation(donnees.resolve("cles")), new Horloge()));
  }

  private long compter(String table) {
    return Commune.compter(base, "SELECT count(*) FROM " + table);
  }

  private String texte(String sql) throws Exception {
    try (var ordres = fr.paraphe.outils.sql.Ordres.ouvrir(base)) {
      return (String) ordres.valeur(sql).orElseThrow();
    }
  }
}
