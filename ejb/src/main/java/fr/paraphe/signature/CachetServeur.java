package fr.paraphe.signature;

import fr.paraphe.signature.ControleCertificat.Examen;
import fr.paraphe.signature.infra.ClesInstallation;
import fr.paraphe.signature.infra.Pades;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import fr.paraphe.stockage.BlobRef;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Le cachet de la collectivité : la clé est sur le serveur, désignée par un alias, et l’acte tient
 * en un appel. Les deux phases sont les mêmes que pour une personne.
 */
@Dependent
public class CachetServeur {

  private static final String MARQUE_ESSAI = "TEST";
  private static final String MENTION_ESSAI = "TEST — sans valeur juridique";

  private final Pades pades;
  private final ClesInstallation cles;
  private final Horloge horloge;

  @Inject
  public CachetServeur(Pades pades, ClesInstallation cles, Horloge horloge) {
    this.pades = pades;
    this.cles = cles;
    this.horloge = horloge;
  }

  /**
   * Ce qu’on voit du cachet.
   *
   * @param titre ligne principale du tampon
   * @param lieu ville, peut être vide
   */
  public record Apparence(Placement placement, Optional<byte[]> image, String titre, String lieu) {}

  /**
   * Appose le cachet, maintenant.
   *
   * @throws ErreurMetier {@link ErreurSignature#CACHET_EXPIRE}, {@link
   *     ErreurSignature#CACHET_INDISPONIBLE}, ou ce qui empêche de signer ce document
   */
  public DocumentSigne apposer(BlobRef document, String alias, Apparence apparence)
      throws IOException {
    Identite identite = cles.cachet(alias);
    Instant maintenant = horloge.maintenant();
    exigerUtilisable(identite.chaine(), maintenant);
    DemandeSignature demande =
        new DemandeSignature(
            document,
            identite.chaine(),
            Optional.of(tampon(identite.chaine(), apparence, maintenant)),
            apparence.titre(),
            apparence.lieu(),
            maintenant);
    try {
      return pades.signer(demande, identite);
    } catch (GeneralSecurityException e) {
      throw new ErreurMetier(
          ErreurSignature.CACHET_INDISPONIBLE,
          "La clé du cachet ne répond pas. Prévenez votre administrateur.",
          e);
    }
  }

  private static void exigerUtilisable(Chaine chaine, Instant maintenant) {
    if (maintenant.isAfter(chaine.valideAu())) {
      throw new ErreurMetier(
          ErreurSignature.CACHET_EXPIRE,
          "Le certificat du cachet a expiré\u00a0: aucun cachet n’est apposé. Votre administrateur doit le renouveler.");
    }
    ControleCertificat.exigerAcceptable(
        new Examen(chaine, Optional.empty(), List.of(), maintenant));
  }

  /** Un cachet d’essai se dit d’essai, sur le document lui-même. */
  private static Tampon tampon(Chaine chaine, Apparence apparence, Instant maintenant) {
    Tampon tampon =
        Tampon.cachet(apparence.placement(), apparence.image(), apparence.titre(), maintenant);
    return chaine.nomCourant().contains(MARQUE_ESSAI) ? tampon.avec(MENTION_ESSAI) : tampon;
  }

  /**
   * Crée, s’il manque, le cachet d’essai de cette installation : clé neuve, nom « CACHET DE TEST …
   * », délivré par l’autorité d’essai.
   *
   * @return sa chaîne, à garder en base avec l’alias
   */
  public Chaine creerEssai(String alias, String titre) throws IOException {
    try {
      return cles.cachetEssai(alias, titre, horloge.maintenant()).chaine();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cachet d’essai impossible à créer", e);
    }
  }

  /**
   * Garde un cachet reçu en PKCS#12, après l’avoir contrôlé.
   *
   * @throws ErreurMetier si le fichier ou son mot de passe ne va pas, ou si le certificat est à
   *     refuser
   */
  public Chaine importer(String alias, byte[] p12, char[] motDePasse) throws IOException {
    try {
      Identite identite = Identite.lireP12(new ByteArrayInputStream(p12), motDePasse);
      exigerUtilisable(identite.chaine(), horloge.maintenant());
      cles.garderCachet(alias, identite);
      return identite.chaine();
    } catch (GeneralSecurityException | IOException e) {
      throw new ErreurMetier(
          ErreurSignature.CERTIFICAT_ILLISIBLE,
          "Ce fichier PKCS#12 ne s’ouvre pas\u00a0: vérifiez le fichier et son mot de passe.",
          e);
    }
  }

  /** La chaîne du cachet de cet alias. */
  public Chaine chaine(String alias) {
    return cles.cachet(alias).chaine();
  }
}
