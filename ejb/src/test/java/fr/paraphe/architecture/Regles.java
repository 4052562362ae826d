package fr.paraphe.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Les règles, pour une racine donnée : celle du produit, ou celle des violations plantées. */
final class Regles {

  /** Ce qu’un modèle peut connaître de la plateforme ; le reste est à l’infrastructure. */
  private static final List<String> PLATEFORME_DU_MODELE =
      List.of(
          "java.lang..",
          "java.io",
          "java.math",
          "java.net",
          "java.nio.charset",
          "java.security",
          "java.text",
          "java.time..",
          "java.util..",
          "jakarta.persistence..",
          "jakarta.validation..");

  /** Les seules classes hors d’une face publique que le conteneur gère, et pourquoi. */
  static final Set<String> ADAPTATEURS_DU_CONTENEUR =
      Set.of(
          "AppelantConteneur", // lit le principal dans SessionContext
          "TransactionsConteneur", // ouvre les transactions neuves
          "ControleSchema", // refuse le démarrage sur un autre schéma
          "Prechauffage", // charge le moteur de signature au démarrage
          "Veille", // tic : cachets automatiques, préparations périmées
          "VeilleStockage", // tic : balayage des blobs que rien ne rattache
          "VeilleTravaux", // tic : la file des travaux
          "VeilleNotification"); // tic : récapitulatifs, rappels, messages anciens

  private final String racine;

  Regles(String racine) {
    this.racine = racine;
  }

  private String dans(String paquet) {
    return racine + "." + paquet;
  }

