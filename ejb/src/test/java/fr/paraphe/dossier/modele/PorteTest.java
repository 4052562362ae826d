package fr.paraphe.dossier.modele;

import static fr.paraphe.dossier.modele.UnActe.avis;
import static fr.paraphe.dossier.modele.UnActe.heure;
import static fr.paraphe.dossier.modele.UnActe.par;
import static fr.paraphe.dossier.modele.UnActeur.proprietaire;
import static fr.paraphe.dossier.modele.UnActeur.unActeur;
import static fr.paraphe.dossier.modele.UnDossier.cachet;
import static fr.paraphe.dossier.modele.UnDossier.signature;
import static fr.paraphe.dossier.modele.UnDossier.unDossier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.socle.ErreurMetier;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PorteTest {

  private static final Acteur CAMILLE = proprietaire("Camille Agent", "Courrier");
  private static final Acteur CLAIRE = proprietaire("Claire Directrice", "DGS");
  private static final Acteur DENIS = proprietaire("Denis Second", "DGS");
  private static final Acteur PAUL = proprietaire("Paul Maire", "Maire");
  private static final Acteur HUGO = proprietaire("Hugo Voisin", "Voirie");

  private final Porte porte = new Porte(LaMairie::nom);

  private ErreurMetier refus(Acteur acteur, Dossier dossier, Action action, Avis avis) {
    return catchThrowableOfType(
        ErreurMetier.class, () -> porte.franchir(acteur, dossier, action, avis));
  }

  private ErreurMetier refus(Acteur acteur, Dossier dossier, Action action) {
    return refus(acteur, dossier, action, Avis.SANS);
  }

  private static Avis vuAu(int repere) {
    return new Avis("motif", "", OptionalInt.of(repere));
  }

  private static Dossier vise() {
    Dossier dossier = unDossier().transmis();
    dossier.viser(par("Claire Directrice").pour("DGS").a("09:42").acte());
    return dossier;
  }

  @Test
  void qui_a_la_charge_de_l_etape_passe_en_son_nom() {
    assertThat(porte.franchir(CLAIRE, unDossier().transmis(), Action.VISER, Avis.SANS))
        .isEqualTo(new Auteur(CLAIRE.id(), "Claire Directrice", LaMairie.bureau("DGS"), null));
  }

  @Test
  void le_delegue_passe_au_nom_du_bureau_qui_delegue() {
    Acteur delegue = unActeur("Hugo Voisin").delegueDe("DGS", heure("00:00")).acteur();
    assertThat(porte.franchir(delegue, unDossier().transmis(), Action.VISER, Avis.SANS))
        .isEqualTo(new Auteur(HUGO.id(), "Hugo Voisin", LaMairie.bureau("DGS"), 900));
  }

  @Test
  void un_dossier_illisible_est_introuvable_dans_les_mots_d_un_dossier_inconnu() {
    ErreurMetier refus = refus(HUGO, unDossier().transmis(), Action.VISER);
    assertThat(refus.code()).isEqualTo(ErreurDossier.INTROUVABLE);
    assertThat(refus).hasMessage("Dossier Délibération 12 introuvable.");
    assertThat(refus).hasMessage(Porte.introuvable(UnDossier.ID).getMessage());
  }

  @Test
  void un_repere_perime_ne_revele_rien_a_qui_ne_peut_pas_lire() {
    assertThat(refus(HUGO, unDossier().transmis(), Action.VISER, vuAu(0)).code())
        .isEqualTo(ErreurDossier.INTROUVABLE);
  }

  @Test
  void le_second_viseur_apprend_qui_a_vise_et_a_quelle_heure_de_paris() {
    ErreurMetier refus = refus(DENIS, vise(), Action.VISER);
    assertThat(refus.code()).isEqualTo(ErreurDossier.DEJA_TRAITE);
    assertThat(refus).hasMessage("Claire Directrice l’a déjà visé le 02/03/2026 à 10:42.");
  }

  @Test
  void le_delegue_devance_apprend_qui_l_a_devance() {
    Acteur delegue = unActeur("Hugo Voisin").delegueDe("DGS", heure("00:00")).acteur();
    assertThat(refus(delegue, vise(), Action.VISER))
        .hasMessage("Claire Directrice l’a déjà visé le 02/03/2026 à 10:42.");
  }

  @Test
  void l_heure_d_ete_est_celle_de_paris() {
    Dossier dossier = unDossier().transmis();
    Circonstance ete =
        new Circonstance(
            par("Claire Directrice").pour("DGS").acte().auteur(),
            java.time.Instant.parse("2026-07-14T22:05:00Z"),
            Avis.SANS,
            LaMairie::nom);
    dossier.viser(ete);
    assertThat(refus(DENIS, dossier, Action.VISER))
        .hasMessage("Claire Directrice l’a déjà visé le 15/07/2026 à 0:05.");
  }

  @Test
  void deux_fois_le_meme_acte_est_un_conflit() {
    assertThat(refus(CLAIRE, vise(), Action.VISER).code()).isEqualTo(ErreurDossier.DEJA_TRAITE);
    assertThat(refus(CAMILLE, unDossier().transmis(), Action.TRANSMETTRE))
        .hasMessage("Camille Agent l’a déjà transmis le 02/03/2026 à 9:05.");
  }

  @Test
  void chaque_decision_a_son_participe() {
    Dossier rejete = unDossier().transmis();
    rejete.rejeter(par("Claire Directrice").pour("DGS").annotant("non").acte());
    assertThat(refus(DENIS, rejete, Action.VISER)).hasMessageContaining("l’a déjà rejeté le");

    Dossier signe = unDossier().surCircuit(signature("Maire")).transmis();
    signe.signer(par("Paul Maire").pour("Maire").acte());
    assertThat(refus(PAUL, signe, Action.SIGNER)).hasMessageContaining("l’a déjà signé le");

    Dossier cachete = unDossier().surCircuit(cachet("Maire")).transmis();
    cachete.cacheter(par("Paul Maire").pour("Maire").acte());
    assertThat(refus(PAUL, cachete, Action.CACHETER)).hasMessageContaining("l’a déjà cacheté le");
  }

  @Test
  void un_repere_perime_nomme_la_derniere_decision() {
    Dossier dossier = vise();
    ErreurMetier refus = refus(PAUL, dossier, Action.SIGNER, vuAu(Etape.PAS));
    assertThat(refus.code()).isEqualTo(ErreurDossier.DEJA_TRAITE);
    assertThat(refus).hasMessageStartingWith("Claire Directrice l’a déjà visé");
  }

  @Test
  void de_deux_decisions_au_meme_instant_la_plus_avancee_est_nommee() {
    Dossier dossier = unDossier().transmis();
    dossier.viser(par("Claire Directrice").pour("DGS").a("08:05").acte());
    assertThat(refus(PAUL, dossier, Action.SIGNER, vuAu(0)))
        .hasMessage("Claire Directrice l’a déjà visé le 02/03/2026 à 9:05.");
  }

  @Test
  void un_repere_a_jour_passe() {
    Dossier dossier = vise();
    assertThat(porte.franchir(PAUL, dossier, Action.SIGNER, vuAu(Porte.repere(dossier))).bureau())
        .isEqualTo(LaMairie.bureau("Maire"));
  }

  @Test
  void un_repere_perime_sans_decision_dit_que_le_dossier_a_change() {
    ErreurMetier refus = refus(CAMILLE, unDossier().brouillon(), Action.TRANSMETTRE, vuAu(500));
    assertThat(refus.code()).isEqualTo(ErreurDossier.MODIFIE_ENTRE_TEMPS);
    assertThat(refus).hasMessage("Ce dossier a changé depuis que vous l’avez ouvert.");
  }

  @Test
  void un_dossier_sorti_de_la_circulation_n_a_plus_de_repere() {
    Dossier dossier = unDossier().brouillon();
    assertThat(Porte.repere(dossier)).isZero();
    dossier.effacer(par("Camille Agent").acte());
    assertThat(Porte.repere(dossier)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n\t", "\u2003"})
  void un_rejet_sans_motif_est_refuse(String motif) {
    ErreurMetier refus =
        refus(CLAIRE, unDossier().transmis(), Action.REJETER, avis(motif, "une annotation privée"));
    assertThat(refus.code()).isEqualTo(ErreurDossier.MOTIF_EXIGE);
    assertThat(refus).hasMessage("Un rejet demande un motif : écrivez ce qui doit être corrigé.");
  }

  @ParameterizedTest
  @CsvSource({"4000,0,true", "0,4000,true", "4000,4000,true", "4001,0,false", "0,4001,false"})
  void une_annotation_a_4000_caracteres_au_plus(int publique, int privee, boolean admise) {
    ErreurMetier refus =
        refus(
            CLAIRE,
            unDossier().transmis(),
            Action.VISER,
            avis("a".repeat(publique), "b".repeat(privee)));
    if (admise) {
      assertThat(refus).isNull();
    } else {
      assertThat(refus.code()).isEqualTo(ErreurDossier.ANNOTATION_TROP_LONGUE);
      assertThat(refus).hasMessage("Une annotation ne peut pas dépasser 4000 caractères.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TRANSMETTRE,transmettre",
    "VISER,viser",
    "SIGNER,signer",
    "CACHETER,cacheter",
    "REJETER,rejeter",
    "ARCHIVER,archiver",
    "EFFACER,supprimer"
  })
  void un_acte_qui_n_est_pas_attendu_est_refuse_par_son_verbe(Action action, String verbe) {
    ErreurMetier refus = refus(PAUL, unDossier().transmis(), action, Avis.publique("motif"));
    assertThat(refus.code()).isEqualTo(ErreurDossier.ACTION_INTERDITE);
    assertThat(refus)
        .hasMessage(
            "Vous ne pouvez pas "
                + verbe
                + " ce dossier maintenant : il n’attend pas cet acte de vous.");
  }

  @Test
  void un_dossier_rejete_ne_peut_plus_etre_vise() {
    Dossier dossier = unDossier().transmis();
    dossier.rejeter(par("Claire Directrice").pour("DGS").annotant("non").acte());
    assertThat(refus(CLAIRE, dossier, Action.VISER).code()).isEqualTo(ErreurDossier.DEJA_TRAITE);
    assertThat(refus(PAUL, dossier, Action.SIGNER).code())
        .isEqualTo(ErreurDossier.ACTION_INTERDITE);
    assertThat(refus(CAMILLE, dossier, Action.TRANSMETTRE).code())
        .isEqualTo(ErreurDossier.DEJA_TRAITE);
  }

  @Test
  void un_dossier_supprime_n_existe_plus_pour_personne() {
    Dossier dossier = unDossier().brouillon();
    dossier.effacer(par("Camille Agent").acte());
    for (Action action : Action.values()) {
      assertThat(refus(CAMILLE, dossier, action).code()).isEqualTo(ErreurDossier.INTROUVABLE);
    }
  }

  @Test
  void un_refus_ne_change_rien_au_dossier() {
    Dossier dossier = vise();
    Publication.faits(dossier);
    for (Acteur acteur : new Acteur[] {CAMILLE, CLAIRE, HUGO, DENIS}) {
      for (Action action : Action.values()) {
        refus(acteur, dossier, action, vuAu(100));
      }
    }
    assertThat(dossier.etat()).isEqualTo(EtatDossier.EN_COURS);
    assertThat(dossier.courante())
        .get()
        .extracting(Etape::bureau)
        .isEqualTo(LaMairie.bureau("Maire"));
    assertThat(dossier.etapes()).filteredOn(Etape::decidee).hasSize(2);
    assertThat(Publication.faits(dossier)).isEmpty();
  }
}
