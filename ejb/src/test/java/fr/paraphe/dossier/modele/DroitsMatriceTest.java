package fr.paraphe.dossier.modele;

import static fr.paraphe.dossier.modele.UnActe.heure;
import static fr.paraphe.dossier.modele.UnActe.par;
import static fr.paraphe.dossier.modele.UnActeur.unActeur;
import static fr.paraphe.dossier.modele.UnDossier.cachet;
import static fr.paraphe.dossier.modele.UnDossier.etape;
import static fr.paraphe.dossier.modele.UnDossier.signature;
import static fr.paraphe.dossier.modele.UnDossier.unDossier;
import static fr.paraphe.dossier.modele.UnDossier.visa;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.RoleBureau;
import fr.paraphe.socle.ErreurMetier;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Qui peut quoi, dans chaque situation d’un dossier confidentiel parti de Courrier : visa de DGS (à
 * 09:00, accompli), puis l’étape en cause au Maire, puis la fin de circuit aux Archives. Lettres :
 * Lire, Transmettre, Viser, Signer, Cacheter, Rejeter, rePrendre, Archiver, Effacer ; un point :
 * rien, pas même savoir que le dossier existe.
 */
class DroitsMatriceTest {

  private static final String TABLE =
      """
      acteur                          BROUILLON VISA      SIGNATURE CACHET    REJETE    TERMINE   ARCHIVE   SUPPRIME
      emettrice                       LTME      L         L         L         LEZ       L         L         .
      emettrice_partie_du_bureau      L         L         L         L         L         L         L         .
      collegue_du_bureau_emetteur     LTME      L         L         L         LEZ       L         L         .
      compte_technique_emetteur       LTME      L         L         L         LEZ       L         L         .
      secretaire_du_bureau_emetteur   L         L         L         L         L         L         L         .
      superviseur_du_bureau_emetteur  L         L         L         L         L         L         L         .
      ancien_acteur                   .         LP        LP        LP        L         L         L         .
      secretaire_de_l_ancien_acteur   .         L         L         L         L         L         L         .
      proprietaire                    .         LVR       LSR       LCR       L         L         L         .
      secretaire                      .         L         L         L         L         L         L         .
      superviseur                     .         L         L         L         L         L         L         .
      administrateur_du_bureau        .         L         L         L         L         L         L         .
      proprietaire_et_delegue         .         LVR       LSR       LCR       L         L         L         .
      delegue                         .         LVR       LSR       LCR       L         L         L         .
      delegue_depuis_toujours         .         LVR       LSR       LCR       L         L         L         .
      delegue_de_ce_sous_type         .         LVR       LSR       LCR       L         L         L         .
      delegue_arrivee_au_meme_instant .         LVR       LSR       LCR       L         L         L         .
      delegue_tardif_mais_en_cours    .         LVR       LSR       LCR       L         L         L         .
      delegue_d_un_autre_type         .         .         .         .         .         .         .         .
      delegue_d_un_autre_sous_type    .         .         .         .         .         .         .         .
      delegue_apres_l_arrivee         .         .         .         .         .         .         .         .
      delegue_expire                  .         .         .         .         .         .         .         .
      delegue_de_l_ancien_acteur      .         LP        LP        LP        L         L         L         .
      delegue_du_bureau_emetteur      .         .         .         .         LEZ       .         .         .
      delegue_du_bureau_final         .         .         .         .         .         LAE       L         .
      superieur_du_bureau_emetteur    .         .         .         .         .         .         .         .
      proprietaire_du_bureau_final    .         L         L         L         L         LAE       L         .
      autre_bureau                    .         .         .         .         .         .         .         .
      sans_bureau                     .         .         .         .         .         .         .         .
      admin_de_la_collectivite        WX        WX        WX        WX        WX        WX        W         .
      admin_fonctionnel_du_bureau     .         LWX       LWX       LWX       L         L         L         .
      admin_fonctionnel_emetteur      LWX       LWX       LWX       LWX       LWX       LWX       LW        .
      admin_fonctionnel_sans_bureau   .         .         .         .         .         .         .         .
      autre_collectivite              .         .         .         .         .         .         .         .
      """;

  private static final Map<Character, Action> LETTRES =
      Map.ofEntries(
          Map.entry('L', Action.LIRE),
          Map.entry('T', Action.TRANSMETTRE),
          Map.entry('V', Action.VISER),
          Map.entry('S', Action.SIGNER),
          Map.entry('C', Action.CACHETER),
          Map.entry('R', Action.REJETER),
          Map.entry('P', Action.RECUPERER),
          Map.entry('A', Action.ARCHIVER),
          Map.entry('E', Action.EFFACER),
          Map.entry('M', Action.MODIFIER),
          Map.entry('Z', Action.CORRIGER),
          Map.entry('W', Action.SURVEILLER),
          Map.entry('X', Action.RETIRER));

