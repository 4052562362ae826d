package fr.paraphe.signature.infra;

import fr.paraphe.signature.Chaine;
import fr.paraphe.signature.ErreurSignature;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.stockage.Empreinte;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Relit ce qui vient d’être écrit, sans rien reprendre de ce qui l’a fabriqué : les bornes
 * annoncées couvrent tout le fichier sauf la valeur, et la valeur est une signature juste de cette
 * empreinte.
 */
final class Relecture {

  private static final Pattern BORNES =
      Pattern.compile("/ByteRange\\s*\\[\\s*(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s*\\]");

  private Relecture() {}

  /**
   * @param ajout l’ajout tel qu’il est dans le fichier final
   * @param fiche où la valeur doit se trouver
   * @param document empreinte du fichier final sans la valeur, recalculée en l’écrivant
   */
  static void exigerJuste(byte[] ajout, FichePreparation fiche, Empreinte document) {
    bornes(ajout, fiche);
    valeur(ajout, fiche, document);
  }

  private static void bornes(byte[] ajout, FichePreparation fiche) {
    Matcher bornes = BORNES.matcher(new String(ajout, StandardCharsets.ISO_8859_1));
    exiger(bornes.find(), "pas de ByteRange");
    List<Long> lues =
        List.of(
            Long.valueOf(bornes.group(1)),
            Long.valueOf(bornes.group(2)),
            Long.valueOf(bornes.group(3)),
            Long.valueOf(bornes.group(4)));
    long total = fiche.origine() + ajout.length;
    exiger(
        lues.equals(List.of(0L, fiche.debut(), fiche.fin(), total - fiche.fin())),
        "ByteRange ne couvre pas le document");
    exiger(!bornes.find(), "deux ByteRange dans un seul ajout");
    int debut = (int) (fiche.debut() - fiche.origine());
    int fin = (int) (fiche.fin() - fiche.origine());
    exiger(ajout[debut] == '<' && ajout[fin - 1] == '>', "valeur mal délimitée");
  }

  private static void valeur(byte[] ajout, FichePreparation fiche, Empreinte document) {
    int debut = (int) (fiche.debut() - fiche.origine()) + 1;
    int fin = (int) (fiche.fin() - fiche.origine()) - 1;
    String hex = new String(ajout, debut, fin - debut, StandardCharsets.US_ASCII);
    try {
      CMSSignedData cms =
          new CMSSignedData(
              Map.of(NISTObjectIdentifiers.id_sha256.getId(), document.octets()),
              HexFormat.of().parseHex(hex));
      exiger(cms.getSignerInfos().size() == 1, "un seul signataire est attendu");
      SignerInformation signataire = cms.getSignerInfos().iterator().next();
      exiger(
          signataire.getSignedAttributes().get(CMSAttributes.signingTime) == null,
          "signing-time présent");
      X509CertificateHolder porteur =
          cms.getCertificates().getMatches(null).stream()
              .filter(signataire.getSID()::match)
              .findFirst()
              .orElseThrow(() -> alteree("certificat du signataire absent"));
      exiger(
          Empreinte.de(porteur.getEncoded()).equals(fiche.chaine().empreinte()),
          "certificat inattendu");
      exiger(
          signataire.verify(
              new JcaSimpleSignerInfoVerifierBuilder()
                  .build(fiche.chaine().signataire().getPublicKey())),
          "signature fausse");
    } catch (CMSException | OperatorCreationException | java.io.IOException e) {
      throw alteree("CMS illisible", e);
    }
  }

  private static void exiger(boolean juste, String faute) {
    if (!juste) {
      throw alteree(faute, null);
    }
  }

  private static ErreurMetier alteree(String faute, Exception cause) {
    return new ErreurMetier(
        ErreurSignature.PREPARATION_ALTEREE,
        "Le document préparé n’est plus celui qui devait être signé. Rien n’a été signé\u00a0: recommencez.",
        new IllegalStateException(faute, cause));
  }

  static ErreurMetier alteree(String faute) {
    return alteree(faute, null);
  }

  /** Le certificat annoncé à la seconde phase est celui de la première. */
  static void exigerMemeCertificat(Chaine attendue, Chaine annoncee) {
    if (!attendue.empreinte().equals(annoncee.empreinte())) {
      throw new ErreurMetier(
          ErreurSignature.CERTIFICAT_DIFFERENT,
          "Le certificat n’est pas celui qui a été choisi au départ. Rien n’a été signé\u00a0: recommencez.");
    }
  }
}
