package fr.paraphe.signature;

import static fr.paraphe.signature.pki.Pki.pki;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.signature.infra.MoteurDss;
import fr.paraphe.signature.infra.Pades;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.stockage.BlobRef;
import fr.paraphe.stockage.CoffreMemoire;
import fr.paraphe.stockage.LectureBlob;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Le tampon tel qu’un autre outil (poppler) le dessine. */
class TamponTest {

  private static final Instant INSTANT = Instant.parse("2026-11-23T09:48:12Z");

  @TempDir Path dossier;
  private final CoffreMemoire coffre = new CoffreMemoire();
  private final SignatureDocuments signature = new SignatureDocuments(new Pades(coffre));

  @BeforeEach
  void installer() {
    System.setProperty("paraphe.tmp", dossier.resolve("tmp").toString());
  }

  @Test
  void le_tampon_dit_qui_a_signe_et_quand_avec_ses_accents() throws Exception {
    Tampon tampon =
        Tampon.personne(
            Placement.parDefaut(),
            Optional.empty(),
            "Zoé L’Hœuillet-Müller",
            "première adjointe",
            "par délégation de Paul Maire",
            INSTANT);

    assertThat(texte(signer(DocumentsPdf.lettre(), tampon)))
        .contains(
            "Zoé L’Hœuillet-Müller, première adjointe",
            "par délégation de Paul Maire",
            "Signé électroniquement le 23/11/2026 à 10:48");
  }

  @Test
  void un_nom_hors_de_la_police_reste_lisible_et_un_nom_sans_fin_tient_dans_le_cadre()
      throws Exception {
    assertThat(texte(signer(DocumentsPdf.lettre(), tampon("Łukasz Dvořák (maire) \\ 😀"))))
        .contains("Lukasz Dvorák (maire) \\");
    String tresLong = texte(signer(DocumentsPdf.lettre(), tampon("Marie-Anne ".repeat(30))));
    assertThat(tresLong).contains("Marie-Anne").contains("…");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void le_tampon_est_droit_et_en_bas_a_droite_quelle_que_soit_la_rotation(int rotation)
      throws Exception {
    byte[] document = DocumentsPdf.lettre(1, page -> page.setRotation(rotation));
    BufferedImage avant = image(coffre.pdf(document));
    BufferedImage apres = image(signer(document, tampon("Paul Maire")));

    int l = apres.getWidth();
    int h = apres.getHeight();
    assertThat(difference(avant, apres))
        .isEqualTo(new Boite(l - 24 - 200, h - 24 - 70, l - 24, h - 24));
    assertThat(texte(signer(document, tampon("Paul Maire")))).contains("Paul Maire");
  }

  @Test
  void le_cadrage_de_la_page_compte() throws Exception {
    byte[] document =
        DocumentsPdf.lettre(1, page -> page.setCropBox(new PDRectangle(100, 200, 400, 500)));
    BufferedImage avant = image(coffre.pdf(document));
    BufferedImage apres = image(signer(document, tampon("Paul Maire")));

    assertThat(apres.getWidth()).isEqualTo(400);
    assertThat(difference(avant, apres)).isEqualTo(new Boite(176, 406, 376, 476));
  }

  @Test
  void un_tampon_place_a_la_main_a_exactement_le_rectangle_demande() throws Exception {
    Tampon place =
        new Tampon(Placement.a(1, 200, 700), Optional.empty(), List.of("Paul Maire", "ligne"));
    PDRectangle rect = rectangles(signer(DocumentsPdf.lettre(), place)).get(0);

    assertThat(
            List.of(
                rect.getLowerLeftX(),
                rect.getLowerLeftY(),
                rect.getUpperRightX(),
                rect.getUpperRightY()))
        .containsExactly(200f, 700f, 400f, 770f);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void un_repere_dans_le_texte_attire_le_tampon_et_disparait_dessous(int rotation)
      throws Exception {
    byte[] document =
        DocumentsPdf.avecTexte("Le maire #signature#", page -> page.setRotation(rotation));
    Tampon tampon =
        new Tampon(
            Placement.sur(Placement.BALISE_SIGNATURE), Optional.empty(), List.of("Paul Maire"));
    PDRectangle rect = rectangles(signer(document, tampon)).get(0);
    float x = (rect.getLowerLeftX() + rect.getUpperRightX()) / 2;
    float y = (rect.getLowerLeftY() + rect.getUpperRightY()) / 2;

    assertThat(x).isBetween(145f, 180f);
    assertThat(y).isBetween(698f, 712f);
  }

  @Test
  void un_repere_absent_laisse_la_place_ordinaire() throws Exception {
    Tampon tampon =
        new Tampon(Placement.sur(Placement.BALISE_CACHET), Optional.empty(), List.of("Ville"));
    PDRectangle rect = rectangles(signer(DocumentsPdf.lettre(), tampon)).get(0);

    assertThat(rect.getLowerLeftY()).isEqualTo(24f);
  }

  @Test
  void huit_signatures_ne_se_couvrent_jamais() throws Exception {
    BlobRef document = coffre.pdf(DocumentsPdf.lettre());
    for (int i = 0; i < 8; i++) {
      document = signer(document, tampon("Paul Maire"));
    }
    List<PDRectangle> places = rectangles(document);

    assertThat(places).hasSize(8);
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(chevauche(places.get(i), places.get(j))).as("%d et %d", i, j).isFalse();
      }
    }
    try (LectureBlob lecture = coffre.ouvrir(document)) {
      assertThat(
              new Validation(new MoteurDss())
                  .valider(lecture, pki().autorite().ancres())
                  .sansReserve())
          .isTrue();
    }
  }