  private enum Situation {
    BROUILLON(EtatDossier.BROUILLON),
    VISA(EtatDossier.EN_COURS),
    SIGNATURE(EtatDossier.EN_COURS),
    CACHET(EtatDossier.EN_COURS),
    REJETE(EtatDossier.REJETE),
    TERMINE(EtatDossier.TERMINE),
    ARCHIVE(EtatDossier.ARCHIVE),
    SUPPRIME(EtatDossier.SUPPRIME);

    private final EtatDossier etat;

    Situation(EtatDossier etat) {
      this.etat = etat;
    }
  }

  private static final Map<String, Supplier<Acteur>> ACTEURS =
      Map.ofEntries(
          acteur("emettrice", unActeur("Camille Agent").proprietaireDe("Courrier")),
          acteur("emettrice_partie_du_bureau", unActeur("Camille Agent")),
          acteur(
              "collegue_du_bureau_emetteur", unActeur("Denis Second").proprietaireDe("Courrier")),
          acteur(
              "compte_technique_emetteur", unActeur("Denis Second").compteTechniqueDe("Courrier")),
          acteur(
              "secretaire_du_bureau_emetteur",
              unActeur("Denis Second").tenant("Courrier", RoleBureau.SECRETAIRE)),
          acteur(
              "superviseur_du_bureau_emetteur",
              unActeur("Denis Second").tenant("Courrier", RoleBureau.SUPERVISEUR)),
          acteur("ancien_acteur", unActeur("Claire Directrice").proprietaireDe("DGS")),
          acteur(
              "secretaire_de_l_ancien_acteur",
              unActeur("Denis Second").tenant("DGS", RoleBureau.SECRETAIRE)),
          acteur("proprietaire", unActeur("Paul Maire").proprietaireDe("Maire")),
          acteur("secretaire", unActeur("Denis Second").tenant("Maire", RoleBureau.SECRETAIRE)),
          acteur("superviseur", unActeur("Denis Second").tenant("Maire", RoleBureau.SUPERVISEUR)),
          acteur(
              "administrateur_du_bureau",
              unActeur("Denis Second").tenant("Maire", RoleBureau.ADMINISTRATEUR)),
          acteur(
              "proprietaire_et_delegue",
              unActeur("Paul Maire").proprietaireDe("Maire").delegueDe("Maire", heure("00:00"))),
          acteur("delegue", delegue("Maire", "00:00", false, null, null)),
          acteur(
              "delegue_depuis_toujours",
              unActeur("Hugo Voisin").delegueDe("Maire", null, false, null, null)),
          acteur(
              "delegue_de_ce_sous_type",
              delegue("Maire", "00:00", false, UnDossier.TYPE, UnDossier.SOUS_TYPE)),
          acteur("delegue_arrivee_au_meme_instant", delegue("Maire", "09:00", false, null, null)),
          acteur("delegue_tardif_mais_en_cours", delegue("Maire", "09:30", true, null, null)),
          acteur(
              "delegue_d_un_autre_type", delegue("Maire", "00:00", true, UnDossier.TYPE + 1, null)),
          acteur(
              "delegue_d_un_autre_sous_type",
              delegue("Maire", "00:00", true, UnDossier.TYPE, UnDossier.SOUS_TYPE + 1)),
          acteur("delegue_apres_l_arrivee", delegue("Maire", "09:30", false, null, null)),
          acteur("delegue_expire", unActeur("Hugo Voisin").proprietaireDe("Voirie")),
          acteur("delegue_de_l_ancien_acteur", delegue("DGS", "00:00", false, null, null)),
          acteur("delegue_du_bureau_emetteur", delegue("Courrier", "00:00", true, null, null)),
          acteur("delegue_du_bureau_final", delegue("Archives", "00:00", true, null, null)),
          acteur(
              "proprietaire_du_bureau_final",
              unActeur("Inès Archiviste").proprietaireDe("Archives")),
          acteur(
              "superieur_du_bureau_emetteur",
              unActeur("Anne Adjointe").proprietaireDe("Premier adjoint").dirigeant("Courrier")),
          acteur("autre_bureau", unActeur("Anne Adjointe").proprietaireDe("Premier adjoint")),
          acteur("sans_bureau", unActeur("Anne Adjointe")),
          acteur("admin_de_la_collectivite", unActeur("Anne Adjointe").administrateur()),
          acteur(
              "admin_fonctionnel_du_bureau",
              unActeur("Denis Second").fonctionnel().tenant("Maire", RoleBureau.ADMINISTRATEUR)),
          acteur(
              "admin_fonctionnel_emetteur",
              unActeur("Denis Second").fonctionnel().tenant("Courrier", RoleBureau.ADMINISTRATEUR)),
          acteur("admin_fonctionnel_sans_bureau", unActeur("Denis Second").fonctionnel()),
          acteur(
              "autre_collectivite",
              unActeur("Camille Agent")
                  .dansUneAutreCollectivite()
                  .administrateur()
                  .proprietaireDe("Courrier")
                  .proprietaireDe("Maire")
                  .delegueDe("DGS", null)));

