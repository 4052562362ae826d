package fr.paraphe.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.faces.view.ViewScoped;
import java.io.Serializable;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Les écrans ne connaissent du métier que ses faces publiques. Chaque règle est prouvée sur une
 * classe fautive.
 */
class ArchitectureTest {
  private static final JavaClasses ECRANS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("fr.paraphe.web");

  private static final ArchRule FACES =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "jakarta.annotation..",
              "jakarta.enterprise..",
              "jakarta.faces..",
              "jakarta.inject..",
              "jakarta.json..",
              "jakarta.servlet..",
              "org.slf4j..",
              "fr.paraphe.web..",
              "fr.paraphe.socle",
              "fr.paraphe.organisation",
              "fr.paraphe.circuit",
              "fr.paraphe.typologie",
              "fr.paraphe.dossier",
              "fr.paraphe.journal",
              "fr.paraphe.stockage",
              "fr.paraphe.transmission",
              "fr.paraphe.notification",
              "fr.paraphe.travaux");
  private static final ArchRule SERIALISABLES =
      classes().that().areAnnotatedWith(ViewScoped.class).should().implement(Serializable.class);
  private static final ArchRule TEMPS = noClasses().should().callMethod(Instant.class, "now");

  @Test
  void les_ecrans_ont_des_classes() {
    assertThat(ECRANS.size()).isGreaterThan(25);
  }

  @Test
  void seules_les_faces_publiques_du_metier_sont_connues() {
    FACES.check(ECRANS);
    assertThatThrownBy(() -> FACES.check(seule(TropCurieuse.class)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void l_etat_d_une_vue_se_garde_en_session() {
    SERIALISABLES.check(ECRANS);
    assertThatThrownBy(() -> SERIALISABLES.check(seule(VueOublieuse.class)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void l_horloge_est_la_seule_source_du_temps() {
    TEMPS.check(ECRANS);
    assertThatThrownBy(() -> TEMPS.check(seule(Pressee.class))).isInstanceOf(AssertionError.class);
  }

  private static JavaClasses seule(Class<?> fautive) {
    return new ClassFileImporter().importClasses(fautive);
  }

  @SuppressWarnings("unused")
  private static final class TropCurieuse {
    private jakarta.persistence.EntityManager base;
  }

  @ViewScoped
  private static final class VueOublieuse {}

  private static final class Pressee {
    @SuppressWarnings("unused")
    Instant maintenant() {
      return Instant.now();
    }
  }
}
