package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.socle.ErreurMetier;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Qui lit quoi, par l’écran et par GetHistoDossier : les deux chemins donnent la même réponse. Le
 * premier adjoint est délégué de la DGS ; le bureau WebService l’a été du Maire, et le sera.
 */
class LisibiliteTest {

  private static final List<String> TOUS =
      List.of(
          "agent@demo",
          "dgs@demo",
          "dgs2@demo",
          "maire@demo",
          "adjoint@demo",
          "ws@demo",
          "agent@agglo");
  private static final List<String> CIRCUIT =
      List.of("agent@demo", "dgs@demo", "dgs2@demo", "maire@demo", "adjoint@demo");
  private static final List<String> COLLECTIVITE =
      TOUS.stream().filter(l -> l.endsWith("@demo")).toList();

  @TempDir static Path donnees;
  private static Mairie mairie;

  @BeforeAll
  static void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    Commune.executer(
        mairie.base,
        """
        INSERT INTO delegation (id, collectivite_id, bureau_id, delegue_id, periode, creee_par) VALUES
          (1, 1, 12, 14, '[2020-01-01,2100-01-01)', 2), (2, 1, 13, 15, '[2020-01-01,2020-02-01)', 3),
          (3, 1, 13, 15, '[2099-01-01,2100-01-01)', 3)
        """);
  }

  @AfterAll
  static void fermer() throws Exception {
    mairie.fermerSaine();
  }

  private enum Situation {
    BROUILLON(Visibilite.SERVICE, false, id -> {}, List.of("agent@demo")),
    BROUILLON_PUBLIC(Visibilite.PUBLIC, false, id -> {}, List.of("agent@demo")),
    AU_VISA(Visibilite.SERVICE, true, id -> {}, CIRCUIT),
    CONFIDENTIEL_AU_VISA(Visibilite.CONFIDENTIEL, true, id -> {}, CIRCUIT),
    PUBLIC_AU_VISA(Visibilite.PUBLIC, true, id -> {}, COLLECTIVITE),
    A_SIGNER(
        Visibilite.SERVICE,
        true,
        id -> mairie.faire("dgs@demo", () -> mairie.instruction().viser(id, Avis.SANS)),
        CIRCUIT),
    VISE_PAR_LE_DELEGUE(
        Visibilite.CONFIDENTIEL,
        true,
        id -> mairie.faire("adjoint@demo", () -> mairie.instruction().viser(id, Avis.SANS)),
        CIRCUIT),
    REJETE(
        Visibilite.SERVICE,
        true,
        id ->
            mairie.faire(
                "dgs2@demo", () -> mairie.instruction().rejeter(id, Avis.publique("à revoir"))),
        CIRCUIT);

    private final Visibilite visibilite;
    private final boolean emis;
    private final Consumer<IdentifiantDossier> suite;
    private final List<String> lecteurs;

    Situation(
        Visibilite visibilite,
        boolean emis,
        Consumer<IdentifiantDossier> suite,
        List<String> lecteurs) {
      this.visibilite = visibilite;
      this.emis = emis;
      this.suite = suite;
      this.lecteurs = lecteurs;
    }
  }

  private static IdentifiantDossier dossier(Situation situation) {
    IdentifiantDossier id = creer("Courrier", situation.visibilite, situation.emis);
    situation.suite.accept(id);
    return id;
  }

  private static IdentifiantDossier creer(String type, Visibilite visibilite, boolean emis) {
    CreerDossier c =
        mairie.commande(type, "simple", "", "", null, emis, mairie.texte("agent@demo"));
    CreerDossier commande =
        new CreerDossier(
            c.identifiant(),
            c.titre(),
            c.type(),
            c.sousType(),
            visibilite,
            c.dateLimite(),
            c.principaux(),
            c.visuel(),
            c.annexes(),
            c.metadonnees(),
            c.annotationPublique(),
            c.annotationPrivee(),
            c.bureauEmetteur(),
            c.courrielEmetteur(),
            c.origine(),
            c.emettre());
    return mairie.creer("agent@demo", commande).identifiant();
  }

  private static List<String> lecteurs(
      IdentifiantDossier id, Function<IdentifiantDossier, Object> lecture) {
    return TOUS.stream().filter(login -> lit(login, id, lecture)).toList();
  }

  private static boolean lit(
      String login, IdentifiantDossier id, Function<IdentifiantDossier, Object> lecture) {
    try {
      mairie.lire(login, () -> lecture.apply(id));
      return true;
    } catch (ErreurMetier refus) {
      assertThat(refus.code()).isEqualTo(ErreurDossier.INTROUVABLE);
      assertThat(refus).hasMessage("Dossier " + id + " introuvable.");
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource
  void l_ecran_ne_s_ouvre_qu_a_ses_lecteurs(Situation situation) {
    assertThat(lecteurs(dossier(situation), id -> mairie.consultation().fiche(id)))
        .isEqualTo(situation.lecteurs);
  }

  @ParameterizedTest
  @EnumSource
  void l_historique_a_les_memes_lecteurs(Situation situation) {
    assertThat(lecteurs(dossier(situation), id -> mairie.consultation().historique(id)))
        .isEqualTo(situation.lecteurs);
  }

  /** Le circuit « Visa » s’arrête à la DGS ; le Maire, au-dessus d’elle, n’en est pas. */
  @Test
  void un_superieur_hors_du_circuit_lit_le_dossier_de_service_et_lui_seul() {
    IdentifiantDossier service = creer("Visa", Visibilite.SERVICE, true);
    IdentifiantDossier confidentiel = creer("Visa", Visibilite.CONFIDENTIEL, true);
    IdentifiantDossier brouillon = creer("Visa", Visibilite.SERVICE, false);
    for (Function<IdentifiantDossier, Object> lecture :
        List.<Function<IdentifiantDossier, Object>>of(
            id -> mairie.consultation().fiche(id), id -> mairie.consultation().historique(id))) {
      assertThat(lit("maire@demo", service, lecture)).isTrue();
      assertThat(lit("maire@demo", confidentiel, lecture)).isFalse();
      assertThat(lit("maire@demo", brouillon, lecture)).isFalse();
      assertThat(lit("ws@demo", service, lecture)).as("un bureau voisin").isFalse();
    }
  }

  @Test
  void un_superieur_lit_encore_l_historique_du_dossier_de_service_classe() {
    IdentifiantDossier service = creer("Visa", Visibilite.SERVICE, true);
    mairie.faire("dgs@demo", () -> mairie.instruction().viser(service, Avis.SANS));
    mairie.faire("agent@demo", () -> mairie.instruction().archiver(service));
    assertThat(mairie.lire("maire@demo", () -> mairie.consultation().historique(service)))
        .isNotEmpty();
  }
}
