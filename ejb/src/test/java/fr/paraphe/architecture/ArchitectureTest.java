package fr.paraphe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import fr.paraphe.socle.ErreurMetier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Le métier tient ses règles, et chaque règle attrape la faute plantée pour elle. */
class ArchitectureTest {

  private static final String PRODUIT = "fr.paraphe";
  private static final String FAUTES = "fr.paraphe.architecture.violations";

  /**
   * Une étape de modèle n’est écrite qu’à la création de son circuit, qui porte la version pour
   * elle.
   */
  private static final Set<String> SANS_VERSION = Set.of("EtapeModele");

  private static final JavaClasses METIER =
      new ClassFileImporter()
          .importUrl(ErreurMetier.class.getProtectionDomain().getCodeSource().getLocation());
  private static final JavaClasses PLANTEES = new ClassFileImporter().importPackages(FAUTES);

  private static String composant(JavaClass c) {
    String[] mots = c.getPackageName().split("\\.");
    return mots.length > 2 ? mots[2] : "";
  }

  @Test
  void la_table_nomme_tous_les_composants_et_aucun_n_est_vide() {
    Set<String> trouves =
        METIER.stream()
            .filter(c -> c.getPackageName().startsWith(PRODUIT + "."))
            .map(ArchitectureTest::composant)
            .collect(Collectors.toSet());
    assertThat(trouves)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Composant.values()).map(Composant::nom).toList());
  }

  @Test
  void un_composant_n_a_que_sa_face_son_modele_et_son_infrastructure() {
    assertThat(METIER.stream().map(JavaClass::getPackageName).distinct())
        .allMatch(p -> p.matches("fr\\.paraphe(\\.[a-z]+(\\.(modele|infra))?)?"));
  }

  @ParameterizedTest
  @EnumSource
  void un_composant_ne_connait_que_la_face_publique_de_ceux_de_sa_ligne(Composant composant) {
    assertThat(METIER.stream().filter(c -> c.getPackageName().equals(composant.face(PRODUIT))))
        .as("la face publique de %s existe", composant)
        .isNotEmpty();
    new Regles(PRODUIT).aretes(composant).check(METIER);
  }

  @ParameterizedTest
  @EnumSource
  void un_modele_ne_connait_que_java_la_persistance_et_les_faces_permises(Composant composant) {
    new Regles(PRODUIT).modele(composant).allowEmptyShould(true).check(METIER);
  }

  @Test
  void les_modeles_attendus_existent() {
    assertThat(
            METIER.stream()
                .map(JavaClass::getPackageName)
                .filter(p -> p.endsWith(".modele"))
                .map(p -> p.split("\\.")[2])
                .collect(Collectors.toSet()))
        .contains("circuit", "typologie", "dossier", "journal");
  }

  @Test
  void les_adaptateurs_du_conteneur_nommes_existent() {
    assertThat(METIER.stream().map(JavaClass::getSimpleName))
        .containsAll(Regles.ADAPTATEURS_DU_CONTENEUR)
        .containsAll(SANS_VERSION);
  }

  private record Epreuve(
      String nom, java.util.function.Function<Regles, ArchRule> regle, String... fautives) {}

  private static Stream<Epreuve> epreuves() {
    return Stream.of(
        new Epreuve("aucun cycle", Regles::sansCycle, "circuit", "organisation"),
        new Epreuve(
            "le métier ignore les écrans et les services",
            Regles::sansInterfaceUtilisateur,
            "Ecran"),
        new Epreuve(
            "les moteurs de signature restent dans leur infrastructure",
            Regles::moteursDeSignatureConfines,
            "SigneAilleurs"),
        new Epreuve(
            "le conteneur ne gère que les faces publiques",
            Regles::conteneurSurLesFaces,
            "DepotTransactionnel",
            "ModeleSansEtat"),
        new Epreuve(
            "toute frontière dit qui y entre", Regles::frontieresGardees, "FrontiereOuverte"),
        new Epreuve("une seule horloge", Regles::uneSeuleHorloge, "Montre.instant", "Montre.date"),
        new Epreuve(
            "rien sur la sortie standard",
            Regles::sansSortieStandard,
            "Bavard.dire",
            "Bavard.tracer"),
        new Epreuve(
            "pas de nom vide de sens", Regles::nomsBannis, "DossierManager", "DossierServiceImpl"),
        new Epreuve(
            "toute entité a sa version",
            r -> r.entitesVersionnees(SANS_VERSION),
            "EntiteSansVersion"),
        new Epreuve("une entité est du modèle", Regles::entitesDansLeModele, "EntiteEgaree"),
        new Epreuve(
            "un modèle ne s’écrit que par ses verbes",
            Regles::modeleSansAccesseurEnEcriture,
            "EntiteSansVersion"),
        new Epreuve(
            "le dossier ignore ceux qui l’écoutent",
            Regles::observateursJamaisAppeles,
            "AppelleLeJournal"));
  }

  @TestFactory
  Stream<DynamicTest> le_metier_tient() {
    return epreuves()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.nom(), () -> e.regle().apply(new Regles(PRODUIT)).check(METIER)));
  }

  @TestFactory
  Stream<DynamicTest> la_regle_attrape_sa_faute() {
    return epreuves()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.nom(), () -> attrape(e.regle().apply(new Regles(FAUTES)), e.fautives())));
  }

  @Test
  void les_aretes_interdites_et_les_entrailles_d_un_autre_sont_attrapees() {
    Regles regles = new Regles(FAUTES);
    attrape(regles.aretes(Composant.ORGANISATION), "ConnaitLeCircuit");
    attrape(regles.aretes(Composant.DOSSIER), "FouilleUnModele", "FouilleUneInfrastructure");
    attrape(regles.aretes(Composant.STOCKAGE), "ConnaitLeDossier");
  }

  @Test
  void un_modele_qui_connait_le_conteneur_ou_son_infrastructure_est_attrape() {
    attrape(
        new Regles(FAUTES).modele(Composant.DOSSIER), "ModeleSansEtat", "ModeleEtInfrastructure");
  }

  private static void attrape(ArchRule regle, String... fautives) {
    var constat = regle.evaluate(PLANTEES);
    assertThat(constat.hasViolation()).isTrue();
    String details = String.join("\n", constat.getFailureReport().getDetails());
    assertThat(details).contains(fautives);
  }
}
