package fr.paraphe.organisation.infra;

import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.Affichage;
import fr.paraphe.organisation.DroitsAdministration;
import fr.paraphe.organisation.Moi;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.io.StringReader;

/** Lit et écrit le profil d’une personne. */
@Dependent
public class LectureProfil {

  private static final String MOI =
      """
      SELECT u.courriel, c.titre, u.image_blob_id IS NOT NULL, CAST(p.valeur AS text)
      FROM utilisateur u JOIN collectivite c ON c.id = u.collectivite_id
      LEFT JOIN preference p ON p.utilisateur_id = u.id AND p.cle = 'affichage'
      WHERE u.id = ?1
      """;

  private static final String ECRIRE =
      """
      INSERT INTO preference (utilisateur_id, collectivite_id, cle, valeur) VALUES (?1, ?2, 'affichage', CAST(?3 AS jsonb))
      ON CONFLICT (utilisateur_id, cle) DO UPDATE SET valeur = excluded.valeur
      """;

  private final EntityManager em;

  @Inject
  public LectureProfil(EntityManager em) {
    this.em = em;
  }

  public Moi moi(Acteur acteur) {
    Object[] c =
        (Object[])
            em.createNativeQuery(MOI).setParameter(1, acteur.id().valeur()).getSingleResult();
    return new Moi(
        acteur.login(),
        acteur.prenom(),
        acteur.nom(),
        (String) c[0],
        (String) c[1],
        !DroitsAdministration.visibles(acteur).isEmpty(),
        affichage((String) c[3]),
        (Boolean) c[2]);
  }

  public void ecrireAffichage(Acteur acteur, Affichage a) {
    String valeur =
        Json.createObjectBuilder()
            .add("theme", a.theme())
            .add("contraste", a.contraste())
            .add("taille", a.taille())
            .add("densite", a.densite())
            .add("langue", a.langue())
            .build()
            .toString();
    em.createNativeQuery(ECRIRE)
        .setParameter(1, acteur.id().valeur())
        .setParameter(2, acteur.collectivite().valeur())
        .setParameter(3, valeur)
        .executeUpdate();
  }

  private static Affichage affichage(String json) {
    if (json == null) {
      return Affichage.DEFAUT;
    }
    try (var lecteur = Json.createReader(new StringReader(json))) {
      JsonObject o = lecteur.readObject();
      return new Affichage(
          o.getString("theme", null),
          o.getString("contraste", null),
          o.getString("taille", null),
          o.getString("densite", null),
          o.getString("langue", null));
    }
  }
}
