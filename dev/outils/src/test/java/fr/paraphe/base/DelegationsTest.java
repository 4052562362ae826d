package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.DelegationVue;
import fr.paraphe.organisation.Delegations;
import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.organisation.EtatDelegation;
import fr.paraphe.organisation.PoserDelegation;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DGS, Maire et Premier adjoint sont associés deux à deux ; chef administre tout. */
class DelegationsTest {

  private static final BureauId ADJOINT = new BureauId(14);
  private static final BureauId AGGLO = new BureauId(31);

  @TempDir Path donnees;
  private Mairie mairie;
  private LocalDate aujourdhui;

  @BeforeEach
  void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    Commune.executer(
        mairie.base,
        """
        INSERT INTO utilisateur (id, collectivite_id, identifiant, nom, prenom, courriel, role) VALUES
          (8, 1, 'chef', 'Chef', 'Alix', 'chef@demo.invalid', 'ADMIN'), (22, 2, 'chef', 'Autre', 'Chef', 'chef@agglo.invalid', 'ADMIN');
        INSERT INTO bureau_associe (collectivite_id, bureau_id, associe_id) SELECT 1, a.id, b.id FROM bureau a, bureau b
          WHERE a.id IN (12, 13, 14) AND b.id IN (12, 13, 14) AND a.id <> b.id;
        SELECT setval('seq_organisation', 1000);
        """);
    aujourdhui =
        mairie
            .atelier
            .bean(Horloge.class)
            .maintenant()
            .atZone(ZoneId.of("Europe/Paris"))
            .toLocalDate();
  }

  @AfterEach
  void fermer() {
    mairie.close();
  }

  private Delegations delegations() {
    return mairie.atelier.bean(Delegations.class);
  }

  private PoserDelegation de(BureauId bureau, BureauId delegue, LocalDate du, LocalDate au) {
    return new PoserDelegation(
        bureau,
        delegue,
        Optional.ofNullable(du),
        Optional.ofNullable(au),
        true,
        Optional.empty(),
        Optional.empty());
  }

  private PoserDelegation limitee(BureauId bureau, BureauId delegue, int type) {
    return new PoserDelegation(
        bureau,
        delegue,
        Optional.of(aujourdhui),
        Optional.empty(),
        true,
        Optional.of(type),
        Optional.empty());
  }

  private Void poser(String login, PoserDelegation demande) {
    return mairie.faire(login, () -> delegations().poser(demande));
  }

  private List<DelegationVue> donnees(String login, BureauId bureau) {
    return mairie.lire(login, () -> delegations().du(bureau).donnees());
  }

  private void refuse(ErreurOrganisation code, String login, PoserDelegation demande) {
    Mairie.refuse(code, null, () -> poser(login, demande));
  }

  @Test
  void le_delegue_traite_aussitot_ce_que_son_bureau_recoit_par_delegation() {
    IdentifiantDossier dossier =
        mairie.deposer("ws@demo", "Visa", "simple", "un", "").identifiant();
    poser("dgs@demo", de(Mairie.DGS, ADJOINT, aujourdhui, aujourdhui));
    assertThat(mairie.bannette("adjoint@demo", ADJOINT, Bannette.DELEGUES)).containsExactly("un");
    mairie.faire("adjoint@demo", () -> mairie.instruction().viser(dossier, Avis.SANS));
    assertThat(donnees("dgs@demo", Mairie.DGS))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.etat()).isEqualTo(EtatDelegation.ACTIVE);
              assertThat(d.au()).isEqualTo(aujourdhui);
            });
  }

  @Test
  void sans_les_dossiers_en_cours_seuls_les_nouveaux_sont_delegues() {
    mairie.deposer("ws@demo", "Visa", "simple", "ancien", "");
    Commune.executer(mairie.base, "UPDATE tache SET arrivee_le = now() - interval '3 days'");
    poser(
        "dgs@demo",
        new PoserDelegation(
            Mairie.DGS,
            ADJOINT,
            Optional.of(aujourdhui),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty()));
    mairie.deposer("ws@demo", "Visa", "simple", "nouveau", "");
    assertThat(mairie.bannette("adjoint@demo", ADJOINT, Bannette.DELEGUES))
        .containsExactly("nouveau");
  }

  @Test
  void une_delegation_a_venir_ne_donne_rien_et_s_annule() {
    mairie.deposer("ws@demo", "Visa", "simple", "un", "");
    poser("dgs@demo", de(Mairie.DGS, ADJOINT, aujourdhui.plusDays(2), null));
    assertThat(mairie.bannette("adjoint@demo", ADJOINT, Bannette.DELEGUES)).isEmpty();
    int id = donnees("dgs@demo", Mairie.DGS).get(0).id();
    mairie.faire("dgs@demo", () -> delegations().annuler(id));
    assertThat(donnees("dgs@demo", Mairie.DGS)).isEmpty();
  }

  @Test
  void une_delegation_en_cours_s_arrete_et_reste_dans_l_histoire() {
    mairie.deposer("ws@demo", "Visa", "simple", "un", "");
    poser("dgs@demo", de(Mairie.DGS, ADJOINT, aujourdhui.minusDays(1), null));
    int id = donnees("dgs@demo", Mairie.DGS).get(0).id();
    mairie.faire("dgs@demo", () -> delegations().annuler(id));
    assertThat(donnees("dgs@demo", Mairie.DGS).get(0).etat()).isEqualTo(EtatDelegation.PASSEE);
    assertThat(mairie.bannette("adjoint@demo", ADJOINT, Bannette.DELEGUES)).isEmpty();
    Mairie.refuse(
        ErreurOrganisation.DELEGATION_PASSEE,
        null,
        () -> mairie.faire("dgs@demo", () -> delegations().annuler(id)));
  }

  @Test
  void une_boucle_est_refusee_meme_a_trois_mais_pas_si_les_dates_ou_les_types_se_separent() {
    poser("dgs@demo", de(Mairie.DGS, Mairie.MAIRE, aujourdhui, aujourdhui.plusDays(5)));
    poser("maire@demo", de(Mairie.MAIRE, ADJOINT, aujourdhui, aujourdhui.plusDays(5)));
    refuse(
        ErreurOrganisation.DELEGATION_EN_BOUCLE,
        "adjoint@demo",
        de(ADJOINT, Mairie.DGS, aujourdhui.plusDays(5), null));
    poser("adjoint@demo", de(ADJOINT, Mairie.DGS, aujourdhui.plusDays(6), null));
    refuse(
        ErreurOrganisation.DELEGATION_EN_BOUCLE, "adjoint@demo", limitee(ADJOINT, Mairie.DGS, 1));
  }

  @Test
  void deux_types_se_delegent_a_deux_bureaux_mais_le_meme_pas_deux_fois() {
    poser("dgs@demo", limitee(Mairie.DGS, Mairie.MAIRE, 1));
    poser("dgs@demo", limitee(Mairie.DGS, ADJOINT, 2));
    refuse(ErreurOrganisation.DELEGATION_DEJA_POSEE, "dgs@demo", limitee(Mairie.DGS, ADJOINT, 1));
    refuse(ErreurOrganisation.PORTEE_INCONNUE, "dgs@demo", limitee(Mairie.DGS, ADJOINT, 4));
  }

  @Test
  void deux_delegations_croisees_posees_ensemble_ne_font_pas_une_boucle() throws Exception {
    List<Object> resultats =
        Mairie.ensemble(
            List.of(
                () -> poserRendu("dgs@demo", de(Mairie.DGS, ADJOINT, aujourdhui, null)),
                () -> poserRendu("adjoint@demo", de(ADJOINT, Mairie.DGS, aujourdhui, null))));
    assertThat(resultats).filteredOn(ErreurMetier.class::isInstance).hasSize(1);
  }

  private Object poserRendu(String login, PoserDelegation demande) {
    poser(login, demande);
    return "posée";
  }

  @Test
  void le_delegue_se_choisit_parmi_les_associes() {
    refuse(
        ErreurOrganisation.DELEGUE_NON_ASSOCIE,
        "dgs@demo",
        de(Mairie.DGS, Mairie.COURRIER, aujourdhui, null));
    refuse(
        ErreurOrganisation.DELEGUE_NON_ASSOCIE,
        "dgs@demo",
        de(Mairie.DGS, AGGLO, aujourdhui, null));
    refuse(
        ErreurOrganisation.DELEGUE_NON_ASSOCIE,
        "dgs@demo",
        de(Mairie.DGS, Mairie.DGS, aujourdhui, null));
  }

  @Test
  void on_ne_delegue_que_son_bureau_et_l_administrateur_tous_les_siens() {
    refuse(
        ErreurOrganisation.BUREAU_INTROUVABLE,
        "agent@demo",
        de(Mairie.DGS, ADJOINT, aujourdhui, null));
    refuse(
        ErreurOrganisation.BUREAU_INTROUVABLE,
        "adjoint@demo",
        de(Mairie.DGS, ADJOINT, aujourdhui, null));
    refuse(
        ErreurOrganisation.BUREAU_INTROUVABLE,
        "chef@agglo",
        de(Mairie.DGS, ADJOINT, aujourdhui, null));
    refuse(
        ErreurOrganisation.BUREAU_INTROUVABLE, "chef@demo", de(AGGLO, ADJOINT, aujourdhui, null));
    Mairie.refuse(
        ErreurOrganisation.BUREAU_INTROUVABLE, null, () -> donnees("agent@demo", Mairie.DGS));
    poser("chef@demo", de(Mairie.DGS, ADJOINT, aujourdhui, null));
    int id = donnees("chef@demo", Mairie.DGS).get(0).id();
    Mairie.refuse(
        ErreurOrganisation.BUREAU_INTROUVABLE,
        null,
        () -> mairie.faire("adjoint@demo", () -> delegations().annuler(id)));
    Mairie.refuse(
        ErreurOrganisation.DELEGATION_INTROUVABLE,
        null,
        () -> mairie.faire("chef@agglo", () -> delegations().annuler(id)));
  }
}
