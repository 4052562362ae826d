package fr.paraphe.dossier.modele;

import static fr.paraphe.dossier.modele.UnActe.par;
import static fr.paraphe.dossier.modele.UnActeur.proprietaire;
import static fr.paraphe.dossier.modele.UnDossier.unDossier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.EtapeResolue;
import fr.paraphe.circuit.Exigences;
import fr.paraphe.circuit.Mode;
import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.FaitsDossier;
import fr.paraphe.dossier.NatureFait;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.socle.ErreurMetier;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Les métadonnées qu’une étape exige avec la décision (features.md C8, C9). */
class RegleExigencesTest {

  private static final Acteur DIRECTRICE = proprietaire("Claire Directrice", "DGS");

  private static Dossier exigeant(List<String> validation, List<String> rejet) {
    EtapeResolue visa =
        new EtapeResolue(
            ActionDemandee.VISA,
            LaMairie.bureau("DGS"),
            Mode.SEUL,
            0,
            null,
            new Exigences(validation, rejet, List.of(), false));
    return unDossier().surCircuit(visa, UnDossier.signature("Maire")).transmis();
  }

  private static Avis avis(Map<String, String> metadonnees) {
    return new Avis("motif", "", OptionalInt.empty(), metadonnees);
  }

  private static void franchir(Dossier dossier, Action action, Map<String, String> saisies) {
    new Porte(LaMairie::nom).franchir(DIRECTRICE, dossier, action, avis(saisies));
  }

  private static void refuse(ErreurDossier code, Runnable acte) {
    assertThatThrownBy(acte::run)
        .isInstanceOf(ErreurMetier.class)
        .extracting(e -> ((ErreurMetier) e).code())
        .isEqualTo(code);
  }

  @Test
  void un_visa_sans_la_metadonnee_exigee_est_refuse() {
    Dossier dossier = exigeant(List.of("montant"), List.of());
    refuse(ErreurDossier.METADONNEE_EXIGEE, () -> franchir(dossier, Action.VISER, Map.of()));
    refuse(
        ErreurDossier.METADONNEE_EXIGEE,
        () -> franchir(dossier, Action.VISER, Map.of("montant", "  ")));
  }

  @Test
  void un_rejet_n_exige_que_les_siennes() {
    Dossier dossier = exigeant(List.of("montant"), List.of("categorie"));
    refuse(ErreurDossier.METADONNEE_EXIGEE, () -> franchir(dossier, Action.REJETER, Map.of()));
    assertThatCode(() -> franchir(dossier, Action.REJETER, Map.of("categorie", "fond")))
        .doesNotThrowAnyException();
  }

  @Test
  void une_valeur_que_l_etape_ne_demande_pas_est_refusee() {
    Dossier dossier = exigeant(List.of("montant"), List.of("categorie"));
    refuse(
        ErreurDossier.METADONNEE_INATTENDUE,
        () -> franchir(dossier, Action.VISER, Map.of("montant", "12", "titre", "autre")));
    refuse(
        ErreurDossier.METADONNEE_INATTENDUE,
        () -> franchir(dossier, Action.REJETER, Map.of("categorie", "fond", "montant", "12")));
  }

  @Test
  void la_valeur_saisie_entre_dans_le_dossier_et_au_journal_avant_la_decision() {
    Dossier dossier = exigeant(List.of("montant", "objet"), List.of());
    Publication.faits(dossier);
    dossier.viser(
        par("Claire Directrice")
            .pour("DGS")
            .avec(avis(Map.of("objet", "voirie", "montant", "12")))
            .acte());
    assertThat(dossier.metadonnees().valeurs())
        .containsEntry("montant", "12")
        .containsEntry("objet", "voirie");
    List<FaitsDossier.Ligne> faits = Publication.faits(dossier);
    assertThat(faits)
        .extracting(FaitsDossier.Ligne::nature)
        .startsWith(NatureFait.METADONNEES, NatureFait.VISA);
    assertThat(faits.get(0).annotation()).isEqualTo("montant : 12 ; objet : voirie");
    assertThat(faits.get(0).visible()).isFalse();
  }

  @Test
  void une_valeur_que_le_dossier_a_deja_suffit() {
    Dossier dossier = exigeant(List.of("montant"), List.of());
    dossier.completer(Map.of("montant", "12"));
    assertThatCode(() -> franchir(dossier, Action.VISER, Map.of())).doesNotThrowAnyException();
  }

  @Test
  void une_etape_sans_exigence_n_accepte_pas_de_valeur() {
    Dossier dossier = exigeant(List.of(), List.of());
    refuse(
        ErreurDossier.METADONNEE_INATTENDUE,
        () -> franchir(dossier, Action.VISER, Map.of("montant", "12")));
  }
}
