package fr.paraphe.dossier.modele;

import static fr.paraphe.dossier.modele.UnActe.par;
import static fr.paraphe.dossier.modele.UnActeur.proprietaire;
import static fr.paraphe.dossier.modele.UnDossier.signature;
import static fr.paraphe.dossier.modele.UnDossier.unDossier;
import static fr.paraphe.dossier.modele.UnDossier.visa;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.FaitsDossier;
import fr.paraphe.dossier.NatureFait;
import fr.paraphe.dossier.Statut;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.socle.ErreurMetier;
import org.junit.jupiter.api.Test;

/** Corriger et émettre à nouveau (features.md §3.2, RAZ). */
class CorrectionTest {

  private static final Acteur AGENT = proprietaire("Camille Agent", "Courrier");
  private static final Acteur MAIRE = proprietaire("Paul Maire", "Maire");

  private static Dossier rejete() {
    Dossier dossier = unDossier().surCircuit(visa("DGS"), signature("Maire")).transmis();
    dossier.viser(par("Claire Directrice").pour("DGS").a("09:00").acte());
    dossier.rejeter(par("Paul Maire").pour("Maire").a("09:30").annotant("à revoir").acte());
    return dossier;
  }

  private static void corriger(Dossier dossier) {
    dossier.corriger(par("Camille Agent").a("10:00").acte());
  }

  private static void franchir(Acteur acteur, Dossier dossier) {
    new Porte(LaMairie::nom).franchir(acteur, dossier, Action.CORRIGER, Avis.SANS);
  }

  @Test
  void un_dossier_rejete_redevient_un_brouillon_au_tour_suivant() {
    Dossier dossier = rejete();
    corriger(dossier);
    assertThat(dossier.etat()).isEqualTo(EtatDossier.BROUILLON);
    assertThat(dossier.statut()).isEqualTo(Statut.NON_LU);
    assertThat(dossier.emisLe()).isNull();
    Etape courante = dossier.courante().orElseThrow();
    assertThat(courante.action()).isEqualTo(ActionDemandee.EMISSION);
    assertThat(courante.tour()).isEqualTo(2);
    assertThat(Droits.actions(AGENT, dossier))
        .contains(Action.TRANSMETTRE, Action.MODIFIER, Action.EFFACER);
  }

  @Test
  void le_tour_refuse_garde_ses_decisions_et_le_nouveau_recommence_au_debut() {
    Dossier dossier = rejete();
    corriger(dossier);
    dossier.transmettre(par("Camille Agent").a("10:05").acte());
    assertThat(dossier.courante().orElseThrow().bureau()).isEqualTo(LaMairie.bureau("DGS"));
    assertThat(dossier.etapes())
        .filteredOn(e -> e.tour() == 1)
        .extracting(e -> e.decision().orElse(null))
        .containsExactly(
            Decision.EMIS, Decision.VISE, Decision.REJETE, Decision.SANS_OBJET, Decision.CORRIGE);
  }

  @Test
  void les_signatures_du_tour_refuse_quittent_le_document() {
    Dossier dossier = unDossier().surCircuit(signature("Maire"), visa("DGS")).transmis();
    Document document = dossier.documents().get(0);
    long origine = document.blob();
    document.signer(origine + 1000);
    dossier.signer(par("Paul Maire").pour("Maire").a("09:00").acte());
    dossier.rejeter(par("Claire Directrice").pour("DGS").a("09:30").annotant("non").acte());
    corriger(dossier);
    assertThat(document.blob()).isEqualTo(origine);
  }

  @Test
  void le_journal_dit_la_reprise_et_le_service_classique_la_voit() {
    Dossier dossier = rejete();
    Publication.faits(dossier);
    corriger(dossier);
    assertThat(Publication.faits(dossier))
        .extracting(
            FaitsDossier.Ligne::nature, FaitsDossier.Ligne::statut, FaitsDossier.Ligne::visible)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(NatureFait.CORRECTION, Statut.NON_LU, true));
  }

  @Test
  void seul_le_bureau_emetteur_corrige_et_seulement_un_rejet() {
    assertThatThrownBy(() -> franchir(MAIRE, rejete()))
        .isInstanceOf(ErreurMetier.class)
        .extracting(e -> ((ErreurMetier) e).code())
        .isIn(ErreurDossier.ACTION_INTERDITE, ErreurDossier.DEJA_TRAITE);
    Dossier enCours = unDossier().surCircuit(visa("DGS")).transmis();
    assertThatThrownBy(() -> franchir(AGENT, enCours)).isInstanceOf(ErreurMetier.class);
    Dossier corrige = rejete();
    corriger(corrige);
    assertThatThrownBy(() -> franchir(AGENT, corrige)).isInstanceOf(ErreurMetier.class);
  }

  @Test
  void un_second_rejet_se_corrige_aussi() {
    Dossier dossier = rejete();
    corriger(dossier);
    dossier.transmettre(par("Camille Agent").a("10:05").acte());
    dossier.rejeter(par("Claire Directrice").pour("DGS").a("10:30").annotant("encore").acte());
    corriger(dossier);
    assertThat(dossier.courante().orElseThrow().tour()).isEqualTo(3);
  }
}
