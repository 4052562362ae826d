package fr.paraphe.stockage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeContenuTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%PDF-1.7 contenu|acte.pdf|application/pdf",
        "%PDF-1.7 contenu|acte.txt|application/pdf",
        "<!DOCTYPE html><html></html>|acte.pdf|text/html",
        "MZ binaire|acte.pdf|application/x-msdownload",
        "nom;prenom|liste.csv|text/csv",
        "nom;prenom|liste.pdf|text/plain"
      })
  void le_contenu_decide_et_le_nom_precise_seulement(String contenu, String nom, String attendu)
      throws IOException {
    String type = reconnaitre(contenu.getBytes(StandardCharsets.UTF_8), nom);

    assertThat(type).startsWith(attendu);
  }

  @Test
  void des_octets_quelconques_nommes_pdf_ne_sont_pas_un_pdf() throws IOException {
    assertThat(reconnaitre(new byte[] {0, 1, 2, 3, 4, 5}, "acte.pdf"))
        .isEqualTo(TypeContenu.INCONNU);
  }

  @Test
  void une_archive_nommee_docx_est_un_docx_mais_pas_un_pdf() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream archive = new ZipOutputStream(zip)) {
      archive.putNextEntry(new ZipEntry("word/document.xml"));
    }

    assertThat(reconnaitre(zip.toByteArray(), "note.docx")).contains("wordprocessingml");
    assertThat(reconnaitre(zip.toByteArray(), "note.pdf")).isEqualTo("application/zip");
  }

  @Test
  void reconnaitre_ne_consomme_rien() throws IOException {
    BufferedInputStream flux = flux("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
    TypeContenu.reconnaitre(flux, "a.pdf");

    assertThat(flux.readAllBytes()).hasSize(8);
  }

  private static String reconnaitre(byte[] contenu, String nom) throws IOException {
    return TypeContenu.reconnaitre(flux(contenu), nom);
  }

  private static BufferedInputStream flux(byte[] contenu) {
    return new BufferedInputStream(new ByteArrayInputStream(contenu), TypeContenu.APERCU);
  }
}
