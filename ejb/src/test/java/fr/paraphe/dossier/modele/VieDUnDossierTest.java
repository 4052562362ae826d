package fr.paraphe.dossier.modele;

import static fr.paraphe.dossier.modele.UnActe.avis;
import static fr.paraphe.dossier.modele.UnActe.heure;
import static fr.paraphe.dossier.modele.UnActe.par;
import static fr.paraphe.dossier.modele.UnDossier.cachet;
import static fr.paraphe.dossier.modele.UnDossier.signature;
import static fr.paraphe.dossier.modele.UnDossier.unDossier;
import static fr.paraphe.dossier.modele.UnDossier.visa;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.EtapeResolue;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.FaitsDossier;
import fr.paraphe.dossier.NatureDocument;
import fr.paraphe.dossier.NatureFait;
import fr.paraphe.dossier.Statut;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Les verbes de l’agrégat : états, statuts du contrat (§D.3) et lignes d’historique (§D.2). */
class VieDUnDossierTest {

  private static final String DEPOSE = "Dossier déposé sur le bureau ";

  private static List<String> historique(Dossier dossier) {
    return Publication.faits(dossier).stream()
        .filter(FaitsDossier.Ligne::visible)
        .map(f -> f.acteurNom() + " | " + f.statut().mot() + " | " + f.annotation())
        .toList();
  }

  private static UnActe claire() {
    return par("Claire Directrice").pour("DGS");
  }

  private static UnActe paul() {
    return par("Paul Maire").pour("Maire");
  }

  @Test
  void un_brouillon_attend_sur_le_bureau_emetteur() {
    Dossier dossier = unDossier().brouillon();
    assertThat(dossier.etat()).isEqualTo(EtatDossier.BROUILLON);
    assertThat(dossier.statut()).isEqualTo(Statut.NON_LU);
    assertThat(dossier.courante())
        .get()
        .extracting(Etape::action, Etape::bureau, Etape::arriveeLe)
        .containsExactly(ActionDemandee.EMISSION, LaMairie.bureau("Courrier"), heure("08:00"));
    assertThat(historique(dossier)).containsExactly("Camille Agent | NonLu | Création de dossier");
  }

