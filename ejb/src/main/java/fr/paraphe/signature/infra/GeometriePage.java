package fr.paraphe.signature.infra;

import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.annot.PdfAnnotation;
import fr.paraphe.signature.ErreurSignature;
import fr.paraphe.signature.Placement;
import fr.paraphe.socle.ErreurMetier;
import java.util.List;

/**
 * Passe de la page telle qu’on la voit (rotation et cadrage appliqués, origine en bas à gauche) aux
 * coordonnées du PDF.
 */
final class GeometriePage {

  private static final float MARGE = 24;
  private static final float ECART = 6;

  private final PdfPage page;
  private final Rectangle cadre;
  private final int rotation;

  GeometriePage(PdfPage page) {
    this.page = page;
    this.cadre = page.getCropBox();
    this.rotation = Math.floorMod(page.getRotation(), 360);
  }

  boolean couchee() {
    return rotation == 90 || rotation == 270;
  }

  float largeur() {
    return couchee() ? cadre.getHeight() : cadre.getWidth();
  }

  float hauteur() {
    return couchee() ? cadre.getWidth() : cadre.getHeight();
  }

  /** Le rectangle vu, en coordonnées du PDF. */
  Rectangle versPdf(Rectangle vu) {
    float x = cadre.getX();
    float y = cadre.getY();
    float l = cadre.getWidth();
    float h = cadre.getHeight();
    return switch (rotation) {
      case 90 ->
          new Rectangle(
              x + l - vu.getY() - vu.getHeight(), y + vu.getX(), vu.getHeight(), vu.getWidth());
      case 180 ->
          new Rectangle(
              x + l - vu.getX() - vu.getWidth(),
              y + h - vu.getY() - vu.getHeight(),
              vu.getWidth(),
              vu.getHeight());
      case 270 ->
          new Rectangle(
              x + vu.getY(), y + h - vu.getX() - vu.getWidth(), vu.getHeight(), vu.getWidth());
      default -> new Rectangle(x + vu.getX(), y + vu.getY(), vu.getWidth(), vu.getHeight());
    };
  }

  /** Le rectangle du PDF, tel qu’on le voit. */
  private Rectangle versVu(Rectangle pdf) {
    float x = pdf.getX() - cadre.getX();
    float y = pdf.getY() - cadre.getY();
    float l = cadre.getWidth();
    float h = cadre.getHeight();
    return switch (rotation) {
      case 90 -> new Rectangle(y, l - x - pdf.getWidth(), pdf.getHeight(), pdf.getWidth());
      case 180 ->
          new Rectangle(
              l - x - pdf.getWidth(), h - y - pdf.getHeight(), pdf.getWidth(), pdf.getHeight());
      case 270 -> new Rectangle(h - y - pdf.getHeight(), x, pdf.getHeight(), pdf.getWidth());
      default -> new Rectangle(x, y, pdf.getWidth(), pdf.getHeight());
    };
  }

  /** La place du tampon centré sur ce repère, ramenée dans la page si elle en sort. */
  Rectangle autour(Rectangle repere, Placement placement) {
    Rectangle vu = versVu(repere);
    float l = Math.min(placement.largeur(), largeur());
    float h = Math.min(placement.hauteur(), hauteur());
    float x = vu.getX() + (vu.getWidth() - l) / 2;
    float y = vu.getY() + (vu.getHeight() - h) / 2;
    return new Rectangle(
        Math.max(0, Math.min(x, largeur() - l)), Math.max(0, Math.min(y, hauteur() - h)), l, h);
  }

  /** Matrice qui redresse, dans le PDF, un dessin fait dans la page vue. */
  float[] redressement(float largeur, float hauteur) {
    return switch (rotation) {
      case 90 -> new float[] {0, 1, -1, 0, hauteur, 0};
      case 180 -> new float[] {-1, 0, 0, -1, largeur, hauteur};
      case 270 -> new float[] {0, -1, 1, 0, 0, largeur};
      default -> new float[] {1, 0, 0, 1, 0, 0};
    };
  }

  /** La place du tampon, vue. */
  Rectangle place(Placement placement) {
    if (placement.auto()) {
      return libre(
          Math.min(placement.largeur(), largeur()), Math.min(placement.hauteur(), hauteur()));
    }
    Rectangle voulu =
        new Rectangle(placement.x(), placement.y(), placement.largeur(), placement.hauteur());
    boolean dedans =
        voulu.getX() >= 0
            && voulu.getY() >= 0
            && voulu.getRight() <= largeur() + 0.5f
            && voulu.getTop() <= hauteur() + 0.5f;
    if (!dedans) {
      throw new ErreurMetier(
          ErreurSignature.PLACEMENT_HORS_PAGE,
          "Le tampon de signature sort de la page. Placez-le à l’intérieur.");
    }
    return voulu;
  }

  /** De droite à gauche puis de bas en haut, la première place qui ne couvre aucune signature. */
  private Rectangle libre(float l, float h) {
    List<Rectangle> prises = signaturesVisibles();
    float droite = Math.max(0, largeur() - MARGE - l);
    float bas = Math.min(MARGE, Math.max(0, hauteur() - h));
    for (float y = bas; y + h <= hauteur(); y += h + ECART) {
      for (float x = droite; x >= 0; x -= l + ECART) {
        Rectangle essai = new Rectangle(x, y, l, h);
        if (prises.stream().noneMatch(prise -> chevauche(versPdf(essai), prise))) {
          return essai;
        }
      }
    }
    return new Rectangle(droite, bas, l, h);
  }

  private List<Rectangle> signaturesVisibles() {
    return page.getAnnotations().stream()
        .map(PdfAnnotation::getPdfObject)
        .filter(GeometriePage::signature)
        .map(champ -> champ.getAsRectangle(PdfName.Rect))
        .filter(rect -> rect != null && rect.getWidth() > 0 && rect.getHeight() > 0)
        .toList();
  }

  private static boolean signature(PdfDictionary champ) {
    PdfDictionary parent = champ.getAsDictionary(PdfName.Parent);
    return PdfName.Sig.equals(champ.getAsName(PdfName.FT))
        || parent != null && PdfName.Sig.equals(parent.getAsName(PdfName.FT));
  }

  private static boolean chevauche(Rectangle a, Rectangle b) {
    return a.getLeft() < b.getRight()
        && b.getLeft() < a.getRight()
        && a.getBottom() < b.getTop()
        && b.getBottom() < a.getTop();
  }
}
