package fr.paraphe.signature.infra;

import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.io.image.ImageData;
import com.itextpdf.io.image.ImageDataFactory;
import com.itextpdf.kernel.colors.Color;
import com.itextpdf.kernel.colors.ColorConstants;
import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import com.itextpdf.kernel.pdf.xobject.PdfImageXObject;
import fr.paraphe.signature.ErreurSignature;
import fr.paraphe.signature.Tampon;
import fr.paraphe.socle.ErreurMetier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;

/**
 * Dessine le tampon : fond blanc, filet fin, image en haut, texte en bas. Polices incorporées,
 * restreintes aux caractères employés.
 */
final class DessinTampon {

  private static final Color FILET = new DeviceRgb(0x7F, 0xA8, 0xB0);
  private static final Color ENCRE = new DeviceRgb(0x0E, 0x4F, 0x5C);
  private static final float MARGE = 6;
  private static final float CORPS = 7.2f;
  private static final float CORPS_MIN = 4.5f;
  private static final float INTERLIGNE = 1.3f;
  private static final int COTE_MAX = 4000;

  /** Lettres latines qu’Unicode ne sait pas séparer de leur signe. */
  private static final Map<Integer, String> BARREES =
      Map.of(0x141, "L", 0x142, "l", 0x110, "D", 0x111, "d", 0x126, "H", 0x127, "h");

  private static final byte[] MAIGRE = police("AtkinsonHyperlegibleNext-Regular.ttf");
  private static final byte[] GRAS = police("AtkinsonHyperlegibleNext-Bold.ttf");

  private final PdfDocument document;
  private final float largeur;
  private final float hauteur;

  DessinTampon(PdfDocument document, float largeur, float hauteur) {
    this.document = document;
    this.largeur = largeur;
    this.hauteur = hauteur;
  }

  PdfFormXObject dessiner(Tampon tampon) throws IOException {
    PdfFormXObject forme = new PdfFormXObject(new Rectangle(largeur, hauteur));
    PdfCanvas toile = new PdfCanvas(forme, document);
    cadre(toile);
    float texte = tampon.lignes().size() * CORPS * INTERLIGNE;
    if (tampon.image().isPresent()) {
      image(toile, tampon.image().get(), texte);
      ecrire(toile, tampon.lignes(), MARGE + texte - CORPS);
    } else {
      ecrire(toile, tampon.lignes(), (hauteur + texte) / 2 - CORPS);
    }
    return forme;
  }

  private void cadre(PdfCanvas toile) {
    toile
        .saveState()
        .setLineWidth(0.6f)
        .setStrokeColor(FILET)
        .setFillColor(ColorConstants.WHITE)
        .roundRectangle(0.3, 0.3, largeur - 0.6, hauteur - 0.6, 2)
        .fillStroke()
        .restoreState();
  }

  private void image(PdfCanvas toile, byte[] octets, float texte) {
    float haut = hauteur - texte - 2 * MARGE - 1;
    float large = largeur - 2 * MARGE;
    if (haut <= 0) {
      return;
    }
    PdfImageXObject image = new PdfImageXObject(lire(octets));
    float echelle = Math.min(large / image.getWidth(), haut / image.getHeight());
    Rectangle place =
        new Rectangle(
            MARGE,
            hauteur - MARGE - haut + (haut - image.getHeight() * echelle) / 2,
            image.getWidth() * echelle,
            image.getHeight() * echelle);
    toile.addXObjectFittedIntoRectangle(image, place);
  }

  private static ImageData lire(byte[] octets) {
    try {
      ImageData image = ImageDataFactory.create(octets);
      if (image.getWidth() <= COTE_MAX && image.getHeight() <= COTE_MAX) {
        return image;
      }
    } catch (RuntimeException illisible) {
      throw refus(illisible);
    }
    throw refus(null);
  }

  private static ErreurMetier refus(Throwable cause) {
    return new ErreurMetier(
        ErreurSignature.IMAGE_ILLISIBLE,
        "L’image de signature ne peut pas être lue. Remplacez-la par une image PNG ou JPEG dans vos préférences.",
        cause);
  }

  private void ecrire(PdfCanvas toile, List<String> lignes, float premiere) throws IOException {
    float y = premiere;
    for (int i = 0; i < lignes.size(); i++) {
      PdfFont police =
          PdfFontFactory.createFont(
              i == 0 ? GRAS : MAIGRE,
              PdfEncodings.IDENTITY_H,
              PdfFontFactory.EmbeddingStrategy.FORCE_EMBEDDED,
              false);
      String ligne = ecrivable(police, lignes.get(i));
      float corps = corps(police, ligne);
      toile
          .beginText()
          .setFontAndSize(police, corps)
          .setFillColor(ENCRE)
          .moveText(MARGE, y)
          .showText(tenir(police, corps, ligne))
          .endText();
      y -= CORPS * INTERLIGNE;
    }
  }

  private float corps(PdfFont police, String ligne) {
    float naturelle = police.getWidth(ligne, CORPS);
    float place = largeur - 2 * MARGE;
    return naturelle <= place ? CORPS : Math.max(CORPS_MIN, CORPS * place / naturelle);
  }

  private String tenir(PdfFont police, float corps, String ligne) {
    String texte = ligne;
    while (texte.length() > 1 && police.getWidth(texte, corps) > largeur - 2 * MARGE + 0.01f) {
      texte = texte.substring(0, texte.length() - 2).stripTrailing() + "…";
    }
    return texte;
  }

  /**
   * Ne garde que ce que la police sait dessiner ; une lettre accentuée inconnue perd son accent.
   */
  private static String ecrivable(PdfFont police, String texte) {
    StringBuilder sortie = new StringBuilder();
    Normalizer.normalize(texte, Normalizer.Form.NFC)
        .codePoints()
        .forEach(c -> sortie.append(glyphe(police, c)));
    return sortie.toString().strip();
  }

  private static String glyphe(PdfFont police, int c) {
    if (police.containsGlyph(c)) {
      return Character.toString(c);
    }
    if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
      return " ";
    }
    String simple =
        BARREES.getOrDefault(
            c,
            Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", ""));
    boolean connu = !simple.isEmpty() && simple.codePoints().allMatch(police::containsGlyph);
    if (connu) {
      return simple;
    }
    return Character.isLetter(c) ? "?" : "";
  }

  private static byte[] police(String nom) {
    try (InputStream flux =
        DessinTampon.class.getResourceAsStream("/fr/paraphe/signature/polices/" + nom)) {
      return flux.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
