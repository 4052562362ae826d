package fr.paraphe.dossier.modele;

import static fr.paraphe.dossier.modele.UnActe.par;
import static fr.paraphe.dossier.modele.UnActeur.proprietaire;
import static fr.paraphe.dossier.modele.UnActeur.unActeur;
import static fr.paraphe.dossier.modele.UnDossier.unDossier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.EtapeResolue;
import fr.paraphe.circuit.Mode;
import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.FaitsDossier;
import fr.paraphe.dossier.NatureFait;
import fr.paraphe.dossier.Statut;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.socle.ErreurMetier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Les étapes parallèles : OU, ET, n parmi m (features.md C10, V1). */
class EtapesParallelesTest {

  private static final Acteur DIRECTRICE = proprietaire("Claire Directrice", "DGS");
  private static final Acteur ADJOINTE = proprietaire("Anne Adjointe", "Premier adjoint");
  private static final Acteur VOISIN = proprietaire("Hugo Voisin", "Voirie");

  private static EtapeResolue[] visas(Mode mode, Integer requis, String... bureaux) {
    List<EtapeResolue> etapes = new ArrayList<>();
    for (String bureau : bureaux) {
      etapes.add(
          new EtapeResolue(
              ActionDemandee.VISA, LaMairie.bureau(bureau), mode, etapes.size(), requis));
    }
    etapes.add(UnDossier.signature("Maire"));
    etapes.add(UnDossier.etape(ActionDemandee.ARCHIVAGE, "Archives"));
    return etapes.toArray(EtapeResolue[]::new);
  }

  private static Dossier en(Mode mode, Integer requis, String... bureaux) {
    return unDossier().surCircuit(visas(mode, requis, bureaux)).transmis();
  }

  private static Circonstance claire(String heure) {
    return par("Claire Directrice").pour("DGS").a(heure).acte();
  }

  private static Circonstance anne(String heure) {
    return par("Anne Adjointe").pour("Premier adjoint").a(heure).acte();
  }

  private static List<String> attendus(Dossier dossier) {
    return dossier.actives().stream().map(e -> LaMairie.nom(e.bureau())).toList();
  }

  private static void franchir(Acteur acteur, Dossier dossier) {
    new Porte(LaMairie::nom).franchir(acteur, dossier, Action.VISER, Avis.SANS);
  }

  @Test
  void tous_les_bureaux_d_un_rang_attendent_ensemble() {
    Dossier dossier = en(Mode.ET, null, "DGS", "Premier adjoint");
    assertThat(attendus(dossier)).containsExactly("DGS", "Premier adjoint");
    assertThat(Droits.actions(DIRECTRICE, dossier)).contains(Action.VISER, Action.REJETER);
    assertThat(Droits.actions(ADJOINTE, dossier)).contains(Action.VISER, Action.REJETER);
    assertThat(Droits.actions(VOISIN, dossier)).isEmpty();
  }

  @Test
  void en_mode_ou_la_premiere_decision_suffit() {
    Dossier dossier = en(Mode.OU, null, "DGS", "Premier adjoint");
    dossier.viser(anne("09:00"));
    assertThat(attendus(dossier)).containsExactly("Maire");
    assertThat(dossier.etapes().get(1).sansObjet()).isTrue();
    assertThat(dossier.etapes().get(2).decision()).contains(Decision.VISE);
  }

  @Test
  void en_mode_ou_le_second_apprend_qui_l_a_devance() {
    Dossier dossier = en(Mode.OU, null, "DGS", "Premier adjoint");
    dossier.viser(anne("09:00"));
    assertThatThrownBy(() -> franchir(DIRECTRICE, dossier))
        .isInstanceOf(ErreurMetier.class)
        .hasMessageStartingWith("Anne Adjointe l’a déjà visé")
        .extracting(e -> ((ErreurMetier) e).code())
        .isEqualTo(ErreurDossier.DEJA_TRAITE);
  }

  @Test
  void en_mode_et_le_dossier_attend_chacun() {
    Dossier dossier = en(Mode.ET, null, "DGS", "Premier adjoint");
    dossier.viser(claire("09:00"));
    assertThat(attendus(dossier)).containsExactly("Premier adjoint");
    assertThat(Droits.actions(DIRECTRICE, dossier)).doesNotContain(Action.VISER, Action.REJETER);
    dossier.viser(anne("09:30"));
    assertThat(attendus(dossier)).containsExactly("Maire");
  }