  @Test
  void un_brouillon_garde_ses_documents_dans_l_ordre() {
    List<Document> documents = unDossier().brouillon().documents();
    assertThat(documents)
        .extracting(Document::nature, Document::ordre, Document::nom)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(NatureDocument.PRINCIPAL, 0, "acte.pdf"),
            org.assertj.core.groups.Tuple.tuple(NatureDocument.ANNEXE, 0, "plan.png"),
            org.assertj.core.groups.Tuple.tuple(NatureDocument.ANNEXE, 1, "avis.pdf"));
    assertThat(documents.get(0).visuel()).hasValue(2L);
    assertThat(documents.get(1).visuel()).isEmpty();
  }

  static Stream<Arguments> arrivees() {
    return Stream.of(
        Arguments.of(visa("DGS"), "EnCoursVisa", "DGS pour Visa"),
        Arguments.of(signature("DGS"), "NonLu", "DGS pour signature"),
        Arguments.of(cachet("DGS"), "PretCachet", "DGS pour cachet serveur."));
  }

  @ParameterizedTest
  @MethodSource("arrivees")
  void l_emission_et_l_arrivee_s_ecrivent_au_nom_de_l_emetteur(
      EtapeResolue etape, String mot, String texte) {
    Dossier dossier = unDossier().surCircuit(etape).transmis();
    assertThat(historique(dossier))
        .containsExactly(
            "Camille Agent | NonLu | Création de dossier",
            "Camille Agent | NonLu | Emission du dossier",
            "Camille Agent | " + mot + " | " + DEPOSE + texte);
    assertThat(dossier.statut().mot()).isEqualTo(mot);
    assertThat(dossier.emisLe()).isEqualTo(heure("08:05"));
  }

  @Test
  void l_annotation_de_l_envoi_suit_l_arrivee_et_ne_change_pas_le_statut() {
    Dossier dossier = unDossier().brouillon();
    dossier.transmettre(par("Camille Agent").annotant("Pour jeudi").acte());
    assertThat(historique(dossier))
        .containsExactly(
            "Camille Agent | NonLu | Création de dossier",
            "Camille Agent | NonLu | Emission du dossier",
            "Camille Agent | EnCoursVisa | " + DEPOSE + "DGS pour Visa",
            "Camille Agent | NonLu | Pour jeudi");
    assertThat(dossier.statut()).isEqualTo(Statut.EN_COURS_VISA);
  }

  @Test
  void l_annotation_de_la_creation_vaut_pour_l_envoi_qui_n_en_a_pas() {
    Dossier dossier = unDossier().creeAvec(avis("À la création", "entre nous")).transmis();
    assertThat(historique(dossier)).last().isEqualTo("Camille Agent | NonLu | À la création");
    assertThat(dossier.etapes().get(0).annotationPrivee()).isEqualTo("entre nous");
  }

  @Test
  void l_annotation_de_l_envoi_remplace_celle_de_la_creation() {
    Dossier dossier = unDossier().creeAvec(avis("Ancienne", "")).brouillon();
    dossier.transmettre(par("Camille Agent").annotant("Nouvelle").acte());
    assertThat(historique(dossier)).contains("Camille Agent | NonLu | Nouvelle");
    assertThat(dossier.etapes().get(0).annotationPublique()).isEqualTo("Nouvelle");
  }

  @Test
  void une_annotation_privee_ne_va_jamais_dans_l_historique() {
    Dossier dossier = unDossier().creeAvec(avis("", "secret")).transmis();
    dossier.viser(claire().avec(avis("", "secret")).acte());
    assertThat(historique(dossier)).noneMatch(l -> l.contains("secret"));
  }

  @Test
  void du_visa_a_la_fin_de_circuit_chaque_acte_a_sa_ligne() {
    Dossier dossier = unDossier().transmis();
    historique(dossier);
    dossier.viser(claire().acte());
    dossier.lire(paul().acte());
    dossier.signer(paul().annotant("Bon pour accord").acte());
    assertThat(historique(dossier))
        .containsExactly(
            "Claire Directrice | Vise | Visa sur dossier",
            "Claire Directrice | NonLu | " + DEPOSE + "Maire pour signature",
            "Paul Maire | Lu | Dossier lu et prêt pour la signature",
            "Paul Maire | Signe | Bon pour accord",
            "Paul Maire | Archive | Circuit terminé, dossier archivable");
    assertThat(dossier.etat()).isEqualTo(EtatDossier.TERMINE);
    assertThat(dossier.statut()).isEqualTo(Statut.ARCHIVE);
    assertThat(dossier.courante())
        .get()
        .extracting(Etape::bureau)
        .isEqualTo(LaMairie.bureau("Archives"));
  }

  @Test
  void une_signature_sans_annotation_et_un_cachet_ont_leur_texte() {
    Dossier dossier = unDossier().surCircuit(signature("Maire"), cachet("DGS")).transmis();
    historique(dossier);
    dossier.signer(paul().acte());
    assertThat(historique(dossier))
        .containsExactly(
            "Paul Maire | Signe | Signature sur dossier",
            "Paul Maire | PretCachet | " + DEPOSE + "DGS pour cachet serveur.");
    dossier.cacheter(claire().acte());
    assertThat(historique(dossier)).startsWith("Claire Directrice | CachetOK | Cachet serveur");
  }

  @Test
  void le_cachet_automatique_se_dit_au_nom_de_l_emetteur_sans_annotation() {
    Dossier dossier = unDossier().surCircuit(cachet("DGS")).transmis();
    historique(dossier);
    dossier.cacheterAutomatiquement(par("Camille Agent").pour("DGS").annotant("ignorée").acte());
    assertThat(historique(dossier))
        .containsExactly(
            "Camille Agent | CachetOK | Cachet serveur automatique",
            "Camille Agent | Archive | Circuit terminé, dossier archivable");
  }

  @Test
  void un_circuit_vide_est_termine_aussitot_et_laisse_plus_d_une_ligne() {
    Dossier dossier = unDossier().surCircuit().transmis();
    assertThat(dossier.etat()).isEqualTo(EtatDossier.TERMINE);
    assertThat(historique(dossier)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void seule_la_lecture_d_une_signature_change_le_statut_et_se_montre() {
    Dossier visa = unDossier().transmis();
    historique(visa);
    visa.lire(claire().acte());
    assertThat(visa.statut()).isEqualTo(Statut.EN_COURS_VISA);
    assertThat(Publication.faits(visa))
        .singleElement()
        .extracting(FaitsDossier.Ligne::nature, FaitsDossier.Ligne::visible)
        .containsExactly(NatureFait.LECTURE, false);

    Dossier signature = unDossier().surCircuit(signature("Maire")).transmis();
    signature.lire(paul().acte());
    assertThat(signature.statut()).isEqualTo(Statut.LU);
  }

  @Test
  void une_seconde_lecture_ne_laisse_pas_de_trace() {
    Dossier dossier = unDossier().surCircuit(signature("Maire")).transmis();
    dossier.lire(paul().acte());
    historique(dossier);
    dossier.lire(paul().acte());
    dossier.lire(par("Denis Second").pour("Maire").acte());
    assertThat(Publication.faits(dossier)).isEmpty();
  }

  @Test
  void la_lecture_d_une_etape_ne_vaut_pas_pour_la_suivante() {
    Dossier dossier = unDossier().surCircuit(signature("DGS"), signature("Maire")).transmis();
    dossier.lire(claire().acte());
    dossier.signer(claire().acte());
    assertThat(dossier.statut()).isEqualTo(Statut.NON_LU);
    assertThat(dossier.courante()).get().extracting(Etape::lue).isEqualTo(false);
  }

  static Stream<Arguments> rejets() {
    return Stream.of(
        Arguments.of(visa("DGS"), Statut.REJET_VISA),
        Arguments.of(signature("DGS"), Statut.REJET_SIGNATAIRE),
        Arguments.of(cachet("DGS"), Statut.REJET_CACHET));
  }

  @ParameterizedTest
  @MethodSource("rejets")
  void un_rejet_a_le_statut_de_son_etape_et_le_motif_pour_texte(EtapeResolue etape, Statut statut) {
    Dossier dossier = unDossier().surCircuit(etape, signature("Maire")).transmis();
    historique(dossier);
    dossier.rejeter(claire().annotant("Montant faux").acte());
    assertThat(historique(dossier))
        .containsExactly("Claire Directrice | " + statut.mot() + " | Montant faux");
    assertThat(dossier.statut()).isEqualTo(statut);
  }

  @Test
  void un_rejet_revient_a_l_emetteur_et_rend_la_suite_sans_objet() {
    Dossier dossier = unDossier().transmis();
    dossier.rejeter(claire().a("09:42").annotant("non").acte());
    assertThat(dossier.etat()).isEqualTo(EtatDossier.REJETE);
    assertThat(dossier.courante())
        .get()
        .extracting(Etape::action, Etape::bureau, Etape::arriveeLe)
        .containsExactly(ActionDemandee.CORRECTION, LaMairie.bureau("Courrier"), heure("09:42"));
    assertThat(dossier.etapes())
        .extracting(e -> e.decision().orElse(null))
        .containsExactly(
            Decision.EMIS, Decision.REJETE, Decision.SANS_OBJET, Decision.SANS_OBJET, null);
    assertThat(dossier.etapes().get(2).decideePar()).isNull();
  }

  @Test
  void les_rangs_grandissent_de_cent_en_cent_meme_apres_un_rejet() {
    Dossier dossier = unDossier().transmis();
    dossier.rejeter(claire().annotant("non").acte());
    assertThat(dossier.etapes()).extracting(Etape::rang).containsExactly(0, 100, 200, 300, 400);
  }

  @Test
  void classer_ferme_le_dossier_sans_ligne_visible() {
    Dossier dossier = unDossier().surCircuit(visa("DGS")).transmis();
    dossier.viser(claire().acte());
    historique(dossier);
    dossier.archiver(par("Inès Archiviste").pour("Archives").acte());
    assertThat(dossier.etat()).isEqualTo(EtatDossier.ARCHIVE);
    assertThat(dossier.statut()).isEqualTo(Statut.ARCHIVE);
    assertThat(dossier.courante()).isEmpty();
    assertThat(Publication.faits(dossier))
        .singleElement()
        .extracting(FaitsDossier.Ligne::nature, FaitsDossier.Ligne::visible)
        .containsExactly(NatureFait.ARCHIVAGE, false);
  }

  @Test
  void effacer_garde_le_dernier_statut_et_ne_laisse_aucune_etape_ouverte() {
    Dossier dossier = unDossier().transmis();
    dossier.rejeter(claire().annotant("non").acte());
    historique(dossier);
    dossier.effacer(par("Camille Agent").acte());
    assertThat(dossier.etat()).isEqualTo(EtatDossier.SUPPRIME);
    assertThat(dossier.statut()).isEqualTo(Statut.REJET_VISA);
    assertThat(dossier.etapes()).allMatch(Etape::decidee);
    assertThat(Publication.faits(dossier))
        .singleElement()
        .extracting(FaitsDossier.Ligne::nature)
        .isEqualTo(NatureFait.EFFACEMENT);
  }

  @Test
  void aucun_verbe_ne_touche_un_dossier_sorti_de_la_circulation() {
    Dossier dossier = unDossier().brouillon();
    dossier.effacer(par("Camille Agent").acte());
    Publication.faits(dossier);
    Circonstance c = claire().annotant("trop tard").acte();
    List<Runnable> verbes =
        List.of(
            () -> dossier.transmettre(c),
            () -> dossier.viser(c),
            () -> dossier.signer(c),
            () -> dossier.cacheter(c),
            () -> dossier.cacheterAutomatiquement(c),
            () -> dossier.rejeter(c),
            () -> dossier.lire(c),
            () -> dossier.archiver(c),
            () -> dossier.effacer(c));
    for (Runnable verbe : verbes) {
      assertThatThrownBy(verbe::run).isInstanceOf(NoSuchElementException.class);
    }
    assertThat(dossier.etat()).isEqualTo(EtatDossier.SUPPRIME);
    assertThat(Publication.faits(dossier)).isEmpty();
  }

  @Test
  void une_decision_par_delegation_garde_la_delegation_dans_l_etape_et_dans_le_fait() {
    Dossier dossier = unDossier().transmis();
    historique(dossier);
    dossier.viser(par("Hugo Voisin").pour("DGS").parDelegation(900).acte());
    assertThat(dossier.etapes().get(1).delegation()).isEqualTo(900);
    assertThat(Publication.faits(dossier))
        .first()
        .extracting(
            FaitsDossier.Ligne::delegation,
            FaitsDossier.Ligne::bureau,
            FaitsDossier.Ligne::acteurNom)
        .containsExactly(900, LaMairie.bureau("DGS"), "Hugo Voisin");
  }

  @Test
  void un_fait_n_est_publie_qu_une_fois() {
    Dossier dossier = unDossier().transmis();
    assertThat(Publication.faits(dossier)).hasSize(3);
    assertThat(Publication.faits(dossier)).isEmpty();
  }
}
