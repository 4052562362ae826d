package fr.paraphe.outils.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Une signature manuscrite inventée, tracée à la plume sur fond transparent. */
final class Griffe {

  private static final int LARGEUR = 520;
  private static final int HAUTEUR = 200;

  private Griffe() {}

  static byte[] png() throws IOException {
    BufferedImage image = new BufferedImage(LARGEUR, HAUTEUR, BufferedImage.TYPE_INT_ARGB);
    Graphics2D plume = image.createGraphics();
    plume.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    plume.setColor(new Color(0x12, 0x2b, 0x55));
    plume.setStroke(new BasicStroke(5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D trait = new Path2D.Double();
    trait.moveTo(50, 160);
    trait.curveTo(80, 120, 100, 60, 110, 25);
    trait.curveTo(160, 5, 215, 30, 190, 70);
    trait.curveTo(170, 100, 130, 100, 105, 95);
    trait.curveTo(160, 120, 190, 130, 225, 100);
    trait.curveTo(245, 85, 215, 80, 215, 105);
    trait.curveTo(220, 130, 250, 120, 265, 92);
    trait.curveTo(262, 125, 285, 125, 300, 95);
    trait.curveTo(300, 125, 320, 120, 335, 90);
    trait.curveTo(360, 20, 350, 20, 345, 60);
    trait.curveTo(342, 110, 350, 125, 400, 100);
    trait.curveTo(450, 85, 470, 100, 490, 80);
    plume.draw(trait);
    Path2D paraphe = new Path2D.Double();
    paraphe.moveTo(70, 178);
    paraphe.curveTo(200, 150, 330, 150, 470, 165);
    plume.draw(paraphe);
    plume.dispose();
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    ImageIO.write(image, "png", sortie);
    return sortie.toByteArray();
  }
}