  private static Map.Entry<String, Supplier<Acteur>> acteur(String nom, UnActeur fixture) {
    return Map.entry(nom, fixture::acteur);
  }

  private static UnActeur delegue(
      String bureau, String depuis, boolean enCours, Integer type, Integer sousType) {
    return unActeur("Hugo Voisin").delegueDe(bureau, heure(depuis), enCours, type, sousType);
  }

  private static Dossier dossier(Situation situation, Visibilite visibilite) {
    UnDossier fixture = unDossier().visible(visibilite);
    Dossier dossier =
        switch (situation) {
          case BROUILLON -> fixture.brouillon();
          case VISA -> arriveAuMaire(fixture.surCircuit(visa("DGS"), visa("Maire")));
          case CACHET -> arriveAuMaire(fixture.surCircuit(visa("DGS"), cachet("Maire")));
          default -> arriveAuMaire(fixture.surCircuit(visa("DGS"), signature("Maire")));
        };
    switch (situation) {
      case REJETE ->
          dossier.rejeter(par("Paul Maire").pour("Maire").a("10:42").annotant("à revoir").acte());
      case TERMINE, ARCHIVE, SUPPRIME ->
          dossier.signer(par("Paul Maire").pour("Maire").a("10:42").acte());
      default -> {}
    }
    switch (situation) {
      case ARCHIVE -> dossier.archiver(par("Inès Archiviste").pour("Archives").a("14:00").acte());
      case SUPPRIME -> dossier.effacer(par("Inès Archiviste").pour("Archives").a("14:00").acte());
      default -> {}
    }
    return dossier;
  }

  private static Dossier arriveAuMaire(UnDossier fixture) {
    Dossier dossier = fixture.transmis();
    dossier.viser(par("Claire Directrice").pour("DGS").a("09:00").acte());
    return dossier;
  }

  private static List<String[]> lignes() {
    return TABLE.lines().map(l -> l.trim().split(" +")).toList();
  }

  private static Set<Action> attendues(String lettres) {
    Set<Action> actions = EnumSet.noneOf(Action.class);
    lettres.chars().filter(l -> l != '.').forEach(l -> actions.add(LETTRES.get((char) l)));
    return actions;
  }

  static Stream<Arguments> cases() {
    List<String[]> lignes = lignes();
    String[] situations = lignes.get(0);
    return lignes.stream()
        .skip(1)
        .flatMap(
            ligne ->
                Stream.iterate(1, i -> i < situations.length, i -> i + 1)
                    .map(i -> Arguments.of(ligne[0], Situation.valueOf(situations[i]), ligne[i])));
  }

  @Test
  void la_table_nomme_chaque_situation_et_chaque_acteur() {
    assertThat(lignes().get(0)[0]).isEqualTo("acteur");
    assertThat(Arrays.stream(lignes().get(0)).skip(1))
        .containsExactlyElementsOf(Arrays.stream(Situation.values()).map(Enum::name).toList());
    assertThat(lignes().stream().skip(1).map(l -> l[0]))
        .containsExactlyInAnyOrderElementsOf(ACTEURS.keySet());
    assertThat(Arrays.stream(Situation.values()).map(s -> s.etat)).contains(EtatDossier.values());
    assertThat(LETTRES.values()).containsExactlyInAnyOrder(Action.values());
  }

  @ParameterizedTest
  @EnumSource
  void chaque_situation_est_bien_dans_son_etat(Situation situation) {
    assertThat(dossier(situation, Visibilite.CONFIDENTIEL).etat()).isEqualTo(situation.etat);
  }

  @ParameterizedTest(name = "{0} {1} : {2}")
  @MethodSource("cases")
  void un_dossier_confidentiel_ne_s_ouvre_qu_a_son_circuit(
      String acteur, Situation situation, String lettres) {
    assertThat(
            Droits.actions(ACTEURS.get(acteur).get(), dossier(situation, Visibilite.CONFIDENTIEL)))
        .isEqualTo(attendues(lettres));
  }

  @ParameterizedTest(name = "{0} {1} : {2}")
  @MethodSource("cases")
  void un_dossier_de_service_emis_s_ouvre_aussi_a_qui_dirige_le_bureau_emetteur_et_rien_de_plus(
      String acteur, Situation situation, String lettres) {
    Set<Action> attendues = attendues(lettres);
    boolean emis = situation != Situation.BROUILLON && situation != Situation.SUPPRIME;
    if (emis && acteur.equals("superieur_du_bureau_emetteur")) {
      attendues.add(Action.LIRE);
    }
    assertThat(Droits.actions(ACTEURS.get(acteur).get(), dossier(situation, Visibilite.SERVICE)))
        .isEqualTo(attendues);
  }

