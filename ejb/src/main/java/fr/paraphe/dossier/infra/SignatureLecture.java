package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.SignatureVue;
import fr.paraphe.dossier.modele.Dossier;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Les signatures posées dans un dossier. */
@Dependent
public class SignatureLecture {

  /** Celles d’un tour refusé ont quitté les documents : elles restent aux preuves et au journal. */
  private static final String VUES =
      """
      SELECT CAST(d.ref AS text), d.nom, s.nature, s.signataire_id, e.bureau_id, s.delegation_id, s.signee_le, s.format, s.sujet,
        s.emetteur, s.valide_du, s.valide_au, s.validation
      FROM signature s JOIN document d ON d.id = s.document_id JOIN etape e ON e.id = s.etape_id
      WHERE s.dossier_id = ?1 AND e.tour = (SELECT max(t.tour) FROM etape t WHERE t.dossier_id = ?1)
      ORDER BY s.signee_le, s.id
      """;

  private final EntityManager em;

  @Inject
  public SignatureLecture(EntityManager em) {
    this.em = em;
  }

  public List<SignatureVue> vues(Dossier dossier, NomsLecture.Noms noms) {
    List<?> lignes = em.createNativeQuery(VUES).setParameter(1, dossier.id()).getResultList();
    return lignes.stream().map(l -> vue((Object[]) l, noms)).toList();
  }

  private static SignatureVue vue(Object[] c, NomsLecture.Noms noms) {
    return new SignatureVue(
        UUID.fromString((String) c[0]),
        (String) c[1],
        (String) c[2],
        noms.personne(((Number) c[3]).intValue()),
        c[5] == null ? "" : noms.bureaux().getOrDefault(((Number) c[4]).intValue(), ""),
        instant(c[6]),
        (String) c[7],
        (String) c[8],
        (String) c[9],
        instant(c[10]),
        instant(c[11]),
        (String) c[12]);
  }

  private static Instant instant(Object colonne) {
    return ((Timestamp) colonne).toInstant();
  }
}
