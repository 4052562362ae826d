package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.importation.Difference;
import fr.paraphe.outils.importation.Exportation;
import fr.paraphe.outils.importation.Importation;
import fr.paraphe.outils.importation.ImportationRefusee;
import fr.paraphe.outils.importation.MotDePasseInitial;
import fr.paraphe.outils.importation.OptionsImportation;
import fr.paraphe.outils.importation.RapportImportation;
import fr.paraphe.outils.lancement.Empechement;
import fr.paraphe.outils.sql.Ordres;
import fr.paraphe.signature.CachetServeur;
import fr.paraphe.signature.infra.ClesInstallation;
import fr.paraphe.socle.Horloge;
import java.io.StringReader;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exporter, comparer, importer : rien ne se perd, rien ne change sans être dit. */
class EchangeTest {

  /** Une collectivité qui se sert de tout le format. */
  private static final String TOUT =
      """
      paraphe: 1
      collectivite:
        {domaine: ville, titre: Ville, siren: "123456789", ville: Ville, code-postal: "00100", reglages: {seuil: 12, ouvert: true, mot: oui}}
      utilisateurs:
        - {identifiant: anne, prenom: Anne, nom: Été, courriel: anne@ville.invalid, role: ADMIN, informations: {tel: "0102"}}
        - {identifiant: Bob, nom: " espace ", courriel: b@v.fr, notification: JAMAIS, actif: non, origine: LDAP, origine-ref: cn=bob,
           certificat-empreinte: "0000000000000000000000000000000000000000000000000000000000000001", certificat: AAEC}
      groupes:
        - {nom: Élus, membres: [anne]}
        - {nom: Adjoints, parent: Élus, membres: [anne, Bob]}
      bureaux:
        - {nom: Accueil, titre: "Accueil : le guichet", description: "deux\\nlignes", superieur: Maire, proprietaires: [anne], secretaires: [Bob],
           superviseurs: [anne], administrateurs: [anne], associes: [Maire], metadonnees: [montant], habilitations: [traiter], affiche-a-venir: oui}
        - {nom: Maire, habilitations: [], actif: non}
      comptes-techniques:
        - {utilisateur: Bob, bureau: Accueil, libelle: robot, adresses: [10.0.0.0/8, 192.0.2.1]}
      metadonnees:
        - {nom: montant, libelle: Montant, nature: DECIMAL, valeurs: ["1.0", "2"], tri-alphabetique: oui}
      cachets:
        - {titre: Sceau, alias: sceau, essai: oui, texte: Ville}
      calques:
        - {nom: pied, elements: [{x: 1.5, texte: "42", gras: false}]}
      circuits:
        - nom: complet
          bureau-final: Accueil
          public: non
          bureaux: [Accueil]
          groupes: [Élus]
          etapes:
            - {action: VISA, designation: CHEF_DE, delai-jours: 3}
            - {action: VISA, mode: ET, requis: 1, bureaux: [Maire, Accueil]}
            - {action: SIGNATURE, bureau: Maire}
      types:
        - nom: Courrier
          format: PAdES/basic
          reglages: {a: {b: [1, 2]}}
          sous-types:
            - {nom: simple, circuit: complet, cachet: Sceau, multi-document: oui, lecture-obligatoire: oui, retention-mois: 12, creation: [Accueil],
               creation-groupes: [Élus], filtrage: [], variables: [Maire], reglages: {k: v},
               metadonnees: [{nom: montant, defaut: "1.0", obligatoire: oui, editable: non}], calques: [{nom: pied, cible: ANNEXE, documents: 1-2}]}
            - {nom: libre, circuit: complet, actif: non}
      delegations:
        - {bureau: Maire, delegue: Accueil, du: 2026-01-01, au: 2026-03-31, type: Courrier, sous-type: simple, dossiers-en-cours: non, creee-par: anne}
        - {bureau: Accueil, delegue: Maire, du: "2026-05-01T10:30:00.000000Z", creee-par: anne}
      """;

  @TempDir Path donnees;
  private Base base;

  @BeforeEach
  void ouvrir() {
    base = BaseDEssai.neuve();
  }

  @Test
  void ce_qui_est_exporte_s_importe_ailleurs_et_se_reexporte_a_l_octet_pres() throws Exception {
    importer(TOUT);
    String export = exporter();
    base = BaseDEssai.neuve();
    importer(export);
    assertThat(exporter()).isEqualTo(export);
    assertThat(export)
        .contains("mode: ET", "requis: 1", "au: '2026-03-31'", "2026-05-01T10:30:00.000000Z")
        .contains("nom: \" espace \"", "habilitations: []", "filtrage: []", "seuil: 12");
  }

