package fr.paraphe.signature.infra;

import com.itextpdf.forms.PdfAcroForm;
import com.itextpdf.forms.PdfSigFieldLock;
import com.itextpdf.forms.fields.PdfFormField;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.StampingProperties;
import com.itextpdf.kernel.pdf.annot.PdfWidgetAnnotation;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import com.itextpdf.signatures.IExternalSignatureContainer;
import com.itextpdf.signatures.PdfSigner;
import com.itextpdf.signatures.SignerProperties;
import fr.paraphe.signature.DemandeSignature;
import fr.paraphe.signature.ErreurSignature;
import fr.paraphe.signature.Placement;
import fr.paraphe.signature.Tampon;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.GregorianCalendar;
import java.util.Optional;
import java.util.TimeZone;

/**
 * Ajoute un champ de signature vide à la fin d’un document, sans jamais recopier le document : seul
 * l’ajout est écrit, dans un fichier creux.
 */
final class Signeur extends PdfSigner {

  // pas d’initialisation ici : le constructeur parent appelle initDocument, qui l’affecte
  private SortieAjout sortie;
  private Optional<Tampon> tampon = Optional.empty();
  private Optional<RechercheBalise.Trouvee> balise = Optional.empty();
  private int page = 1;

  Signeur(OuverturePdf.Lecteur lecteur, Path atelier) throws IOException {
    super(lecteur, null, atelier.toString(), new StampingProperties().useAppendMode());
  }

  @Override
  protected PdfDocument initDocument(
      PdfReader reader, PdfWriter writer, StampingProperties properties) {
    try {
      writer.close();
      sortie = new SortieAjout(tempFile.toPath(), ((OuverturePdf.Lecteur) reader).taille());
      return super.initDocument(reader, new PdfWriter(sortie), properties);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Écrit l’ajout, avec une place de {@code reserve} octets pour le futur CMS. */
  void reserver(DemandeSignature demande, int reserve)
      throws IOException, GeneralSecurityException {
    tampon = demande.tampon();
    balise =
        tampon
            .map(t -> t.placement().balise())
            .filter(b -> !b.isEmpty())
            .flatMap(b -> RechercheBalise.chercher(getDocument(), b));
    page =
        balise
            .map(RechercheBalise.Trouvee::page)
            .or(() -> tampon.map(t -> numero(t.placement())))
            .orElse(1);
    GregorianCalendar heure = new GregorianCalendar(TimeZone.getTimeZone(Horloge.ZONE));
    heure.setTimeInMillis(demande.instant().toEpochMilli());
    SignerProperties proprietes =
        new SignerProperties()
            .setFieldName(getNewSigFieldName())
            .setPageNumber(page)
            .setClaimedSignDate(heure)
            .setReason(demande.raison())
            .setLocation(demande.lieu())
            .setSignatureCreator("Paraphe");
    setSignerProperties(proprietes);
    signExternalContainer(new Vide(demande.chaine().nomCourant()), reserve);
  }

  private int numero(Placement placement) {
    int pages = getDocument().getNumberOfPages();
    int numero = placement.page() < 0 ? pages + 1 + placement.page() : placement.page();
    if (numero < 1 || numero > pages) {
      throw new ErreurMetier(
              ErreurSignature.PAGE_INEXISTANTE,
              "La page "
                  + placement.page()
                  + " n’existe pas\u00a0: le document a "
                  + pages
                  + " page(s).")
          .avec(placement.page(), pages);
    }
    return numero;
  }

  /** iText crée un champ invisible ; le tampon prend sa place avant que le document ne se ferme. */
  @Override
  protected PdfSigFieldLock createNewSignatureFormField(PdfAcroForm formulaire, String nom) {
    PdfSigFieldLock verrou = super.createNewSignatureFormField(formulaire, nom);
    tampon.ifPresent(t -> poser(t, formulaire.getField(nom)));
    return verrou;
  }

  private void poser(Tampon visible, PdfFormField champ) {
    PdfPage feuille = getDocument().getPage(page);
    GeometriePage geometrie = new GeometriePage(feuille);
    Rectangle vu =
        balise
            .map(b -> geometrie.autour(b.rectangle(), visible.placement()))
            .orElseGet(() -> geometrie.place(visible.placement()));
    PdfFormXObject dessin;
    try {
      dessin = new DessinTampon(getDocument(), vu.getWidth(), vu.getHeight()).dessiner(visible);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    dessin.put(PdfName.Matrix, new PdfArray(geometrie.redressement(vu.getWidth(), vu.getHeight())));
    PdfDictionary apparence = new PdfDictionary();
    apparence.put(PdfName.N, dessin.getPdfObject());
    PdfWidgetAnnotation surface = champ.getWidgets().get(0);
    surface.setRectangle(new PdfArray(geometrie.versPdf(vu)));
    surface.getPdfObject().put(PdfName.AP, apparence);
    surface.getPdfObject().setModified();
  }

  /** Rend le fichier provisoire, quoi qu’il soit arrivé. */
  void abandonner() throws IOException {
    sortie.close();
  }

  Path fichier() {
    return tempFile.toPath();
  }

  /** Position du « &lt; » de /Contents. */
  long debutValeur() {
    return range[1];
  }

  /** Position qui suit le « &gt; » de /Contents. */
  long finValeur() {
    return range[2];
  }

  MessageDigest calculOrigine() {
    return sortie.calculOrigine();
  }

  /** Une signature à venir. */
  private record Vide(String nom) implements IExternalSignatureContainer {

    @Override
    public byte[] sign(InputStream donnees) {
      return new byte[0];
    }

    @Override
    public void modifySigningDictionary(PdfDictionary dictionnaire) {
      dictionnaire.put(PdfName.Filter, PdfName.Adobe_PPKLite);
      dictionnaire.put(PdfName.SubFilter, PdfName.ETSI_CAdES_DETACHED);
      dictionnaire.put(
          PdfName.Name, new PdfString(nom, com.itextpdf.io.font.PdfEncodings.UNICODE_BIG));
    }
  }
}
