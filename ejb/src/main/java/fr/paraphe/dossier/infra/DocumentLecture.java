package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.Contenu;
import fr.paraphe.dossier.DocumentVue;
import fr.paraphe.dossier.NatureDocument;
import fr.paraphe.dossier.modele.Dossier;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.stockage.BlobRef;
import fr.paraphe.stockage.Coffre;
import fr.paraphe.stockage.LectureBlob;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Les documents d’un dossier déjà autorisé. */
@Dependent
public class DocumentLecture {

  private static final String PDF = "application/pdf";

  private static final String VUES =
      """
      SELECT CAST(d.ref AS text), d.nature, d.nom, b.type_mime, b.taille, d.pages, d.visuel_blob_id IS NOT NULL,
        (SELECT count(*) FROM signature s WHERE s.document_id = d.id)
      FROM document d JOIN blob b ON b.id = d.blob_id WHERE d.dossier_id = ?1
      ORDER BY array_position(ARRAY['PRINCIPAL','ANNEXE','SIGNATURE_DETACHEE','BORDEREAU','ACQUIT'], d.nature), d.ordre
      """;

  private static final String UN =
      "SELECT d.nom, d.blob_id, d.visuel_blob_id FROM document d WHERE d.ref = CAST(?1 AS uuid) AND d.dossier_id = ?2";

  private static final String DOSSIER_DE =
      "SELECT dossier_id FROM document WHERE ref = CAST(?1 AS uuid) AND collectivite_id = ?2";

  private final EntityManager em;
  private final Coffre coffre;

  @Inject
  public DocumentLecture(EntityManager em, Coffre coffre) {
    this.em = em;
    this.coffre = coffre;
  }

  public Optional<Dossier> dossierDe(CollectiviteId collectivite, UUID document) {
    List<?> cles =
        em.createNativeQuery(DOSSIER_DE)
            .setParameter(1, document.toString())
            .setParameter(2, collectivite.valeur())
            .getResultList();
    return cles.stream().findFirst().map(cle -> em.find(Dossier.class, ((Number) cle).longValue()));
  }

  public List<DocumentVue> vues(Dossier dossier) {
    List<?> lignes = em.createNativeQuery(VUES).setParameter(1, dossier.id()).getResultList();
    return lignes.stream().map(l -> vue((Object[]) l)).toList();
  }

  private static DocumentVue vue(Object[] c) {
    String type = (String) c[3];
    return new DocumentVue(
        UUID.fromString((String) c[0]),
        NatureDocument.valueOf((String) c[1]),
        (String) c[2],
        type,
        ((Number) c[4]).longValue(),
        (Integer) c[5],
        PDF.equals(type) || (Boolean) c[6],
        ((Number) c[7]).intValue());
  }

  public Contenu contenu(Dossier dossier, UUID document) {
    Object[] c = un(dossier, document);
    return contenu(dossier.collectivite(), (String) c[0], ((Number) c[1]).longValue());
  }

  public Contenu visuel(Dossier dossier, UUID document) {
    Object[] c = un(dossier, document);
    Object blob = c[2] == null ? c[1] : c[2];
    return contenu(dossier.collectivite(), (String) c[0], ((Number) blob).longValue());
  }

  private Object[] un(Dossier dossier, UUID document) {
    return (Object[])
        em.createNativeQuery(UN)
            .setParameter(1, document.toString())
            .setParameter(2, dossier.id())
            .getSingleResult();
  }

  /** Un contenu lisible en flux, hors de toute transaction. */
  public Contenu contenu(CollectiviteId collectivite, String nom, long blob) {
    BlobRef ref = coffre.exiger(collectivite.valeur(), blob);
    return new Contenu(
        nom, ref.typeMime(), ref.taille(), ref.sha256().hex(), debut -> ouvrir(ref, debut));
  }

  private InputStream ouvrir(BlobRef ref, long debut) throws java.io.IOException {
    LectureBlob lecture = coffre.ouvrir(ref);
    return lecture.flux(debut, ref.taille() - debut);
  }
}
