package fr.paraphe.notification.infra;

import fr.paraphe.notification.ReglageCourriels;
import fr.paraphe.notification.Rythme;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.UtilisateurId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.time.DayOfWeek;

/** Les réglages de courriels : le rythme est sur le compte, le détail dans ses préférences. */
@Dependent
public class ReglageRepository {

  private static final String LIRE =
      """
      SELECT u.notification, CAST(p.valeur AS text), u.courriel FROM utilisateur u
      LEFT JOIN preference p ON p.utilisateur_id = u.id AND p.cle = 'notification' WHERE u.id = ?1
      """;

  private static final String ECRIRE =
      """
      INSERT INTO preference (utilisateur_id, collectivite_id, cle, valeur) VALUES (?1, ?2, 'notification', CAST(?3 AS jsonb))
      ON CONFLICT (utilisateur_id, cle) DO UPDATE SET valeur = excluded.valeur
      """;

  private final EntityManager em;

  @Inject
  public ReglageRepository(EntityManager em) {
    this.em = em;
  }

  public ReglageCourriels lire(UtilisateurId utilisateur) {
    Object[] c = ligne(utilisateur);
    return reglage((String) c[0], (String) c[1]);
  }

  public String adresse(UtilisateurId utilisateur) {
    return (String) ligne(utilisateur)[2];
  }

  private Object[] ligne(UtilisateurId utilisateur) {
    return (Object[])
        em.createNativeQuery(LIRE).setParameter(1, utilisateur.valeur()).getSingleResult();
  }

  static ReglageCourriels reglage(String rythme, String json) {
    ReglageCourriels defaut = ReglageCourriels.DEFAUT.avecRythme(Rythme.valueOf(rythme));
    if (json == null) {
      return defaut;
    }
    try (var lecteur = Json.createReader(new StringReader(json))) {
      JsonObject o = lecteur.readObject();
      return new ReglageCourriels(
          defaut.rythme(),
          o.getInt("heures", defaut.heures()),
          o.getInt("heure", defaut.heure()),
          DayOfWeek.of(o.getInt("jour", defaut.jour().getValue())),
          o.getString("adresse", defaut.adresse()),
          o.getBoolean("confidentiels", true),
          o.getBoolean("suivis", true),
          o.getBoolean("retards", true));
    }
  }

  public void ecrire(Acteur acteur, ReglageCourriels r) {
    em.createNativeQuery("UPDATE utilisateur SET notification = ?2 WHERE id = ?1")
        .setParameter(1, acteur.id().valeur())
        .setParameter(2, r.rythme().name())
        .executeUpdate();
    String valeur =
        Json.createObjectBuilder()
            .add("heures", r.heures())
            .add("heure", r.heure())
            .add("jour", r.jour().getValue())
            .add("adresse", r.adresse())
            .add("confidentiels", r.confidentiels())
            .add("suivis", r.suivis())
            .add("retards", r.retards())
            .build()
            .toString();
    em.createNativeQuery(ECRIRE)
        .setParameter(1, acteur.id().valeur())
        .setParameter(2, acteur.collectivite().valeur())
        .setParameter(3, valeur)
        .executeUpdate();
  }
}
