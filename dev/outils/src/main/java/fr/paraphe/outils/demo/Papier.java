package fr.paraphe.outils.demo;

import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.kernel.colors.Color;
import com.itextpdf.kernel.colors.ColorConstants;
import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.borders.Border;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Div;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.element.Text;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.properties.UnitValue;
import fr.paraphe.signature.Placement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Les papiers d’une collectivité : lettres, actes, certificats, bons de commande ; des PDF balisés.
 *
 * @param emetteur nom de la collectivité, en tête
 * @param adresse sous l’en-tête
 * @param qualite de qui signe
 * @param signataire qui signe
 */
record Papier(String emetteur, String adresse, String qualite, String signataire) {

  private static final Color TEINTE = new DeviceRgb(0x0E, 0x4F, 0x5C);
  private static final Color GRIS = new DeviceRgb(0x4A, 0x55, 0x58);
  private static final Color FILET = new DeviceRgb(0xC4, 0xCE, 0xD0);
  private static final DateTimeFormatter JOUR =
      DateTimeFormatter.ofPattern("d\u00a0MMMM yyyy", Locale.FRANCE);
  private static final byte[] MAIGRE = police("AtkinsonHyperlegibleNext-Regular.ttf");
  private static final byte[] GRAS = police("AtkinsonHyperlegibleNext-Bold.ttf");
  private static final float CORPS = 10.5f;
  private static final float PETIT = 9;
  private static final float MARGE = 62;
  private static final float DEMI_PAGE = 240;
  private static final float COLONNE_MIN = 12;

  /** Le numéro que porte le titre d’un acte, et ce sur quoi il porte. */
  private static final Pattern NUMEROTE = Pattern.compile("^[^,]*\\d{4}-\\d+, (.+)$");

  private static final Pattern NOMBRE = Pattern.compile("[\\d,\u00a0]+€?");
  private static final Pattern ARTICLE = Pattern.compile("^(Article \\d+\\.) (.+)$");

