package fr.paraphe.ws;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Les services ne connaissent du métier que ses faces publiques, et le contrat engendré ne sort pas
 * du SOAP. Chaque règle est prouvée sur une classe fautive.
 */
class ArchitectureTest {

  private static final JavaClasses SERVICES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("fr.paraphe.ws");

  private static final ArchRule FACES =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.xml..",
              "jakarta.activation..",
              "jakarta.annotation",
              "jakarta.enterprise..",
              "jakarta.inject..",
              "jakarta.jws..",
              "jakarta.servlet..",
              "jakarta.xml..",
              "org.slf4j..",
              "io.undertow..",
              "org.xnio..",
              "fr.paraphe.ws..",
              "fr.paraphe.socle",
              "fr.paraphe.organisation",
              "fr.paraphe.circuit",
              "fr.paraphe.typologie",
              "fr.paraphe.visuel",
              "fr.paraphe.dossier",
              "fr.paraphe.stockage",
              "fr.paraphe.transmission");

  /** Le transport du serveur n’est connu que d’une classe (ADR 0015). */
  private static final ArchRule TRANSPORT =
      noClasses()
          .that()
          .doNotHaveSimpleName("Presence")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.undertow..", "org.xnio..");

  private static final ArchRule CONTRAT =
      noClasses()
          .that()
          .resideOutsideOfPackages("fr.paraphe.ws.soap..", "fr.paraphe.ws.contrat..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("fr.paraphe.ws.contrat..");

  private static final ArchRule TEMPS = noClasses().should().callMethod(Instant.class, "now");

  @Test
  void chaque_paquet_nomme_existe() {
    assertThat(SERVICES.stream().map(JavaClass::getPackageName))
        .contains("fr.paraphe.ws.contrat")
        .anyMatch(p -> p.startsWith("fr.paraphe.ws.soap."));
    assertThat(
            SERVICES.stream()
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .map(d -> d.getTargetClass().getPackageName()))
        .contains("fr.paraphe.socle", "fr.paraphe.dossier", "fr.paraphe.stockage");
  }

  @Test
  void seules_les_faces_publiques_du_metier_sont_connues() {
    FACES.check(SERVICES);
    Stream.of(Curieuse.class, BaseDirecte.class)
        .forEach(
            fautive ->
                assertThatThrownBy(() -> FACES.check(seule(fautive)))
                    .isInstanceOf(AssertionError.class));
  }

  @Test
  void le_contrat_engendre_ne_sort_pas_du_soap() {
    CONTRAT.check(SERVICES);
    assertThatThrownBy(() -> CONTRAT.check(seule(HorsDuSoap.class)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void l_horloge_est_la_seule_source_du_temps() {
    TEMPS.check(SERVICES);
    assertThatThrownBy(() -> TEMPS.check(seule(Pressee.class))).isInstanceOf(AssertionError.class);
  }

  @Test
  void une_seule_classe_connait_le_transport() {
    TRANSPORT.check(SERVICES);
    assertThatThrownBy(() -> TRANSPORT.check(seule(Branchee.class)))
        .isInstanceOf(AssertionError.class);
  }

  private static JavaClasses seule(Class<?> fautive) {
    return new ClassFileImporter().importClasses(fautive);
  }

  @SuppressWarnings("unused")
  private static final class Curieuse {
    private fr.paraphe.dossier.modele.Dossier dossier;
  }

  @SuppressWarnings("unused")
  private static final class BaseDirecte {
    private jakarta.persistence.EntityManager em;
  }

  @SuppressWarnings("unused")
  private static final class HorsDuSoap {
    private fr.paraphe.ws.contrat.ObjectFactory fabrique;
  }

  @SuppressWarnings("unused")
  private static final class Branchee {
    private io.undertow.server.HttpServerExchange echange;
  }

  @SuppressWarnings("unused")
  private static final class Pressee {
    private final Instant instant = Instant.now();
  }
}