  @Test
  void une_image_transparente_se_voit_sur_fond_blanc() throws Exception {
    Tampon avecImage =
        Tampon.personne(
            Placement.parDefaut(), Optional.of(griffe()), "Paul Maire", "maire", "", INSTANT);
    BlobRef signe = signer(coffre.pdf(DocumentsPdf.lettre(1, p -> {})), avecImage);
    BufferedImage vue = image(signe);
    int bleus = 0;
    for (int x = vue.getWidth() - 224; x < vue.getWidth() - 24; x++) {
      for (int y = vue.getHeight() - 94; y < vue.getHeight() - 24; y++) {
        Color c = new Color(vue.getRGB(x, y));
        bleus += c.getBlue() > 150 && c.getRed() < 80 ? 1 : 0;
      }
    }

    assertThat(bleus).isGreaterThan(100);
  }

  @Test
  void une_image_illisible_bloque_au_lieu_de_disparaitre() throws Exception {
    BlobRef document = coffre.pdf(DocumentsPdf.lettre());
    Tampon casse =
        Tampon.personne(
            Placement.parDefaut(), Optional.of(new byte[] {1, 2, 3}), "Paul", "", "", INSTANT);

    assertThatThrownBy(() -> signer(document, casse))
        .isInstanceOfSatisfying(
            ErreurMetier.class,
            e -> assertThat(e.code()).isEqualTo(ErreurSignature.IMAGE_ILLISIBLE));
  }

  @Test
  void une_signature_sans_tampon_ne_change_rien_a_ce_qu_on_voit() throws Exception {
    byte[] document = DocumentsPdf.lettre(1, p -> {});
    BufferedImage avant = image(coffre.pdf(document));
    BlobRef signe = signer(coffre.pdf(document), (Tampon) null);

    assertThat(difference(avant, image(signe))).isNull();
  }

