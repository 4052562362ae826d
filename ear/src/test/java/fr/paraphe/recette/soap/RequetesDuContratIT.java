package fr.paraphe.recette.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Les requêtes que docs/contrat-soap.md donne à copier sont exécutées telles qu’elles y sont. */
class RequetesDuContratIT {

  private static final String EXEMPLE = "EX-2026-001";
  private static final Pattern BLOC =
      Pattern.compile("### (\\w+)\n.*?```xml\n(.*?)\n```\n\n```text\n(.*?)\n```", Pattern.DOTALL);

  private static CommuneSoap commune;

  private record Exemple(String operation, String requete, String attendu) {
    @Override
    public String toString() {
      return operation;
    }
  }

  @BeforeAll
  static void ouvrir() {
    commune = CommuneSoap.fondee();
  }

  private static Map<String, Exemple> exemples() {
    Path projet = Path.of(System.getProperty("recette.projet", ".."));
    Map<String, Exemple> lus = new LinkedHashMap<>();
    try {
      Matcher blocs = BLOC.matcher(Files.readString(projet.resolve("docs/contrat-soap.md")));
      while (blocs.find()) {
        lus.put(blocs.group(1), new Exemple(blocs.group(1), blocs.group(2), blocs.group(3)));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return lus;
  }

  private static Stream<Exemple> chacune() {
    return exemples().values().stream();
  }

  private static Connecteur compte(String nom) {
    return new Connecteur(commune.adresse(), nom, commune.motDePasse());
  }

  @Test
  void chaque_operation_du_contrat_a_sa_requete() {
    Matcher operations =
        Pattern.compile("<wsdl:operation name=\"(\\w+)\">")
            .matcher(compte(CommuneSoap.WS).lire(Connecteur.MTOM + "?wsdl").texte());
    TreeSet<String> noms = new TreeSet<>();
    while (operations.find()) {
      noms.add(operations.group(1));
    }
    assertThat(new TreeSet<>(exemples().keySet())).isEqualTo(noms).hasSize(20);
  }

  @ParameterizedTest
  @MethodSource("chacune")
  void la_requete_a_copier_obtient_la_reponse_annoncee(Exemple exemple) {
    String id = "doc " + UUID.randomUUID();
    preparer(exemple.operation(), id);
    boolean dgs = exemple.operation().equals("ForcerEtape");
    for (String adresse : new String[] {Connecteur.SANS_MTOM, Connecteur.MTOM}) {
      if (adresse.equals(Connecteur.MTOM) && !relisible(exemple.operation())) {
        return;
      }
      Connecteur.Reponse reponse =
          compte(dgs ? CommuneSoap.DGS : CommuneSoap.WS)
              .poster(
                  adresse,
                  "text/xml; charset=utf-8",
                  BodyPublishers.ofString(remplir(exemple.requete(), id)));
      assertThat(reponse.statut()).as(reponse.texte()).isEqualTo(200);
      exemple.attendu().lines().forEach(l -> assertThat(reponse.texte()).contains(remplir(l, id)));
    }
  }

  private static boolean relisible(String operation) {
    return operation.startsWith("Get")
        || operation.equals("echo")
        || operation.equals("RechercherDossiers");
  }

  private static String remplir(String texte, String id) {
    return texte
        .replace(EXEMPLE, id)
        .replace("PDF_EN_BASE64", Pdf.base64("exemple"))
        .replace(
            "XML_EN_BASE64",
            Base64.getEncoder()
                .encodeToString(
                    "<?xml version='1.0'?><PES_Aller/>".getBytes(StandardCharsets.UTF_8)));
  }

  private static void preparer(String operation, String id) {
    if (operation.startsWith("Creer")) {
      return;
    }
    Connecteur.Reponse depot =
        compte(CommuneSoap.WS).appeler(Connecteur.depot(id, "", Pdf.base64(id)));
    assertThat(depot.element("codeRetour")).isEqualTo("OK");
    if (operation.equals("ArchiverDossier") || operation.equals("EffacerDossierRejete")) {
      compte(CommuneSoap.DGS)
          .appeler(
              "<n:ForcerEtapeRequest><n:DossierID>%s</n:DossierID><n:CodeTransition>%s</n:CodeTransition><n:AnnotationPublique>Vu</n:AnnotationPublique></n:ForcerEtapeRequest>"
                  .formatted(id, operation.equals("ArchiverDossier") ? "OK" : "KO"));
    }
  }
}
