package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.Brouillon;
import fr.paraphe.dossier.NatureDocument;
import fr.paraphe.dossier.Piece;
import fr.paraphe.dossier.modele.Dossier;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Relit un brouillon, et dit de ses documents lesquels ont déjà été signés à un tour refusé. */
@Dependent
public class BrouillonLecture {

  private static final String NATURE =
      "SELECT t.nom, s.nom AS sous_type FROM sous_type s JOIN type_dossier t ON t.id = s.type_id WHERE s.id = ?1";

  private static final String PIECES =
      """
      SELECT d.blob_id, d.nom, b.type_mime, b.taille FROM document d JOIN blob b ON b.id = d.blob_id
      WHERE d.dossier_id = ?1 AND d.nature = ?2 ORDER BY d.ordre
      """;

  private final EntityManager em;

  @Inject
  public BrouillonLecture(EntityManager em) {
    this.em = em;
  }

  public Brouillon lire(Dossier d) {
    Object[] nature =
        (Object[]) em.createNativeQuery(NATURE).setParameter(1, d.sousTypeId()).getSingleResult();
    return new Brouillon(
        d.identifiant(),
        d.titre(),
        (String) nature[0],
        (String) nature[1],
        d.visibilite(),
        d.dateLimite(),
        d.bureauEmetteur(),
        pieces(d, NatureDocument.PRINCIPAL),
        pieces(d, NatureDocument.ANNEXE),
        d.metadonnees().valeurs());
  }

  private List<Brouillon.PieceGardee> pieces(Dossier d, NatureDocument nature) {
    List<?> lignes =
        em.createNativeQuery(PIECES)
            .setParameter(1, d.id())
            .setParameter(2, nature.name())
            .getResultList();
    return lignes.stream().map(l -> piece((Object[]) l)).toList();
  }

  private static Brouillon.PieceGardee piece(Object[] c) {
    return new Brouillon.PieceGardee(
        new Piece(((Number) c[0]).longValue(), (String) c[1], (String) c[2]),
        ((Number) c[3]).longValue());
  }

  /** Les documents que la preuve d’une signature désigne : leur ligne doit rester. */
  public Set<Long> signes(Dossier d) {
    List<?> ids =
        em.createNativeQuery("SELECT DISTINCT document_id FROM signature WHERE dossier_id = ?1")
            .setParameter(1, d.id())
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).collect(Collectors.toSet());
  }

  public void retirer(Set<Long> documents) {
    if (!documents.isEmpty()) {
      em.createNativeQuery("DELETE FROM document WHERE id = ANY(?1)")
          .setParameter(1, documents.toArray(Long[]::new))
          .executeUpdate();
    }
  }
}