  @ParameterizedTest(name = "{0} {1} : {2}")
  @MethodSource("cases")
  void un_dossier_public_emis_se_lit_dans_toute_la_collectivite_et_rien_de_plus(
      String acteur, Situation situation, String lettres) {
    Set<Action> attendues = attendues(lettres);
    boolean emis = situation != Situation.BROUILLON && situation != Situation.SUPPRIME;
    if (emis && !acteur.equals("autre_collectivite")) {
      attendues.add(Action.LIRE);
    }
    assertThat(Droits.actions(ACTEURS.get(acteur).get(), dossier(situation, Visibilite.PUBLIC)))
        .isEqualTo(attendues);
  }

  @ParameterizedTest(name = "{0} {1} : {2}")
  @MethodSource("cases")
  void la_porte_laisse_passer_ce_que_la_table_permet_et_refuse_le_reste(
      String acteur, Situation situation, String lettres) {
    Set<Action> attendues = attendues(lettres);
    for (Action action : EnumSet.complementOf(EnumSet.of(Action.LIRE))) {
      Dossier dossier = dossier(situation, Visibilite.CONFIDENTIEL);
      ErreurMetier refus =
          catchThrowableOfType(
              ErreurMetier.class,
              () ->
                  new Porte(LaMairie::nom)
                      .franchir(
                          ACTEURS.get(acteur).get(), dossier, action, Avis.publique("motif")));
      if (attendues.contains(action)) {
        assertThat(refus).as(action.name()).isNull();
      } else if (attendues.isEmpty()) {
        assertThat(refus.code()).as(action.name()).isEqualTo(ErreurDossier.INTROUVABLE);
      } else {
        assertThat(refus.code())
            .as(action.name())
            .isIn(ErreurDossier.ACTION_INTERDITE, ErreurDossier.DEJA_TRAITE);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ActionDemandee.class,
      names = {"TDT", "MAILSEC", "MAILSEC_PASTELL", "SIGNATURE_EXTERNE", "AVIS"})
  void une_etape_que_cette_version_ne_traite_pas_n_ouvre_aucun_acte(ActionDemandee etape) {
    Dossier dossier = unDossier().surCircuit(etape(etape, "Maire")).transmis();
    assertThat(Droits.actions(ACTEURS.get("proprietaire").get(), dossier))
        .containsExactly(Action.LIRE);
  }

  @Test
  void qui_a_decide_par_delegation_peut_relire_apres_la_fin_de_sa_delegation() {
    Dossier dossier = arriveAuMaire(unDossier().surCircuit(visa("DGS"), visa("Maire")));
    dossier.viser(par("Hugo Voisin").pour("Maire").parDelegation(900).a("10:42").acte());
    assertThat(Droits.actions(ACTEURS.get("delegue_expire").get(), dossier))
        .containsExactly(Action.LIRE);
  }

  @Test
  void une_delegation_qui_commence_apres_la_decision_n_ouvre_pas_le_passe() {
    Dossier dossier = dossier(Situation.TERMINE, Visibilite.CONFIDENTIEL);
    assertThat(Droits.actions(delegue("Maire", "11:00", true, null, null).acteur(), dossier))
        .isEmpty();
  }

  @Test
  void le_titre_nomme_la_delegation_qui_joue_et_jamais_celle_d_un_proprietaire() {
    Dossier dossier = dossier(Situation.VISA, Visibilite.CONFIDENTIEL);
    assertThat(Droits.titre(ACTEURS.get("delegue").get(), dossier))
        .hasValue(
            new Auteur(
                LaMairie.personne("Hugo Voisin"), "Hugo Voisin", LaMairie.bureau("Maire"), 900));
    assertThat(Droits.titre(ACTEURS.get("proprietaire_et_delegue").get(), dossier))
        .get()
        .extracting(Auteur::delegation)
        .isNull();
  }

  @Test
  void parmi_plusieurs_delegations_seule_celle_qui_couvre_le_dossier_joue() {
    Dossier dossier = dossier(Situation.VISA, Visibilite.CONFIDENTIEL);
    Acteur acteur =
        unActeur("Hugo Voisin")
            .delegueDe("Maire", heure("00:00"), true, UnDossier.TYPE + 1, null)
            .delegueDe("Maire", heure("00:00"), true, UnDossier.TYPE, null)
            .acteur();
    assertThat(Droits.titre(acteur, dossier)).get().extracting(Auteur::delegation).isEqualTo(901);
  }
}
