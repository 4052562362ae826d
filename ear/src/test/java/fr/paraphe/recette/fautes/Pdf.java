package fr.paraphe.recette.fautes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Un PDF écrit à la main, d’une page. */
record Pdf(byte[] contenu) {

  /**
   * @param texte ASCII
   */
  static Pdf disant(String texte) {
    String dessin = "BT /F1 18 Tf 72 720 Td (" + texte + ") Tj ET";
    List<String> objets =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + dessin.length() + " >>\nstream\n" + dessin + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    List<Integer> places = new ArrayList<>();
    ecrire(sortie, "%PDF-1.7\n");
    for (int i = 0; i < objets.size(); i++) {
      places.add(sortie.size());
      ecrire(sortie, (i + 1) + " 0 obj\n" + objets.get(i) + "\nendobj\n");
    }
    int table = sortie.size();
    ecrire(sortie, "xref\n0 " + (objets.size() + 1) + "\n0000000000 65535 f \n");
    places.forEach(p -> ecrire(sortie, String.format(Locale.ROOT, "%010d 00000 n \n", p)));
    ecrire(sortie, "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
    return new Pdf(sortie.toByteArray());
  }

  /** Le même, protégé par un mot de passe à l’ouverture (qpdf). */
  byte[] chiffre(Path dossier) throws IOException, InterruptedException {
    Path clair = Files.write(dossier.resolve("clair.pdf"), contenu);
    Path chiffre = dossier.resolve("chiffre.pdf");
    Process qpdf =
        new ProcessBuilder(
                "qpdf", "--encrypt", "secret", "patron", "256", "--", clair + "", chiffre + "")
            .redirectErrorStream(true)
            .start();
    String dit = new String(qpdf.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!qpdf.waitFor(30, TimeUnit.SECONDS) || qpdf.exitValue() != 0) {
      throw new IOException("qpdf : " + dit);
    }
    return Files.readAllBytes(chiffre);
  }

  private static void ecrire(ByteArrayOutputStream sortie, String texte) {
    sortie.writeBytes(texte.getBytes(StandardCharsets.ISO_8859_1));
  }
}