  @Test
  void le_dictionnaire_de_signature_porte_nom_raison_lieu_et_date() throws Exception {
    BlobRef signe = signer(DocumentsPdf.lettre(), tampon("Paul Maire"));
    try (PDDocument document = Loader.loadPDF(coffre.lire(signe))) {
      PDSignature champ = document.getSignatureDictionaries().get(0);

      assertThat(champ.getName()).isEqualTo("Paul Maire");
      assertThat(champ.getReason()).isEqualTo("Maire");
      assertThat(champ.getLocation()).isEqualTo("Ville de Démo");
      assertThat(champ.getSignDate().toInstant()).isEqualTo(INSTANT);
      assertThat(champ.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
    }
  }

  private static Tampon tampon(String nom) {
    return Tampon.personne(Placement.auto(1), Optional.empty(), nom, "", "", INSTANT);
  }

  private BlobRef signer(byte[] document, Tampon tampon) throws Exception {
    return signer(coffre.pdf(document), tampon);
  }

  private BlobRef signer(BlobRef document, Tampon tampon) throws Exception {
    Identite maire = pki().maire();
    DocumentPrepare prepare =
        signature.preparer(
            new DemandeSignature(
                document,
                maire.chaine(),
                Optional.ofNullable(tampon),
                "Maire",
                "Ville de Démo",
                INSTANT));
    return signature
        .incorporer(document, prepare.prepare(), maire.chaine(), maire.signer(prepare.aSigner()))
        .document();
  }

  private List<PDRectangle> rectangles(BlobRef document) throws IOException {
    List<PDRectangle> places = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(coffre.lire(document))) {
      for (PDSignatureField champ : pdf.getSignatureFields()) {
        places.add(champ.getWidgets().get(0).getRectangle());
      }
    }
    return places;
  }

  private static boolean chevauche(PDRectangle a, PDRectangle b) {
    return a.getLowerLeftX() < b.getUpperRightX()
        && b.getLowerLeftX() < a.getUpperRightX()
        && a.getLowerLeftY() < b.getUpperRightY()
        && b.getLowerLeftY() < a.getUpperRightY();
  }

  private String texte(BlobRef document) throws Exception {
    Path fichier = Files.write(dossier.resolve("texte.pdf"), coffre.lire(document));
    Process lecteur = new ProcessBuilder("pdftotext", "-layout", fichier.toString(), "-").start();
    return new String(lecteur.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** La première page, un pixel par point, cadrage et rotation appliqués. */
  private BufferedImage image(BlobRef document) throws Exception {
    Path fichier = Files.write(dossier.resolve("rendu.pdf"), coffre.lire(document));
    Path sortie = dossier.resolve("rendu");
    new ProcessBuilder(
            "pdftoppm",
            "-png",
            "-r",
            "72",
            "-f",
            "1",
            "-singlefile",
            "-cropbox",
            fichier.toString(),
            sortie.toString())
        .inheritIO()
        .start()
        .waitFor();
    return ImageIO.read(dossier.resolve("rendu.png").toFile());
  }

  record Boite(int gauche, int haut, int droite, int bas) {

    @Override
    public boolean equals(Object autre) {
      return autre instanceof Boite b
          && Math.abs(gauche - b.gauche) <= 2
          && Math.abs(haut - b.haut) <= 2
          && Math.abs(droite - b.droite) <= 2
          && Math.abs(bas - b.bas) <= 2;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  private static Boite difference(BufferedImage a, BufferedImage b) {
    Boite boite = null;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        if (a.getRGB(x, y) != b.getRGB(x, y)) {
          boite =
              boite == null
                  ? new Boite(x, y, x + 1, y + 1)
                  : new Boite(
                      Math.min(boite.gauche, x), boite.haut, Math.max(boite.droite, x + 1), y + 1);
        }
      }
    }
    return boite;
  }

  private static byte[] griffe() throws IOException {
    BufferedImage image = new BufferedImage(256, 96, BufferedImage.TYPE_INT_ARGB);
    Graphics2D plume = image.createGraphics();
    plume.setColor(new Color(20, 40, 200));
    plume.setStroke(new BasicStroke(8));
    plume.drawLine(10, 80, 240, 20);
    plume.drawOval(40, 20, 60, 50);
    plume.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }
}
