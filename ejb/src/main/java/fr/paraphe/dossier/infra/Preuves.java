package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.modele.Auteur;
import fr.paraphe.dossier.modele.Dossier;
import fr.paraphe.dossier.modele.Etape;
import fr.paraphe.signature.Chaine;
import fr.paraphe.signature.DocumentSigne;
import fr.paraphe.stockage.Empreinte;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * La preuve d’une signature (quality.md AUD-10) : une ligne par document signé et par étape, chaque
 * certificat une fois.
 */
@Dependent
public class Preuves {

  private static final String SIGNATURE =
      """
      INSERT INTO signature (id, collectivite_id, dossier_id, etape_id, document_id, signataire_id, delegation_id, nature, format,
        signee_le, blob_avant_id, blob_apres_id, certificat_empreinte, sujet, emetteur, valide_du, valide_au, preuve)
      VALUES (nextval('seq_divers'), ?1, ?2, ?3, ?4, ?5, CAST(?6 AS integer), ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,
        CAST(?17 AS jsonb))
      """;

  private final EntityManager em;

  @Inject
  public Preuves(EntityManager em) {
    this.em = em;
  }

  /**
   * @param nature {@code PERSONNE} ou {@code CACHET}
   */
  public void ajouter(
      Etape etape, Auteur auteur, String nature, Signe signe, Chaine chaine, Instant instant) {
    Dossier dossier = etape.dossier();
    chaine.ders().forEach(this::garder);
    em.createNativeQuery(SIGNATURE)
        .setParameter(1, dossier.collectivite().valeur())
        .setParameter(2, dossier.id())
        .setParameter(3, etape.id())
        .setParameter(4, signe.document())
        .setParameter(5, auteur.utilisateur().valeur())
        .setParameter(6, auteur.delegation())
        .setParameter(7, nature)
        .setParameter(8, signe.resultat().format())
        .setParameter(9, Timestamp.from(instant))
        .setParameter(10, signe.blobAvant())
        .setParameter(11, signe.resultat().document().id())
        .setParameter(12, chaine.empreinte().octets())
        .setParameter(13, chaine.sujet())
        .setParameter(14, chaine.emetteur())
        .setParameter(15, Timestamp.from(chaine.valideDu()))
        .setParameter(16, Timestamp.from(chaine.valideAu()))
        .setParameter(17, preuve(signe, chaine))
        .executeUpdate();
  }

  /** Un document et son contenu signé. */
  public record Signe(long document, long blobAvant, DocumentSigne resultat) {}

  private void garder(byte[] der) {
    em.createNativeQuery(
            "INSERT INTO certificat (empreinte, der) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
        .setParameter(1, Empreinte.de(der).octets())
        .setParameter(2, der)
        .executeUpdate();
  }

  private static String preuve(Signe signe, Chaine chaine) {
    JsonArrayBuilder certificats = Json.createArrayBuilder();
    chaine.ders().forEach(der -> certificats.add(Empreinte.de(der).hex()));
    return Json.createObjectBuilder()
        .add("chaine", certificats)
        .add("champ", signe.resultat().champ())
        .add("sha256Avant", signe.resultat().avant().hex())
        .add("sha256Apres", signe.resultat().document().sha256().hex())
        .build()
        .toString();
  }
}
