package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.NatureDocument;
import fr.paraphe.dossier.modele.Document;
import fr.paraphe.dossier.modele.Dossier;
import fr.paraphe.dossier.modele.FormatSignature;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.signature.Titulaire;
import fr.paraphe.stockage.BlobRef;
import fr.paraphe.stockage.Coffre;
import fr.paraphe.stockage.Empreinte;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Ce que la base sait du signataire, de son bureau et des documents à signer. */
@Dependent
public class ContexteSignature {

  private static final String SIGNATAIRE =
      """
      SELECT u.certificat_empreinte, u.image_blob_id, coalesce(c.ville, c.titre) FROM utilisateur u
      JOIN collectivite c ON c.id = u.collectivite_id WHERE u.id = ?1
      """;

  private static final String FORMAT =
      "SELECT t.format_signature FROM sous_type s JOIN type_dossier t ON t.id = s.type_id WHERE s.id = ?1";

  private final EntityManager em;
  private final Coffre coffre;

  @Inject
  public ContexteSignature(EntityManager em, Coffre coffre) {
    this.em = em;
    this.coffre = coffre;
  }

  /**
   * @param image blob de l’image de signature, s’il y en a une
   * @param lieu ville de la collectivité
   */
  public record Signataire(Titulaire titulaire, Optional<BlobRef> image, String lieu) {}

  /** Un document principal et son contenu courant. */
  public record ADocument(long id, java.util.UUID ref, String nom, BlobRef blob) {}

  public Signataire signataire(Acteur acteur) {
    Object[] c =
        (Object[])
            em.createNativeQuery(SIGNATAIRE)
                .setParameter(1, acteur.id().valeur())
                .getSingleResult();
    Optional<Empreinte> certificat = Optional.ofNullable((byte[]) c[0]).map(Empreinte::of);
    Optional<BlobRef> image =
        Optional.ofNullable((Number) c[1])
            .map(id -> coffre.exiger(acteur.collectivite().valeur(), id.longValue()));
    return new Signataire(
        new Titulaire(acteur.prenom(), acteur.nom(), certificat), image, (String) c[2]);
  }

  /** Les documents principaux, tous signables en PAdES ; sinon le refus qui dit pourquoi. */
  public List<ADocument> aSigner(Dossier dossier) {
    String format =
        (String)
            em.createNativeQuery(FORMAT).setParameter(1, dossier.sousTypeId()).getSingleResult();
    List<ADocument> documents =
        dossier.documents().stream()
            .filter(d -> d.nature() == NatureDocument.PRINCIPAL)
            .sorted(Comparator.comparingInt(Document::ordre))
            .map(
                d ->
                    new ADocument(d.id(), d.ref(), d.nom(), blob(dossier.collectivite(), d.blob())))
            .toList();
    documents.forEach(d -> FormatSignature.exigerPades(format, d.blob().typeMime(), d.nom()));
    return documents;
  }

  public BlobRef blob(CollectiviteId collectivite, long id) {
    return coffre.exiger(collectivite.valeur(), id);
  }

  /** Le titre du bureau, montré comme la qualité du signataire. */
  public String titreBureau(BureauId bureau) {
    return (String)
        em.createNativeQuery("SELECT titre FROM bureau WHERE id = ?1")
            .setParameter(1, bureau.valeur())
            .getSingleResult();
  }
}
