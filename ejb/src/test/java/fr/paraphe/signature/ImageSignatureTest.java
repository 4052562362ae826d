package fr.paraphe.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.socle.ErreurMetier;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSignatureTest {

  @Test
  void une_image_transparente_le_reste() throws IOException {
    BufferedImage image = relire(normaliser(image(256, 96, BufferedImage.TYPE_INT_ARGB, "png")));

    assertThat(image.getWidth()).isEqualTo(256);
    assertThat(image.getRGB(0, 0) >>> 24).isZero();
  }

  @Test
  void une_grande_photo_est_reduite_sans_etre_deformee() throws IOException {
    BufferedImage image = relire(normaliser(image(3000, 1000, BufferedImage.TYPE_INT_RGB, "jpg")));

    assertThat(image.getWidth()).isEqualTo(800);
    assertThat(image.getHeight()).isEqualTo(267);
  }

  @Test
  void ce_qui_suit_ou_accompagne_l_image_disparait() throws IOException {
    byte[] png = image(20, 20, BufferedImage.TYPE_INT_ARGB, "png");
    byte[] piege = ByteBuffer.allocate(png.length + 20).put(png).put("<script>".getBytes()).array();

    assertThat(new String(normaliser(piege), StandardCharsets.ISO_8859_1))
        .doesNotContain("<script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bonjour", "%PDF-1.7", "<svg xmlns='http://www.w3.org/2000/svg'/>"})
  void ce_qui_n_est_pas_une_image_est_refuse(String contenu) {
    refuse(contenu.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void un_gif_une_image_trop_lourde_ou_coupee_est_refusee() throws IOException {
    byte[] png = image(200, 200, BufferedImage.TYPE_INT_ARGB, "png");

    refuse(image(20, 20, BufferedImage.TYPE_INT_RGB, "gif"));
    refuse(new byte[ImageSignature.POIDS_MAX + 1]);
    refuse(java.util.Arrays.copyOf(png, 30));
  }

  @Test
  void une_image_annoncee_immense_est_refusee_sans_etre_depliee() throws IOException {
    byte[] png = image(10, 10, BufferedImage.TYPE_INT_ARGB, "png");
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    CRC32 controle = new CRC32();
    controle.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) controle.getValue());

    assertThatThrownBy(() -> normaliser(png))
        .isInstanceOf(ErreurMetier.class)
        .hasMessageContaining("trop grande");
  }

  private static void refuse(byte[] contenu) {
    assertThatThrownBy(() -> normaliser(contenu))
        .isInstanceOfSatisfying(
            ErreurMetier.class,
            e -> assertThat(e.code()).isEqualTo(ErreurSignature.IMAGE_ILLISIBLE));
  }

  private static byte[] normaliser(byte[] contenu) throws IOException {
    return ImageSignature.normaliser(new ByteArrayInputStream(contenu));
  }

  private static BufferedImage relire(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static byte[] image(int l, int h, int type, String format) throws IOException {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(l, h, type), format, sortie);
    return sortie.toByteArray();
  }
}
