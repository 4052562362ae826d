package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.Brouillon;
import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.FicheDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Origine;
import fr.paraphe.dossier.Piece;
import fr.paraphe.dossier.Redaction;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.typologie.ErreurTypologie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Récrire un brouillon et reprendre un rejet, par les frontières ; fsck rejoue le tout. */
class RedactionTest {

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

  private static Redaction redaction() {
    return mairie.atelier.bean(Redaction.class);
  }

  private static IdentifiantDossier rejete(String id) {
    IdentifiantDossier dossier =
        mairie.deposer("ws@demo", "Courrier", "simple", id, "").identifiant();
    mairie.faire(
        "dgs@demo", () -> mairie.instruction().rejeter(dossier, Avis.publique("À revoir")));
    return dossier;
  }

  private static CreerDossier texte(
      String titre, String sousType, boolean emettre, Piece... principaux) {
    return new CreerDossier(
        Optional.empty(),
        titre,
        "Courrier",
        sousType,
        Visibilite.PUBLIC,
        null,
        List.of(principaux),
        Optional.empty(),
        List.of(),
        Map.of(),
        "",
        "",
        Optional.empty(),
        null,
        Origine.WEB,
        emettre);
  }

  private static Piece piece(String nom) {
    return mairie.piece("ws@demo", nom, nom.getBytes(StandardCharsets.UTF_8));
  }

  private static Void modifier(String login, IdentifiantDossier id, CreerDossier commande) {
    return mairie.atelier.horsTransaction(
        login,
        () -> {
          redaction().modifier(id, commande);
          return null;
        });
  }

  private static Void corriger(String login, IdentifiantDossier id) {
    return mairie.faire(login, () -> redaction().corriger(id));
  }

  private static FicheDossier fiche(IdentifiantDossier id) {
    return mairie.lire("ws@demo", () -> mairie.consultation().fiche(id));
  }

  @Test
  void un_rejet_se_corrige_se_recrit_et_repart_au_debut_du_circuit() {
    IdentifiantDossier id = rejete("redaction-1");
    corriger("ws@demo", id);
    assertThat(fiche(id).etat()).isEqualTo(EtatDossier.BROUILLON);
    Brouillon brouillon = mairie.lire("ws@demo", () -> redaction().brouillon(id));
    assertThat(brouillon.principaux()).hasSize(1);

    modifier("ws@demo", id, texte("Titre corrigé", "simple", true, piece("corrige.txt")));

    FicheDossier corrige = fiche(id);
    assertThat(corrige.etat()).isEqualTo(EtatDossier.EN_COURS);
    assertThat(corrige.titre()).isEqualTo("Titre corrigé");
    assertThat(corrige.visibilite()).isEqualTo(Visibilite.PUBLIC);
    assertThat(corrige.documents()).extracting(d -> d.nom()).containsExactly("corrige.txt");
    assertThat(mairie.bannette("dgs@demo", Mairie.DGS, Bannette.A_TRAITER)).contains(id.valeur());
    assertThat(mairie.lire("ws@demo", () -> mairie.consultation().historique(id)))
        .extracting(l -> l.annotation())
        .contains("À revoir", "Dossier repris pour correction");
  }

  @Test
  void corriger_n_est_qu_a_l_emetteur_d_un_rejet() {
    IdentifiantDossier id = rejete("redaction-2");
    Mairie.refuse(ErreurDossier.INTROUVABLE, null, () -> corriger("agent@agglo", id));
    Mairie.refuse(null, null, () -> corriger("dgs@demo", id));
    corriger("ws@demo", id);
    Mairie.refuse(null, null, () -> corriger("ws@demo", id));
  }

  @Test
  void un_dossier_en_cours_ne_se_recrit_pas_et_rien_ne_change() {
    IdentifiantDossier id =
        mairie.deposer("ws@demo", "Courrier", "simple", "redaction-3", "").identifiant();
    Piece piece = piece("trop-tard.txt");
    Mairie.refuse(
        ErreurDossier.DEJA_TRAITE,
        null,
        () -> modifier("ws@demo", id, texte("Trop tard", "simple", false, piece)));
    Mairie.refuse(
        ErreurDossier.DEJA_TRAITE,
        null,
        () -> mairie.lire("ws@demo", () -> redaction().brouillon(id)));
    assertThat(fiche(id).titre()).isEqualTo("Dossier d’essai");
  }

  @Test
  void une_demande_mauvaise_laisse_le_brouillon_tel_quel() {
    IdentifiantDossier id = rejete("redaction-4");
    corriger("ws@demo", id);
    Piece piece = piece("bonne.txt");
    Mairie.refuse(
        ErreurDossier.DOCUMENT_EXIGE,
        null,
        () -> modifier("ws@demo", id, texte("Sans document", "simple", true)));
    Mairie.refuse(
        ErreurTypologie.SOUS_TYPE_INCONNU,
        null,
        () -> modifier("ws@demo", id, texte("Sans nature", "inconnu", true, piece)));
    Mairie.refuse(
        ErreurDossier.TITRE_INVALIDE,
        null,
        () -> modifier("ws@demo", id, texte("Deux\nlignes", "simple", true, piece)));
    assertThat(fiche(id).titre()).isEqualTo("Dossier d’essai");
    assertThat(fiche(id).etat()).isEqualTo(EtatDossier.BROUILLON);
  }

  @Test
  void un_document_en_moins_quitte_le_brouillon() {
    IdentifiantDossier id = rejete("redaction-5");
    corriger("ws@demo", id);
    CreerDossier avecAnnexe =
        new CreerDossier(
            Optional.empty(),
            "Avec annexe",
            "Courrier",
            "simple",
            Visibilite.SERVICE,
            null,
            List.of(piece("principal.txt")),
            Optional.empty(),
            List.of(piece("annexe.txt")),
            Map.of(),
            "",
            "",
            Optional.empty(),
            null,
            Origine.WEB,
            false);
    modifier("ws@demo", id, avecAnnexe);
    assertThat(fiche(id).documents()).hasSize(2);
    modifier("ws@demo", id, texte("Sans annexe", "simple", false, piece("principal.txt")));
    assertThat(fiche(id).documents()).extracting(d -> d.nom()).containsExactly("principal.txt");
  }
}