  byte[] pdf(Recit.Texte texte, LocalDate date) {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    try (PdfDocument pdf = new PdfDocument(new PdfWriter(sortie))) {
      pdf.setTagged();
      pdf.getCatalog().setLang(new PdfString("fr-FR"));
      pdf.getDocumentInfo().setTitle(texte.titre()).setAuthor(emetteur);
      Document document = new Document(pdf, PageSize.A4);
      document.setMargins(48, MARGE, 54, MARGE);
      document.setFont(fonte(MAIGRE)).setFontSize(CORPS);
      ecrire(document, fonte(GRAS), texte, date);
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sortie.toByteArray();
  }

  private void ecrire(Document document, PdfFont gras, Recit.Texte texte, LocalDate date) {
    document.add(entete(gras));
    document.add(texte.moule().adresse() ? adresse(texte, date) : cartouche(gras, texte, date));
    objet(document, gras, texte);
    for (Iterator<String> p = texte.paragraphes().iterator(); p.hasNext(); ) {
      // le dernier suit la signature : elle n’est jamais seule sur sa page
      document.add(paragraphe(gras, p.next()).setKeepWithNext(!p.hasNext()));
    }
    if (!texte.lignes().isEmpty()) {
      document.add(tableau(gras, texte.lignes()));
    }
    if (texte.moule().fin() != Moule.Fin.RIEN) {
      document.add(bas(gras, texte.moule(), date));
    }
  }

  private Div entete(PdfFont gras) {
    return new Div()
        .setBorderBottom(new SolidBorder(TEINTE, 1.4f))
        .setPaddingBottom(8)
        .setMarginBottom(22)
        .add(serre(emetteur).setFont(gras).setFontSize(19).setFontColor(TEINTE))
        .add(serre(adresse).setFontSize(PETIT).setFontColor(GRIS));
  }

  /** À droite : le destinataire, le lieu et la date. */
  private static Div adresse(Recit.Texte texte, LocalDate date) {
    Div bloc = new Div().setMarginLeft(DEMI_PAGE).setMarginBottom(20);
    texte.destinataire().forEach(l -> bloc.add(serre(l)));
    return bloc.add(serre("Démo, le " + JOUR.format(date)).setMarginTop(12));
  }

  /** Au milieu : la nature du document, sa date, à qui il va. */
  private static Div cartouche(PdfFont gras, Recit.Texte texte, LocalDate date) {
    boolean seance = texte.moule() == Moule.DELIBERATION;
    Div bloc = new Div().setTextAlignment(TextAlignment.CENTER).setMarginBottom(14);
    bloc.add(serre(texte.moule().nature()).setFont(gras).setFontSize(13).setFontColor(TEINTE));
    bloc.add(
        serre((seance ? "Conseil municipal, séance du " : "Le ") + JOUR.format(date))
            .setFontColor(GRIS));
    texte.destinataire().forEach(l -> bloc.add(serre(l)));
    return bloc;
  }

  private static void objet(Document document, PdfFont gras, Recit.Texte texte) {
    if (texte.moule() == Moule.COMMANDE) {
      document.add(serre(texte.moule().nature()).setFont(gras).setFontColor(TEINTE));
    }
    if (!texte.reference().isEmpty()) {
      document.add(
          serre("Référence\u00a0: " + texte.reference()).setFontSize(PETIT).setFontColor(GRIS));
    }
    Paragraph objet = serre("Objet\u00a0: " + sujet(texte.titre())).setFont(gras);
    objet.getAccessibilityProperties().setRole(StandardRoles.H1);
    document.add(objet.setMarginTop(2).setMarginBottom(14));
  }

  private static String sujet(String titre) {
    Matcher m = NUMEROTE.matcher(titre);
    return m.matches()
        ? m.group(1).substring(0, 1).toUpperCase(Locale.FRANCE) + m.group(1).substring(1)
        : titre;
  }

  /** Un paragraphe tout en capitales est une formule ; « Article 1. » en ouvre un en gras. */
  private static Paragraph paragraphe(PdfFont gras, String texte) {
    Paragraph p = new Paragraph().setMultipliedLeading(1.28f).setMarginTop(0).setMarginBottom(8);
    Matcher article = ARTICLE.matcher(texte);
    if (article.matches()) {
      return p.add(new Text(article.group(1) + " ").setFont(gras)).add(article.group(2));
    }
    if (texte.equals(texte.toUpperCase(Locale.FRANCE))) {
      p.setFont(gras).setTextAlignment(TextAlignment.CENTER).setMarginTop(5);
    }
    return p.add(texte);
  }

  private static Table tableau(PdfFont gras, List<List<String>> lignes) {
    Table table =
        new Table(UnitValue.createPercentArray(largeurs(lignes)))
            .useAllAvailableWidth()
            .setFontSize(10)
            .setMarginTop(6);
    for (int rang = 0; rang < lignes.size(); rang++) {
      List<String> ligne = lignes.get(rang);
      boolean fort = rang == 0 || ligne.stream().anyMatch(c -> c.startsWith("Total"));
      for (int colonne = 0; colonne < ligne.size(); colonne++) {
        boolean nombre = colonne > 0 && NOMBRE.matcher(lignes.get(1).get(colonne)).matches();
        Cell cellule = cellule(ligne.get(colonne), nombre);
        if (fort) {
          cellule.setFont(gras);
        }
        if (rang == 0) {
          table.addHeaderCell(cellule.setFontColor(TEINTE));
        } else {
          table.addCell(cellule);
        }
      }
    }
    return table;
  }

  /** Une colonne est large comme son texte le plus long. */
  private static float[] largeurs(List<List<String>> lignes) {
    float[] largeurs = new float[lignes.get(0).size()];
    Arrays.fill(largeurs, COLONNE_MIN);
    for (List<String> ligne : lignes) {
      for (int colonne = 0; colonne < largeurs.length; colonne++) {
        largeurs[colonne] = Math.max(largeurs[colonne], ligne.get(colonne).length());
      }
    }
    return largeurs;
  }

  private static Cell cellule(String texte, boolean nombre) {
    return new Cell()
        .add(serre(texte))
        .setBorder(Border.NO_BORDER)
        .setBorderBottom(new SolidBorder(FILET, 0.6f))
        .setPadding(4)
        .setTextAlignment(nombre ? TextAlignment.RIGHT : TextAlignment.LEFT);
  }

  /** La place de la signature ou du cachet, avec le repère que le tampon vient couvrir. */
  private Div bas(PdfFont gras, Moule moule, LocalDate date) {
    boolean cachet = moule.fin() == Moule.Fin.CACHET;
    Div bloc = new Div().setMarginLeft(DEMI_PAGE).setMarginTop(18).setKeepTogether(true);
    bloc.setTextAlignment(TextAlignment.CENTER);
    if (!moule.adresse()) {
      bloc.add(serre("Fait à Démo, le " + JOUR.format(date)).setMarginBottom(6));
    }
    bloc.add(serre(cachet ? "Pour la collectivité" : qualite).setFont(gras));
    bloc.add(
        serre(cachet ? Placement.BALISE_CACHET : Placement.BALISE_SIGNATURE)
            .setFontSize(5)
            .setFontColor(ColorConstants.WHITE)
            .setMarginTop(36)
            .setMarginBottom(36));
    return cachet ? bloc : bloc.add(serre(signataire));
  }

  private static Paragraph serre(String texte) {
    return new Paragraph(texte).setMargin(0);
  }

  private static PdfFont fonte(byte[] police) throws IOException {
    return PdfFontFactory.createFont(
        police, PdfEncodings.IDENTITY_H, PdfFontFactory.EmbeddingStrategy.FORCE_EMBEDDED);
  }

  private static byte[] police(String nom) {
    try (InputStream flux = Placement.class.getResourceAsStream("polices/" + nom)) {
      return flux.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
