package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.PreparationSignature;
import fr.paraphe.dossier.modele.Auteur;
import fr.paraphe.dossier.modele.Document;
import fr.paraphe.dossier.modele.Dossier;
import fr.paraphe.dossier.modele.Etape;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.signature.Chaine;
import fr.paraphe.signature.DemandeSignature;
import fr.paraphe.signature.DocumentPrepare;
import fr.paraphe.signature.DocumentSigne;
import fr.paraphe.signature.Placement;
import fr.paraphe.signature.SignatureDocuments;
import fr.paraphe.signature.Tampon;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.stockage.BlobRef;
import fr.paraphe.stockage.Coffre;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Le travail sur les documents d’un dossier à signer, hors de toute transaction. */
@Dependent
public class PoseSignature {

  private final ContexteSignature contexte;
  private final SignatureDocuments signatures;
  private final Coffre coffre;

  @Inject
  public PoseSignature(ContexteSignature contexte, SignatureDocuments signatures, Coffre coffre) {
    this.contexte = contexte;
    this.signatures = signatures;
    this.coffre = coffre;
  }

  /** Ce qu’il faut savoir d’un dossier pour préparer ses documents. */
  public record Demande(
      IdentifiantDossier identifiant,
      long dossier,
      String titre,
      long etape,
      int versionEtape,
      String nom,
      String qualite,
      String delegation,
      String lieu,
      Optional<BlobRef> image,
      List<ContexteSignature.ADocument> documents) {}

  /** Un document préparé. */
  public record Prepare(
      Demande demande, ContexteSignature.ADocument document, DocumentPrepare prepare) {

    public PreparationSignature.ASigner aSigner() {
      return new PreparationSignature.ASigner(
          demande.identifiant(),
          demande.titre(),
          document.ref(),
          document.nom(),
          prepare.aSigner());
    }
  }

  public Demande demande(Acteur acteur, Dossier dossier, Auteur auteur) {
    ContexteSignature.Signataire signataire = contexte.signataire(acteur);
    Etape etape = dossier.active(auteur);
    String titre = contexte.titreBureau(auteur.bureau());
    boolean delegue = auteur.delegation() != null;
    return new Demande(
        dossier.identifiant(),
        dossier.id(),
        dossier.titre(),
        etape.id(),
        etape.version(),
        acteur.nomComplet(),
        delegue ? "" : titre,
        delegue ? "pour " + titre + ", par délégation" : "",
        signataire.lieu(),
        signataire.image(),
        contexte.aSigner(dossier));
  }

  public List<Prepare> preparer(Demande demande, Chaine chaine, Instant instant) {
    List<Prepare> prepares = new ArrayList<>();
    for (ContexteSignature.ADocument document : demande.documents()) {
      Tampon tampon =
          Tampon.personne(
              Placement.sur(Placement.BALISE_SIGNATURE),
              image(demande),
              demande.nom(),
              demande.qualite(),
              demande.delegation(),
              instant);
      String raison = demande.delegation().isEmpty() ? demande.qualite() : demande.delegation();
      prepares.add(
          new Prepare(
              demande,
              document,
              preparer(
                  new DemandeSignature(
                      document.blob(),
                      chaine,
                      Optional.of(tampon),
                      raison,
                      demande.lieu(),
                      instant))));
    }
    return prepares;
  }

  private DocumentPrepare preparer(DemandeSignature demande) {
    try {
      return signatures.preparer(demande);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<byte[]> image(Demande demande) {
    return demande.image().map(this::lireImage);
  }

  private byte[] lireImage(BlobRef image) {
    try (var flux = coffre.ouvrir(image).flux()) {
      return flux.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws ErreurMetier s’il manque une valeur, ou si l’une est fausse
   */
  public List<Preuves.Signe> incorporer(
      Chaine chaine, List<Preparations.Ligne> lignes, Map<UUID, byte[]> valeurs) {
    List<Preuves.Signe> signes = new ArrayList<>();
    for (Preparations.Ligne ligne : lignes) {
      byte[] valeur = valeurs.get(ligne.ref());
      if (valeur == null) {
        throw new ErreurMetier(
            ErreurDossier.PREPARATION_PERIMEE,
            "Ce dossier n’a pas été signé : aucune signature n’a été reçue pour lui.");
      }
      signes.add(
          new Preuves.Signe(
              ligne.document(), ligne.origine().id(), incorporer(chaine, ligne, valeur)));
    }
    return signes;
  }

  private DocumentSigne incorporer(Chaine chaine, Preparations.Ligne ligne, byte[] valeur) {
    try {
      return signatures.incorporer(ligne.origine(), ligne.prepare(), chaine, valeur);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ce qui a été préparé est encore ce qui est là : même étape, mêmes contenus (signing.md §5.2).
   */
  public static void exigerInchange(
      Dossier dossier, Auteur auteur, List<Preparations.Ligne> lignes) {
    long etape = dossier.active(auteur).id();
    boolean inchange =
        lignes.stream()
            .allMatch(
                l ->
                    l.etape() == etape
                        && document(dossier, l.document()).blob() == l.origine().id());
    if (!inchange) {
      throw new ErreurMetier(
          ErreurDossier.MODIFIE_ENTRE_TEMPS,
          "Ce dossier a changé pendant la signature : relisez-le et recommencez.");
    }
  }

  /** Vrai si chaque document a encore le contenu qu’on a signé. */
  static boolean inchanges(Dossier dossier, List<Preuves.Signe> signes) {
    return signes.stream().allMatch(s -> document(dossier, s.document()).blob() == s.blobAvant());
  }

  public static void remplacer(Dossier dossier, List<Preuves.Signe> signes) {
    signes.forEach(s -> document(dossier, s.document()).signer(s.resultat().document().id()));
  }

  private static Document document(Dossier dossier, long id) {
    return dossier.documents().stream().filter(d -> d.id() == id).findFirst().orElseThrow();
  }
}