  /** Un composant ne connaît que lui-même et la face publique de ceux de sa ligne. */
  ArchRule aretes(Composant composant) {
    List<String> permis = new ArrayList<>(List.of(composant.face(racine) + ".."));
    composant.connus().forEach(connu -> permis.add(connu.face(racine)));
    return noClasses()
        .that()
        .resideInAPackage(composant.face(racine) + "..")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage(racine + "..")
                .and(
                    DescribedPredicate.not(
                        JavaClass.Predicates.resideInAnyPackage(permis.toArray(String[]::new)))))
        .because("la table des composants ne le permet pas");
  }

  ArchRule sansCycle() {
    return slices().matching(racine + ".(*)..").should().beFreeOfCycles();
  }

  ArchRule modele(Composant composant) {
    List<String> permis = new ArrayList<>(PLATEFORME_DU_MODELE);
    permis.add(composant.face(racine));
    permis.add(composant.face(racine) + ".modele");
    composant.connus().forEach(connu -> permis.add(connu.face(racine)));
    return classes()
        .that()
        .resideInAPackage(composant.face(racine) + ".modele")
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(permis.toArray(String[]::new)).or(PRIMITIF));
  }

  private static final DescribedPredicate<JavaClass> PRIMITIF =
      DescribedPredicate.describe(
          "primitif ou tableau de primitifs", c -> c.getBaseComponentType().isPrimitive());

  ArchRule sansInterfaceUtilisateur() {
    return noClasses()
        .that()
        .resideInAPackage(racine + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.faces..",
            "jakarta.servlet..",
            "jakarta.ws.rs..",
            "jakarta.jws..",
            "jakarta.xml.ws..",
            "jakarta.xml.soap..",
            "org.primefaces..");
  }

  ArchRule moteursDeSignatureConfines() {
    return noClasses()
        .that()
        .resideInAPackage(racine + "..")
        .and()
        .resideOutsideOfPackages(dans("signature.infra.."), dans("visuel.infra.."))
        .and()
        .doNotHaveSimpleName("Bcrypt") // l’empreinte d’un mot de passe tiré
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.itextpdf..", "org.bouncycastle..", "eu.europa.esig..", "org.apache.pdfbox..");
  }

  ArchRule conteneurSurLesFaces() {
    return classes()
        .that()
        .resideInAnyPackage(dans("*.modele.."), dans("*.infra.."))
        .and(nommeesAutrementQue(ADAPTATEURS_DU_CONTENEUR))
        .should(
            tenir(
                "rester hors du conteneur",
                c ->
                    !c.isAnnotatedWith(GERE_PAR_LE_CONTENEUR)
                        && c.getMembers().stream()
                            .noneMatch(m -> m.isAnnotatedWith(GERE_PAR_LE_CONTENEUR))));
  }

  private static ArchCondition<JavaClass> tenir(String regle, Predicate<JavaClass> tenue) {
    return new ArchCondition<>(regle) {
      @Override
      public void check(JavaClass classe, ConditionEvents constats) {
        constats.add(
            new SimpleConditionEvent(
                classe, tenue.test(classe), classe.getName() + " devrait " + regle));
      }
    };
  }

  private static final DescribedPredicate<com.tngtech.archunit.core.domain.JavaAnnotation<?>>
      GERE_PAR_LE_CONTENEUR =
          DescribedPredicate.describe(
              "EJB, rôle ou transaction",
              a ->
                  a.getRawType().getPackageName().equals("jakarta.ejb")
                          && !a.getRawType().getSimpleName().equals("ApplicationException")
                      || a.getRawType().getPackageName().equals("jakarta.annotation.security")
                      || a.getRawType().getPackageName().equals("jakarta.transaction"));

  private static DescribedPredicate<JavaClass> nommeesAutrementQue(Set<String> noms) {
    return DescribedPredicate.describe("hors de " + noms, c -> !noms.contains(c.getSimpleName()));
  }

  ArchRule frontieresGardees() {
    return classes()
        .that()
        .resideInAPackage(dans("*"))
        .and()
        .areAnnotatedWith(Stateless.class)
        .should()
        .beAnnotatedWith(jakarta.annotation.security.RolesAllowed.class);
  }

  ArchRule uneSeuleHorloge() {
    return noClasses()
        .that()
        .resideInAPackage(racine + "..")
        .and()
        .resideOutsideOfPackage(dans("socle.."))
        .should()
        .callMethodWhere(
            DescribedPredicate.describe("lit l’heure du système", a -> litHeure(a.getTarget())))
        .orShould()
        .callConstructorWhere(
            DescribedPredicate.describe(
                "new Date()",
                a ->
                    a.getTargetOwner().getFullName().equals("java.util.Date")
                        && a.getTarget().getRawParameterTypes().isEmpty()));
  }

  private static boolean litHeure(
      com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget cible) {
    String type = cible.getOwner().getFullName();
    String nom = cible.getName();
    boolean civile = type.startsWith("java.time.") && nom.equals("now");
    boolean horloge = type.equals("java.time.Clock") && nom.startsWith("system");
    boolean systeme = type.equals("java.lang.System") && nom.equals("currentTimeMillis");
    boolean calendrier = type.equals("java.util.Calendar") && nom.equals("getInstance");
    return civile || horloge || systeme || calendrier;
  }

  ArchRule sansSortieStandard() {
    return noClasses()
        .that()
        .resideInAPackage(racine + "..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "printStackTrace", a -> a.getName().equals("printStackTrace")));
  }

  ArchRule nomsBannis() {
    return noClasses()
        .that()
        .resideInAPackage(racine + "..")
        .should()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Service")
        .orShould()
        .haveSimpleNameEndingWith("Bean");
  }

  /**
   * {@code sansVersion} : des lignes que l’application ne modifie jamais après les avoir écrites.
   */
  ArchRule entitesVersionnees(Set<String> sansVersion) {
    return classes()
        .that()
        .resideInAPackage(racine + "..")
        .and()
        .areAnnotatedWith(Entity.class)
        .and(nommeesAutrementQue(sansVersion))
        .should(
            tenir(
                "porter @Version",
                c -> c.getFields().stream().anyMatch(f -> f.isAnnotatedWith(Version.class))));
  }

  ArchRule entitesDansLeModele() {
    return classes()
        .that()
        .resideInAPackage(racine + "..")
        .and()
        .areAnnotatedWith(Entity.class)
        .should()
        .resideInAPackage(dans("*.modele"));
  }

  ArchRule modeleSansAccesseurEnEcriture() {
    return classes()
        .that()
        .resideInAPackage(dans("*.modele.."))
        .should(
            tenir(
                "ne s’écrire que par ses verbes",
                c ->
                    c.getMethods().stream().noneMatch(Regles::ecritUnChamp)
                        && c.getFields().stream().noneMatch(Regles::ouvert)));
  }

  private static boolean ecritUnChamp(JavaMethod m) {
    return m.getModifiers().contains(JavaModifier.PUBLIC) && m.getName().matches("set[A-Z].*");
  }

  private static boolean ouvert(JavaField f) {
    return f.getModifiers().contains(JavaModifier.PUBLIC)
        && !f.getModifiers().contains(JavaModifier.FINAL);
  }

  ArchRule observateursJamaisAppeles() {
    return noClasses()
        .that()
        .resideInAPackage(dans("dossier.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            Arrays.stream(Composant.values())
                .filter(c -> c.connus().contains(Composant.DOSSIER))
                .map(c -> c.face(racine) + "..")
                .toArray(String[]::new));
  }
}