  @Test
  void l_import_a_blanc_de_son_propre_export_dit_aucun_changement() throws Exception {
    importer(TOUT);
    RapportImportation rapport = importer(exporter(), true, false);
    assertThat(rapport.changements()).isEmpty();
    assertThat(rapport.absents()).isEmpty();
    assertThat(importer(TOUT, true, false).aucunChangement()).isTrue();
  }

  @Test
  void l_export_ne_porte_ni_mot_de_passe_ni_jeton() throws Exception {
    importer(TOUT.replace("actif: non, origine", "empreinte: $2b$10$abc, actif: non, origine"));
    executer("UPDATE compte_technique SET jeton_empreinte = '\\x736563726574'");
    assertThat(exporter()).doesNotContain("$2b$", "c2VjcmV0", "736563726574");
  }

  @Test
  void chaque_changement_est_dit_champ_par_champ_et_l_essai_n_ecrit_rien() throws Exception {
    importer(TOUT);
    String avant = exporter();
    String change =
        TOUT.replace("titre: \"Accueil : le guichet\"", "titre: Guichet")
            .replace("{action: SIGNATURE, bureau: Maire}", "{action: SIGNATURE, bureau: Accueil}")
            .replace("  - {nom: Maire,", "  - {nom: Cave}\n  - {nom: Maire,");
    RapportImportation rapport = importer(change, true, false);
    assertThat(rapport.changements().stream().map(Difference::toString))
        .hasSize(3)
        .contains(
            "~ bureaux « Accueil », titre\u00a0: Accueil : le guichet → Guichet",
            "+ bureaux « Cave »\u00a0: ajouté");
    assertThat(exporter()).isEqualTo(avant);
    importer(change);
    assertThat(exporter()).contains("titre: Guichet", "nom: Cave");
  }

  @Test
  void l_absent_est_dit_et_garde_puis_ote_s_il_ne_sert_pas() throws Exception {
    importer(TOUT);
    executer(
        "INSERT INTO bureau (id, collectivite_id, nom_court, titre) SELECT 9001, id, 'Inutile', 'Inutile' FROM collectivite");
    executer(
        "INSERT INTO circuit (id, collectivite_id, nom) SELECT 9002, id, 'Orphelin' FROM collectivite");
    executer(
        "INSERT INTO etape_modele (id, collectivite_id, circuit_id, rang, action, designation, bureau_id) SELECT 9003, id, 9002, 1, 'VISA', 'BUREAU', 9001 FROM collectivite");
    assertThat(importer(TOUT, false, false).absents()).hasSize(2);
    assertThat(exporter()).contains("Inutile", "Orphelin");
    assertThat(importer(TOUT, false, true).changements())
        .extracting(Difference::genre)
        .containsOnly(Difference.Genre.RETRAIT);
    assertThat(exporter()).doesNotContain("Inutile", "Orphelin");
  }

  @Test
  void ce_qui_sert_encore_reste_meme_quand_on_elague() throws Exception {
    importer(TOUT);
    String sansMaire =
        """
        paraphe: 1
        collectivite: {domaine: ville, titre: Ville}
        """;
    RapportImportation rapport = importer(sansMaire, false, true);
    assertThat(rapport.absents()).extracting(Difference::nom).contains("Maire", "anne", "Accueil");
    assertThat(exporter()).contains("nom: Maire", "identifiant: anne");
  }

  @Test
  void un_import_est_au_journal_de_la_collectivite_et_la_chaine_tient() throws Exception {
    importer(TOUT);
    importer(TOUT.replace("titre: \"Accueil : le guichet\"", "titre: Guichet"));
    assertThat(
            Commune.compter(
                base,
                "SELECT count(*) FROM evenement_systeme WHERE nature = 'BUREAU_MODIFIER' AND objet = 'Accueil' AND detail->0->>'apres' = 'Guichet'"))
        .isEqualTo(1);
    long lignes = Commune.compter(base, "SELECT count(*) FROM evenement_systeme");
    assertThat(Commune.compter(base, "SELECT journal_rang FROM collectivite")).isEqualTo(lignes);
    importer(TOUT.replace("titre: \"Accueil : le guichet\"", "titre: Guichet"));
    assertThat(Commune.compter(base, "SELECT count(*) FROM evenement_systeme")).isEqualTo(lignes);
  }

