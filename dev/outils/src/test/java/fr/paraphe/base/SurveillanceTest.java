package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.CritereSurveillance;
import fr.paraphe.dossier.DossierSurveille;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Surveillance;
import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Les dossiers en circulation, vus par qui les administre. */
class SurveillanceTest {

  @TempDir static Path donnees;
  private static Mairie mairie;

  @BeforeAll
  static void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    mairie.sql("UPDATE utilisateur SET role = 'ADMIN' WHERE identifiant = 'dgs'");
  }

  @AfterAll
  static void fermer() throws Exception {
    mairie.fermerSaine();
  }

  private static IdentifiantDossier deposer(String id) {
    return mairie.deposer("ws@demo", "Courrier", "simple", id, "").identifiant();
  }

  private static Lot<DossierSurveille> chercher(String login, String texte) {
    return mairie.lire(
        login,
        () ->
            surveillance()
                .chercher(
                    new CritereSurveillance(
                        texte,
                        "",
                        Optional.empty(),
                        OptionalInt.empty(),
                        false,
                        new Tranche(0, 20))));
  }

  private static Surveillance surveillance() {
    return mairie.atelier.bean(Surveillance.class);
  }

  private static Void retirer(String login, IdentifiantDossier id, String motif) {
    return mairie.faire(login, () -> surveillance().retirer(id, motif));
  }

  @Test
  void l_administrateur_trouve_un_dossier_par_un_morceau_de_son_nom_et_voit_ou_il_attend() {
    deposer("surveille-1");
    assertThat(chercher("dgs@demo", "SURVEILLE-1").lignes())
        .extracting(d -> d.id().valeur(), DossierSurveille::bureau)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("surveille-1", "DGS"));
    assertThat(chercher("dgs@demo", "surveille%1").lignes()).isEmpty();
  }

  @Test
  void qui_n_administre_rien_ne_cherche_pas() {
    Mairie.refuse(
        ErreurOrganisation.ADMINISTRATION_INTERDITE, null, () -> chercher("ws@demo", "").total());
    Mairie.refuse(
        ErreurOrganisation.ADMINISTRATION_INTERDITE,
        null,
        () -> chercher("agent@agglo", "").total());
  }

  @Test
  void un_retrait_sort_le_dossier_de_partout_et_garde_son_motif() {
    IdentifiantDossier id = deposer("surveille-2");
    retirer("dgs@demo", id, "Déposé deux fois");
    assertThat(chercher("dgs@demo", "surveille-2").total()).isZero();
    Mairie.refuse(ErreurDossier.INTROUVABLE, null, () -> retirer("dgs@demo", id, "Encore"));
    assertThat(mairie.textes("SELECT annotation FROM evenement WHERE nature = 'RETRAIT'"))
        .contains("Déposé deux fois");
  }

  @Test
  void un_retrait_demande_un_motif_et_d_administrer_ce_dossier() {
    IdentifiantDossier id = deposer("surveille-3");
    Mairie.refuse(ErreurDossier.MOTIF_EXIGE, null, () -> retirer("dgs@demo", id, " "));
    Mairie.refuse(
        ErreurDossier.ACTION_INTERDITE, null, () -> retirer("ws@demo", id, "Je n’en veux plus"));
    Mairie.refuse(ErreurDossier.INTROUVABLE, null, () -> retirer("agent@agglo", id, "Pas le mien"));
    assertThat(chercher("dgs@demo", "surveille-3").total()).isOne();
  }

  @Test
  void le_journal_d_un_dossier_se_lit_sans_ses_documents() {
    IdentifiantDossier id = deposer("surveille-4");
    assertThat(mairie.lire("dgs@demo", () -> surveillance().journal(id))).isNotEmpty();
    Mairie.refuse(
        ErreurDossier.INTROUVABLE,
        null,
        () -> mairie.lire("agent@agglo", () -> surveillance().journal(id)));
  }
}
