package fr.paraphe.visuel.infra;

import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.borders.Border;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.properties.UnitValue;
import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.dossier.EtapeVue;
import fr.paraphe.dossier.FicheDossier;
import fr.paraphe.dossier.NatureDocument;
import fr.paraphe.dossier.SignatureVue;
import fr.paraphe.socle.Horloge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** La mise en page du bordereau : PDF balisé, en français, police embarquée. */
public final class BordereauPdf {

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy 'à' HH:mm", Locale.FRANCE).withZone(Horloge.ZONE);
  private static final DateTimeFormatter JOUR =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRANCE);
  private static final DeviceRgb ENCRE = new DeviceRgb(0x0e, 0x4f, 0x5e);
  private static final DeviceRgb TRAIT = new DeviceRgb(0xe2, 0xdc, 0xd1);
  private static final float MARGE = 48;

  private static final Map<ActionDemandee, String> ACTIONS =
      Map.of(
          ActionDemandee.EMISSION, "Transmission",
          ActionDemandee.VISA, "Visa",
          ActionDemandee.SIGNATURE, "Signature",
          ActionDemandee.CACHET, "Cachet",
          ActionDemandee.CORRECTION, "Correction",
          ActionDemandee.ARCHIVAGE, "Fin de circuit");

  private static final Map<String, String> DECISIONS =
      Map.of(
          "EMIS",
          "Transmis",
          "VISE",
          "Visé",
          "SIGNE",
          "Signé",
          "CACHETE",
          "Cacheté",
          "REJETE",
          "Rejeté",
          "ARCHIVE",
          "Classé");

  private BordereauPdf() {}

  public static byte[] rediger(FicheDossier fiche) {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    try (PdfDocument pdf = new PdfDocument(new PdfWriter(sortie));
        Document document = new Document(pdf, PageSize.A4)) {
      pdf.setTagged();
      pdf.getCatalog().setLang(new PdfString("fr-FR"));
      pdf.getDocumentInfo().setTitle("Bordereau — " + fiche.titre());
      document.setMargins(MARGE, MARGE, MARGE, MARGE);
      document.setFont(police("Regular")).setFontSize(9.5f);
      ecrire(document, police("Bold"), fiche);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sortie.toByteArray();
  }

  private static void ecrire(Document document, PdfFont gras, FicheDossier fiche) {
    document.add(
        new Paragraph("Bordereau du dossier")
            .setFontColor(ENCRE)
            .setFont(gras)
            .setFontSize(11)
            .setMarginBottom(0));
    document.add(
        new Paragraph(fiche.titre())
            .setFont(gras)
            .setFontSize(16)
            .setMarginTop(0)
            .setMarginBottom(10));
    document.add(details(gras, fiche));
    document.add(intertitre("Circuit", gras));
    document.add(circuit(gras, fiche));
    if (!fiche.signatures().isEmpty()) {
      document.add(intertitre("Signatures", gras));
      fiche.signatures().forEach(s -> document.add(new Paragraph(signature(s)).setMarginBottom(4)));
    }
    document.add(intertitre("Documents", gras));
    fiche.documents().stream()
        .filter(d -> d.nature() == NatureDocument.PRINCIPAL || d.nature() == NatureDocument.ANNEXE)
        .forEach(
            d ->
                document.add(
                    new Paragraph(
                            (d.nature() == NatureDocument.PRINCIPAL ? "Principal : " : "Annexe : ")
                                + d.nom())
                        .setMarginBottom(2)));
  }

  private static Paragraph intertitre(String texte, PdfFont gras) {
    return new Paragraph(texte)
        .setFont(gras)
        .setFontSize(12)
        .setFontColor(ENCRE)
        .setMarginTop(16)
        .setMarginBottom(4);
  }

  private static Table details(PdfFont gras, FicheDossier fiche) {
    Table table = tableau(28, 72);
    ligne(table, gras, "Identifiant", fiche.id().valeur());
    ligne(table, gras, "Type", fiche.type() + " › " + fiche.sousType());
    ligne(table, gras, "Émis par", fiche.emetteur() + " — " + fiche.bureauEmetteur());
    ligne(table, gras, "Créé le", instant(fiche.creeLe()));
    if (fiche.dateLimite() != null) {
      ligne(table, gras, "Date limite", JOUR.format(fiche.dateLimite()));
    }
    fiche.metadonnees().forEach(m -> ligne(table, gras, m.libelle(), m.valeur()));
    return table;
  }

  private static Table circuit(PdfFont gras, FicheDossier fiche) {
    Table table = tableau(16, 20, 24, 18, 22);
    for (String titre : new String[] {"Étape", "Bureau", "Acteur", "Décision", "Date"}) {
      table.addHeaderCell(cellule(titre).setFont(gras).setFontColor(ENCRE));
    }
    fiche.circuit().forEach(e -> etape(table, e));
    return table;
  }

  private static void etape(Table table, EtapeVue e) {
    table.addCell(cellule(ACTIONS.getOrDefault(e.action(), e.action().name())));
    table.addCell(cellule(e.bureau()));
    table.addCell(
        cellule(e.parDelegation().isEmpty() ? e.acteur() : e.acteur() + ", par délégation"));
    table.addCell(
        cellule(e.decision() == null ? "" : DECISIONS.getOrDefault(e.decision(), e.decision())));
    table.addCell(cellule(e.decideeLe() == null ? "" : instant(e.decideeLe())));
    if (!e.annotationPublique().isEmpty()) {
      table.addCell(
          new Cell(1, 5)
              .add(new Paragraph("« " + e.annotationPublique() + " »"))
              .setBorder(Border.NO_BORDER)
              .setPaddingLeft(10));
    }
  }

  private static String signature(SignatureVue s) {
    String qui =
        s.signataire()
            + (s.parDelegation().isEmpty()
                ? ""
                : ", pour " + s.parDelegation() + " par délégation");
    return qui
        + ", le "
        + instant(s.signeeLe())
        + " — "
        + s.nomDocument()
        + "\nCertificat : "
        + s.sujet()
        + ", délivré par "
        + s.emetteur()
        + ", valide du "
        + instant(s.valideDu())
        + " au "
        + instant(s.valideAu());
  }

  private static Table tableau(float... largeurs) {
    return new Table(UnitValue.createPercentArray(largeurs)).useAllAvailableWidth();
  }

  private static void ligne(Table table, PdfFont gras, String nom, String valeur) {
    table.addCell(cellule(nom).setFont(gras));
    table.addCell(cellule(valeur));
  }

  private static Cell cellule(String texte) {
    return new Cell()
        .add(new Paragraph(texte))
        .setBorder(Border.NO_BORDER)
        .setBorderBottom(new SolidBorder(TRAIT, 0.6f))
        .setPadding(4);
  }

  private static String instant(Instant instant) {
    return INSTANT.format(instant);
  }

  private static PdfFont police(String graisse) throws IOException {
    String nom = "/fr/paraphe/signature/polices/AtkinsonHyperlegibleNext-" + graisse + ".ttf";
    try (InputStream flux = BordereauPdf.class.getResourceAsStream(nom)) {
      return PdfFontFactory.createFont(
          flux.readAllBytes(),
          PdfEncodings.IDENTITY_H,
          PdfFontFactory.EmbeddingStrategy.FORCE_EMBEDDED);
    }
  }
}