  @Test
  void tant_qu_un_bureau_manque_la_derniere_ligne_n_est_pas_une_decision() {
    Dossier dossier = en(Mode.ET, null, "DGS", "Premier adjoint");
    Publication.faits(dossier);
    dossier.viser(claire("09:00"));
    assertThat(dossier.statut()).isEqualTo(Statut.EN_COURS_VISA);
    assertThat(Publication.faits(dossier))
        .extracting(FaitsDossier.Ligne::nature, FaitsDossier.Ligne::annotation)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(NatureFait.VISA, "Visa sur dossier"),
            org.assertj.core.groups.Tuple.tuple(
                NatureFait.ATTENTE, "Dossier déposé sur le bureau Premier adjoint pour Visa"));
  }

  @Test
  void une_arrivee_est_dite_pour_chaque_bureau() {
    Dossier dossier = en(Mode.ET, null, "DGS", "Premier adjoint");
    assertThat(Publication.faits(dossier))
        .filteredOn(l -> l.nature() == NatureFait.ARRIVEE)
        .extracting(FaitsDossier.Ligne::annotation)
        .containsExactly(
            "Dossier déposé sur le bureau DGS pour Visa",
            "Dossier déposé sur le bureau Premier adjoint pour Visa");
  }

  @Test
  void deux_parmi_trois_suffisent_quand_deux_sont_requis() {
    Dossier dossier = en(Mode.ET, 2, "DGS", "Premier adjoint", "Voirie");
    dossier.viser(claire("09:00"));
    assertThat(attendus(dossier)).containsExactly("Premier adjoint", "Voirie");
    dossier.viser(anne("09:30"));
    assertThat(attendus(dossier)).containsExactly("Maire");
    assertThat(dossier.etapes().get(3).sansObjet()).isTrue();
  }

  @Test
  void plus_de_decisions_requises_que_de_bureaux_vaut_tous() {
    Dossier dossier = en(Mode.ET, 5, "DGS", "Premier adjoint");
    dossier.viser(claire("09:00"));
    dossier.viser(anne("09:30"));
    assertThat(attendus(dossier)).containsExactly("Maire");
  }

  @Test
  void un_seul_rejet_arrete_tout() {
    Dossier dossier = en(Mode.ET, null, "DGS", "Premier adjoint");
    dossier.viser(claire("09:00"));
    dossier.rejeter(par("Anne Adjointe").pour("Premier adjoint").a("09:30").annotant("non").acte());
    assertThat(dossier.etat()).isEqualTo(EtatDossier.REJETE);
    assertThat(attendus(dossier)).containsExactly("Courrier");
    assertThat(dossier.etapes().get(1).decision()).contains(Decision.VISE);
    assertThat(dossier.etapes().get(2).decision()).contains(Decision.REJETE);
  }

  @Test
  void la_lecture_ne_marque_que_le_bureau_de_qui_lit() {
    Dossier dossier = en(Mode.ET, null, "DGS", "Premier adjoint");
    dossier.lire(anne("08:30"));
    assertThat(dossier.etapes().get(1).lue()).isFalse();
    assertThat(dossier.etapes().get(2).lue()).isTrue();
  }

  @Test
  void l_emetteur_ne_reprend_plus_des_qu_un_bureau_a_decide_ou_ouvert() {
    Dossier intact = en(Mode.ET, null, "DGS", "Premier adjoint");
    assertThat(intact.recuperable()).isPresent();
    Dossier ouvert = en(Mode.ET, null, "DGS", "Premier adjoint");
    ouvert.lire(anne("08:30"));
    assertThat(ouvert.recuperable()).isEmpty();
    Dossier entame = en(Mode.ET, null, "DGS", "Premier adjoint");
    entame.viser(claire("09:00"));
    assertThat(entame.recuperable()).isEmpty();
  }

  @Test
  void qui_a_fait_avancer_un_ou_le_reprend_et_l_autre_bureau_attend_de_nouveau() {
    Dossier dossier = en(Mode.OU, null, "DGS", "Premier adjoint");
    dossier.viser(anne("09:00"));
    assertThat(Droits.actions(ADJOINTE, dossier)).contains(Action.RECUPERER);
    assertThat(Droits.actions(DIRECTRICE, dossier)).doesNotContain(Action.RECUPERER);
    dossier.recuperer(anne("09:05"));
    assertThat(attendus(dossier)).containsExactly("DGS", "Premier adjoint");
    assertThat(dossier.statut()).isEqualTo(Statut.EN_COURS_VISA);
  }

  @Test
  void seul_le_dernier_d_un_et_reprend_sa_decision() {
    Dossier dossier = en(Mode.ET, null, "DGS", "Premier adjoint");
    dossier.viser(claire("09:00"));
    dossier.viser(anne("09:30"));
    assertThat(Droits.actions(DIRECTRICE, dossier)).doesNotContain(Action.RECUPERER);
    dossier.recuperer(anne("09:40"));
    assertThat(attendus(dossier)).containsExactly("Premier adjoint");
  }

  @Test
  void une_personne_qui_tient_deux_bureaux_du_rang_decide_deux_fois() {
    Acteur deux = unActeur("Denis Second").proprietaireDe("DGS").proprietaireDe("Voirie").acteur();
    Dossier dossier = en(Mode.ET, null, "DGS", "Voirie");
    dossier.viser(par("Denis Second").pour("DGS").a("09:00").acte());
    assertThat(Droits.titre(deux, dossier))
        .get()
        .extracting(Auteur::bureau)
        .isEqualTo(LaMairie.bureau("Voirie"));
    franchir(deux, dossier);
  }

  @Test
  void un_bureau_du_delegue_ne_donne_pas_deux_decisions_au_meme_rang() {
    Dossier dossier = en(Mode.ET, null, "DGS", "Premier adjoint");
    dossier.viser(claire("09:00"));
    assertThatThrownBy(() -> franchir(DIRECTRICE, dossier)).isInstanceOf(ErreurMetier.class);
  }

  @Test
  void un_bureau_seul_n_a_qu_un_creneau() {
    assertThatThrownBy(
            () -> new EtapeResolue(ActionDemandee.VISA, LaMairie.bureau("DGS"), Mode.SEUL, 1, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new EtapeResolue(ActionDemandee.VISA, LaMairie.bureau("DGS"), Mode.OU, 0, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
