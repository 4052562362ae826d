package fr.paraphe.signature;

import fr.paraphe.socle.ErreurMetier;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * L’image d’une signature ou d’un cachet, telle qu’une personne la dépose (FILE-07) : refaite en
 * PNG ici même, donc sans métadonnée ni rien d’autre qu’une image, réduite à ce qu’un tampon peut
 * montrer.
 */
public final class ImageSignature {

  /** Poids le plus grand que l’on accepte de lire. */
  public static final int POIDS_MAX = 4_000_000;

  private static final int COTE_RECU_MAX = 4000;
  private static final int LARGEUR = 800;
  private static final int HAUTEUR = 400;

  private ImageSignature() {}

  /**
   * @param recue PNG ou JPEG
   * @return un PNG d’au plus 800 × 400 points, transparence gardée
   * @throws ErreurMetier {@link ErreurSignature#IMAGE_ILLISIBLE} : ce n’est pas une image, elle est
   *     trop lourde ou trop grande
   */
  public static byte[] normaliser(InputStream recue) throws IOException {
    byte[] octets = recue.readNBytes(POIDS_MAX + 1);
    if (octets.length > POIDS_MAX) {
      throw refus("L’image de signature dépasse 4 Mo. Choisissez une image plus légère.", null);
    }
    BufferedImage image = reduire(lire(octets));
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  /** La taille se lit avant les points : une image annoncée immense n’est jamais dépliée. */
  private static BufferedImage lire(byte[] octets) {
    try (ImageInputStream flux = ImageIO.createImageInputStream(new ByteArrayInputStream(octets))) {
      Iterator<ImageReader> lecteurs = ImageIO.getImageReaders(flux);
      if (!lecteurs.hasNext()) {
        throw illisible(null);
      }
      ImageReader lecteur = lecteurs.next();
      try {
        lecteur.setInput(flux, true, true);
        return lire(lecteur);
      } finally {
        lecteur.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw illisible(e);
    }
  }

  private static BufferedImage lire(ImageReader lecteur) throws IOException {
    String format = lecteur.getFormatName().toLowerCase(java.util.Locale.ROOT);
    if (!format.equals("png") && !format.equals("jpeg")) {
      throw illisible(null);
    }
    if (lecteur.getWidth(0) > COTE_RECU_MAX || lecteur.getHeight(0) > COTE_RECU_MAX) {
      throw refus("L’image de signature est trop grande\u00a0: 4000 points de côté au plus.", null);
    }
    return lecteur.read(0);
  }

  private static BufferedImage reduire(BufferedImage image) {
    double echelle =
        Math.min(
            1, Math.min((double) LARGEUR / image.getWidth(), (double) HAUTEUR / image.getHeight()));
    int l = Math.max(1, (int) Math.round(image.getWidth() * echelle));
    int h = Math.max(1, (int) Math.round(image.getHeight() * echelle));
    BufferedImage reduite = new BufferedImage(l, h, BufferedImage.TYPE_INT_ARGB);
    Graphics2D dessin = reduite.createGraphics();
    dessin.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    dessin.drawImage(image, 0, 0, l, h, null);
    dessin.dispose();
    return reduite;
  }

  private static ErreurMetier illisible(Throwable cause) {
    return refus(
        "Cette image de signature ne peut pas être lue. Choisissez une image PNG ou JPEG.", cause);
  }

  private static ErreurMetier refus(String phrase, Throwable cause) {
    return new ErreurMetier(ErreurSignature.IMAGE_ILLISIBLE, phrase, cause);
  }
}
