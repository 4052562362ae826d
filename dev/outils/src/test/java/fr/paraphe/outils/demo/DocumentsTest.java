package fr.paraphe.outils.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import fr.paraphe.signature.Placement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Les papiers de la démonstration sont ceux d’une mairie, et tous s’ouvrent. */
class DocumentsTest {

  private static final Path MODELES = Path.of("../demo");

  /** Espace ordinaire où le français la veut insécable, apostrophe ou guillemet de machine. */
  private static final Pattern FAUTE =
      Pattern.compile(" [:;?!»%€]|« |['\"]|\\d \\d{3}\\b|\\.\\.\\.|(?i:lorem|ipsum|todo)|@[A-Z]+@");

  private static final Calendrier CALENDRIER =
      new Calendrier(Instant.parse("2031-02-03T09:00:00Z"));

  private static List<Recit> recits;
  private static Documents documents;

  @BeforeAll
  static void lire() throws IOException {
    recits = Recit.lire(MODELES.resolve("dossiers.yaml"), CALENDRIER);
    documents = new Documents(MODELES, CALENDRIER);
  }

  @Test
  void chaque_recit_a_son_identifiant_et_raconte_un_document_entier() {
    assertThat(recits).extracting(Recit::id).doesNotHaveDuplicates().hasSizeGreaterThan(25);
    for (Recit recit : recits) {
      assertThat(String.join(" ", recit.document().paragraphes()))
          .as(recit.id())
          .hasSizeGreaterThan(90);
    }
    assertThat(recits.stream().flatMap(DocumentsTest::paragraphes))
        .allMatch(p -> p.matches(".*[.,;]") || p.equals(p.toUpperCase(Locale.FRANCE)));
    assertThat(recits)
        .extracting(r -> r.document().moule())
        .containsAll(EnumSet.complementOf(EnumSet.of(Moule.ANNEXE)));
  }

  @Test
  void la_typographie_est_francaise_dans_les_titres_les_annotations_et_les_documents()
      throws IOException {
    for (Recit recit : recits) {
      List<String> textes = new ArrayList<>(List.of(recit.titre(), recit.note()));
      recit.actes().forEach(a -> textes.add(a.note()));
      for (Documents.Fichier pdf : pdfs(recit)) {
        textes.add(texte(pdf));
      }
      assertThat(textes).as(recit.id()).noneMatch(t -> FAUTE.matcher(t).find());
    }
  }

  @Test
  void l_annee_des_references_est_celle_du_dossier() throws IOException {
    Recit ancien =
        recits.stream()
            .filter(r -> CALENDRIER.jour(-r.creation().ilYA()).getYear() == 2031)
            .filter(r -> r.titre().contains("-47"))
            .findFirst()
            .orElseThrow();
    assertThat(ancien.titre()).startsWith("Délibération 2031-47");
    assertThat(texte(documents.de(ancien).principal())).contains("2031-47", "janvier 2031");
  }

  @Test
  void un_document_a_signer_ou_a_cacheter_porte_le_repere_que_le_tampon_couvrira()
      throws IOException {
    for (Recit recit : recits) {
      String texte = texte(pdfs(recit).get(0));
      Moule.Fin fin = recit.document().moule().fin();
      assertThat(texte.contains(Placement.BALISE_SIGNATURE)).isEqualTo(fin == Moule.Fin.SIGNATURE);
      assertThat(texte.contains(Placement.BALISE_CACHET)).isEqualTo(fin == Moule.Fin.CACHET);
      if (recit.type().equals("Cachet")) {
        assertThat(fin).as(recit.id()).isEqualTo(Moule.Fin.CACHET);
      }
    }
  }

  @Test
  void le_flux_comptable_est_du_xml_et_son_visuel_un_pdf() throws Exception {
    Recit recit =
        recits.stream().filter(r -> r.document().moule() == Moule.PES).findFirst().orElseThrow();
    Documents.Liasse liasse = documents.de(recit);
    var xml =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(liasse.principal().contenu()));
    assertThat(xml.getDocumentElement().getLocalName()).isEqualTo("PES_Aller");
    assertThat(liasse.principal().nom()).isEqualTo("PESALR2_214.xml");
    assertThat(new String(liasse.principal().contenu(), StandardCharsets.ISO_8859_1))
        .doesNotContain("@");
    assertThat(texte(liasse.visuel().orElseThrow())).contains("Total du bordereau");
  }

  @Test
  void les_noms_des_fichiers_d_un_dossier_sont_distincts() {
    for (Recit recit : recits) {
      Documents.Liasse liasse = documents.de(recit);
      Set<String> noms =
          Stream.concat(Stream.of(liasse.principal()), liasse.annexes().stream())
              .map(Documents.Fichier::nom)
              .collect(Collectors.toSet());
      assertThat(noms).as(recit.id()).hasSize(1 + liasse.annexes().size());
      assertThat(noms).allMatch(n -> n.matches("[A-Za-z0-9_-]{3,60}\\.(pdf|xml)"));
    }
  }

  private static Stream<String> paragraphes(Recit recit) {
    return Stream.concat(Stream.of(recit.document()), recit.annexes().stream())
        .flatMap(t -> t.paragraphes().stream());
  }

  /** Le document lisible d’abord, puis les annexes. */
  private static List<Documents.Fichier> pdfs(Recit recit) {
    Documents.Liasse liasse = documents.de(recit);
    List<Documents.Fichier> pdfs = new ArrayList<>();
    pdfs.add(liasse.visuel().orElse(liasse.principal()));
    pdfs.addAll(liasse.annexes());
    return pdfs;
  }

  private static String texte(Documents.Fichier fichier) throws IOException {
    StringBuilder texte = new StringBuilder();
    try (PdfDocument pdf =
        new PdfDocument(new PdfReader(new ByteArrayInputStream(fichier.contenu())))) {
      assertThat(pdf.isTagged()).isTrue();
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        texte.append(PdfTextExtractor.getTextFromPage(pdf.getPage(page))).append('\n');
      }
    }
    return texte.toString();
  }
}