  @Test
  void le_mot_de_passe_d_un_compte_connu_n_est_jamais_touche() throws Exception {
    importer(TOUT);
    executer("UPDATE utilisateur SET mot_de_passe = 'le-sien'");
    importer(TOUT.replace("prenom: Anne", "prenom: Annie, empreinte: $2b$10$autre"));
    assertThat(
            Commune.compter(
                base, "SELECT count(*) FROM utilisateur WHERE mot_de_passe = 'le-sien'"))
        .isEqualTo(2);
  }

  @Test
  void un_nom_ecrit_deux_fois_est_refuse_sans_egard_a_la_casse() {
    refuse(TOUT.replace("  - {nom: Maire,", "  - {nom: ACCUEIL}\n  - {nom: Maire,"), "déjà écrit");
    refuse(TOUT.replace("nom: libre", "nom: Simple"), "déjà écrit");
    refuse(TOUT.replace("identifiant: Bob", "identifiant: ANNE"), "déjà écrit");
  }

  @Test
  void ce_qui_ne_mene_a_rien_ou_tourne_en_rond_est_refuse() {
    refuse(TOUT.replace("membres: [anne]", "membres: [zoe]"), "« zoe » n’existe pas");
    refuse(
        TOUT.replace("nom: Élus, membres", "nom: Élus, parent: Adjoints, membres"),
        "dans lui-même");
    refuse(TOUT.replace("nom: Maire, ", "nom: Maire, superieur: Accueil, "), "propre supérieur");
    refuse(TOUT.replace("nom: pied, cible", "nom: tête, cible"), "le calque « tête »");
    refuse(TOUT.replace("bureaux: [Maire, Accueil]", "bureau: Maire"), "mode OU ou ET");
    refuse(TOUT.replace("alias: sceau, essai: oui", "alias: absent"), "n’est pas sur ce serveur");
    refuse(TOUT.replace("requis: 1", "requis: beaucoup"), "nombre entier");
    refuse(TOUT.replace("reglages: {k: v}", "reglages: [k]"), "attend un ensemble");
  }

  @Test
  void les_noms_d_une_autre_collectivite_n_existent_pas_ici() throws Exception {
    importer(TOUT);
    String autre =
        """
        paraphe: 1
        collectivite: {domaine: autre, titre: Autre}
        bureaux:
          - {nom: Guichet, superieur: Maire, proprietaires: [anne]}
        """;
    assertThatThrownBy(() -> importer(autre))
        .isInstanceOf(ImportationRefusee.class)
        .hasMessageContaining("le bureau « Maire » n’existe pas")
        .hasMessageContaining("l’utilisateur « anne » n’existe pas");
    assertThat(new Exportation(base).exporter("autre")).isEmpty();
  }

  @Test
  void ce_que_le_format_ne_sait_pas_dire_n_est_ni_perdu_ni_efface() throws Exception {
    importer(TOUT);
    executer("UPDATE circuit SET fin = CAST('{\"emetteur\": true}' AS jsonb)");
    assertThatThrownBy(this::exporter)
        .isInstanceOf(Empechement.class)
        .hasMessageContaining("le circuit « complet »");
    assertThatThrownBy(() -> importer(TOUT)).isInstanceOf(Empechement.class);
  }

  @Test
  void mille_bureaux_s_importent_en_peu_d_appels() throws Exception {
    StringBuilder yaml =
        new StringBuilder("paraphe: 1\ncollectivite: {domaine: ville, titre: Ville}\nbureaux:\n");
    for (int i = 0; i < 1000; i++) {
      yaml.append("  - {nom: Bureau ").append(i).append("}\n");
    }
    assertThat(importer(yaml.toString()).envois()).isLessThan(120);
  }

  private void refuse(String yaml, String phrase) {
    assertThatThrownBy(() -> importer(yaml))
        .isInstanceOf(ImportationRefusee.class)
        .hasMessageContaining(phrase);
    assertThat(Commune.compter(base, "SELECT count(*) FROM collectivite")).isZero();
  }

  private RapportImportation importer(String yaml) throws Exception {
    return importer(yaml, false, false);
  }

  private RapportImportation importer(String yaml, boolean aBlanc, boolean elaguer)
      throws Exception {
    Importation importation =
        new Importation(
            base,
            new CachetServeur(null, new ClesInstallation(donnees.resolve("cles")), new Horloge()));
    return importation.importer(
        "ville.yaml",
        new StringReader(yaml),
        new OptionsImportation(MotDePasseInitial.AUCUN, aBlanc, elaguer));
  }

  private String exporter() throws Exception {
    return new Exportation(base).exporter("ville").orElseThrow();
  }

  private void executer(String sql) throws Exception {
    try (Ordres ordres = Ordres.ouvrir(base)) {
      ordres.executer(sql);
    }
  }
}
