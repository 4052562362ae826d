package fr.paraphe.outils.demo;

import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.properties.TextAlignment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Les papiers de la démonstration : lettres, décisions et flux comptable, fabriqués ici. */
final class Papier {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRANCE);
  private static final DeviceRgb ENCRE = new DeviceRgb(0x0e, 0x4f, 0x5e);
  private static final float MARGE = 64;

  private Papier() {}

  /** Une lettre : en-tête, destinataire, objet, corps, signature. */
  static byte[] lettre(String destinataire, LocalDate date, String objet, List<String> corps) {
    return pdf(
        (document, gras) -> {
          entete(document, gras, "Service courrier");
          document.add(
              new Paragraph(destinataire)
                  .setTextAlignment(TextAlignment.LEFT)
                  .setMarginLeft(270)
                  .setMarginTop(18));
          document.add(
              new Paragraph("Démo, le " + DATE.format(date)).setMarginLeft(270).setMarginTop(12));
          document.add(
              new Paragraph("Objet : " + objet).setFont(gras).setMarginTop(22).setMarginBottom(10));
          corps.forEach(
              p -> document.add(new Paragraph(p).setMultipliedLeading(1.35f).setMarginBottom(8)));
          document.add(new Paragraph("Le maire,").setMarginLeft(300).setMarginTop(20));
          document.add(new Paragraph("Paul Maire").setMarginLeft(300));
        });
  }

  /** Un acte : titre, considérants, articles. */
  static byte[] acte(
      String titre, LocalDate date, List<String> considerants, List<String> articles) {
    return pdf(
        (document, gras) -> {
          entete(document, gras, "Secrétariat général");
          document.add(
              new Paragraph(titre)
                  .setFont(gras)
                  .setFontSize(14)
                  .setTextAlignment(TextAlignment.CENTER)
                  .setMarginTop(30)
                  .setMarginBottom(16));
          considerants.forEach(c -> document.add(new Paragraph(c).setMarginBottom(5)));
          document.add(
              new Paragraph("DÉCIDE")
                  .setFont(gras)
                  .setTextAlignment(TextAlignment.CENTER)
                  .setMarginTop(10)
                  .setMarginBottom(10));
          for (int i = 0; i < articles.size(); i++) {
            document.add(
                new Paragraph("Article " + (i + 1) + ". " + articles.get(i))
                    .setMultipliedLeading(1.35f)
                    .setMarginBottom(6));
          }
          document.add(new Paragraph("Fait à Démo, le " + DATE.format(date)).setMarginTop(18));
        });
  }

  private static void entete(Document document, PdfFont gras, String service) {
    document.add(
        new Paragraph("Ville de Démo")
            .setFont(gras)
            .setFontSize(17)
            .setFontColor(ENCRE)
            .setMarginBottom(0));
    document.add(
        new Paragraph(service)
            .setFontSize(9)
            .setBorderBottom(new SolidBorder(ENCRE, 0.8f))
            .setPaddingBottom(6));
  }

  /** Ce qu’on écrit sur une page. */
  private interface Redaction {
    void ecrire(Document document, PdfFont gras);
  }

  private static byte[] pdf(Redaction redaction) {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    try (Document document = new Document(new PdfDocument(new PdfWriter(sortie)), PageSize.A4)) {
      document.setMargins(MARGE, MARGE, MARGE, MARGE);
      document.setFont(police("Regular")).setFontSize(10.5f);
      redaction.ecrire(document, police("Bold"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sortie.toByteArray();
  }

  private static PdfFont police(String graisse) throws IOException {
    String nom = "/fr/paraphe/signature/polices/AtkinsonHyperlegibleNext-" + graisse + ".ttf";
    try (InputStream flux = Papier.class.getResourceAsStream(nom)) {
      return PdfFontFactory.createFont(
          flux.readAllBytes(),
          PdfEncodings.IDENTITY_H,
          PdfFontFactory.EmbeddingStrategy.FORCE_EMBEDDED);
    }
  }

  /** Un bordereau de mandats PES V2, d’allure plausible. */
  static byte[] pes(int bordereau, LocalDate date, String objet, String montant) {
    return """
    <?xml version="1.0" encoding="ISO-8859-1"?>
    <n:PES_Aller Id="PES_DEMO_%1$d" xmlns:n="http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/aller">
      <Enveloppe><Parametres><Version V="2"/><TypFic V="PESALR2"/><NomFic V="PES_DEMO_%1$d"/></Parametres>
        <Emetteur><Sigle V="VILLE DE DEMO"/><Adresse V="DEMO"/></Emetteur><Recepteur><Sigle V="SGC DEMO"/><Adresse V="DEMO"/></Recepteur></Enveloppe>
      <EnTetePES><DteStr V="%2$s"/><IdPost V="000001"/><IdColl V="21000001200019"/><CodCol V="001"/><CodBud V="00"/><LibelleColBud V="BUDGET PRINCIPAL"/></EnTetePES>
      <PES_DepenseAller><EnTeteDepense><IdVer V="2"/><InfoDematerialisee V="1"/></EnTeteDepense>
        <Bordereau Id="BORD_DEMO_%1$d"><BlocBordereau><Exer V="%3$d"/><IdBord V="%1$d"/><DteBordEm V="%2$s"/><TypBord V="01"/><NbrPce V="1"/><MtBordHT V="%5$s"/></BlocBordereau>
          <Piece><BlocPiece><InfoPce><IdPce V="1"/><TypPce V="01"/><NatPce V="01"/><Obj V="%4$s"/></InfoPce></BlocPiece></Piece></Bordereau></PES_DepenseAller>
    </n:PES_Aller>
    """
        .formatted(bordereau, date, date.getYear(), objet, montant)
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
