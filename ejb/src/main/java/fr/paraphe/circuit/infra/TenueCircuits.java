package fr.paraphe.circuit.infra;

import fr.paraphe.circuit.ErreurCircuit;
import fr.paraphe.circuit.EtapeReglee;
import fr.paraphe.circuit.Exigences;
import fr.paraphe.circuit.ReglageCircuit;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.socle.ErreurMetier;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Écrit un circuit et ses étapes. Les droits et le dessin sont déjà vérifiés. */
@Dependent
public class TenueCircuits {

  private static final String ETAPE =
      """
      INSERT INTO etape_modele (id, collectivite_id, circuit_id, rang, creneau, mode, requis, action, designation, bureau_id, exigences)
      VALUES (nextval('seq_organisation'), ?1, ?2, ?3, ?4, ?5, CAST(?6 AS smallint), ?7, ?8, CAST(?9 AS integer), CAST(?10 AS jsonb))
      """;

  private final EntityManager em;

  @Inject
  public TenueCircuits(EntityManager em) {
    this.em = em;
  }

  public int creer(CollectiviteId collectivite, ReglageCircuit r) {
    exigerNomLibre(collectivite, 0, r.nom());
    int id =
        ((Number) em.createNativeQuery("SELECT nextval('seq_organisation')").getSingleResult())
            .intValue();
    em.createNativeQuery("INSERT INTO circuit (id, collectivite_id, nom) VALUES (?1, ?2, ?3)")
        .setParameter(1, id)
        .setParameter(2, collectivite.valeur())
        .setParameter(3, r.nom())
        .executeUpdate();
    poser(collectivite, id, r);
    return id;
  }

  /**
   * @throws ErreurMetier {@link ErreurCircuit#CIRCUIT_MODIFIE} si la version n’est plus celle-là
   */
  public void modifier(CollectiviteId collectivite, int id, int version, ReglageCircuit r) {
    exigerNomLibre(collectivite, id, r.nom());
    exigerUne(
        sous(
                collectivite,
                id,
                version,
                "UPDATE circuit SET nom = ?4, version = version + 1 WHERE id = ?2 AND collectivite_id = ?1 AND version = ?3")
            .setParameter(4, r.nom())
            .executeUpdate());
    em.createNativeQuery("DELETE FROM etape_modele WHERE circuit_id = ?1 AND collectivite_id = ?2")
        .setParameter(1, id)
        .setParameter(2, collectivite.valeur())
        .executeUpdate();
    poser(collectivite, id, r);
  }

  public void supprimer(CollectiviteId collectivite, int id, int version) {
    exigerUne(
        sous(
                collectivite,
                id,
                version,
                "DELETE FROM circuit WHERE id = ?2 AND collectivite_id = ?1 AND version = ?3")
            .executeUpdate());
  }

  private Query sous(CollectiviteId collectivite, int id, int version, String sql) {
    return em.createNativeQuery(sql)
        .setParameter(1, collectivite.valeur())
        .setParameter(2, id)
        .setParameter(3, version);
  }

  private static void exigerUne(int lignes) {
    if (lignes != 1) {
      throw new ErreurMetier(
          ErreurCircuit.CIRCUIT_MODIFIE,
          "Quelqu’un d’autre vient de modifier ce circuit. Rien n’a été enregistré\u00a0: rechargez la page pour voir ses changements, puis refaites les vôtres.");
    }
  }

  private void exigerNomLibre(CollectiviteId collectivite, int id, String nom) {
    boolean pris =
        !em.createNativeQuery(
                "SELECT 1 FROM circuit WHERE collectivite_id = ?1 AND lower(nom) = lower(?2) AND id <> ?3")
            .setParameter(1, collectivite.valeur())
            .setParameter(2, nom)
            .setParameter(3, id)
            .getResultList()
            .isEmpty();
    if (pris) {
      throw new ErreurMetier(
              ErreurCircuit.CIRCUIT_NOM_PRIS, "Un autre circuit s’appelle déjà « " + nom + " ».")
          .avec(nom);
    }
  }

  private void poser(CollectiviteId collectivite, int id, ReglageCircuit r) {
    exigerMetadonnees(collectivite, r);
    Exigences fin =
        new Exigences(
            List.of(), List.of(), bureaux(collectivite, r.notifies()), r.notifieEmetteur());
    List<BureauId> bureauFinal =
        r.bureauFinal().isEmpty() ? List.of() : bureaux(collectivite, List.of(r.bureauFinal()));
    em.createNativeQuery(
            "UPDATE circuit SET bureau_final_id = CAST(?2 AS integer), fin = CAST(?3 AS jsonb) WHERE id = ?1")
        .setParameter(1, id)
        .setParameter(2, bureauFinal.isEmpty() ? null : bureauFinal.get(0).valeur() + "")
        .setParameter(3, ConversionExigences.enJson(fin))
        .executeUpdate();
    for (int i = 0; i < r.etapes().size(); i++) {
      poser(collectivite, id, i + 1, r.etapes().get(i));
    }
  }

  private void poser(CollectiviteId collectivite, int id, int rang, EtapeReglee e) {
    Exigences exigences =
        new Exigences(
            e.validation(), e.rejet(), bureaux(collectivite, e.notifies()), e.notifieEmetteur());
    List<BureauId> bureaux = bureaux(collectivite, e.bureaux());
    for (int creneau = 0; creneau < Math.max(1, bureaux.size()); creneau++) {
      em.createNativeQuery(ETAPE)
          .setParameter(1, collectivite.valeur())
          .setParameter(2, id)
          .setParameter(3, rang)
          .setParameter(4, creneau)
          .setParameter(5, e.mode().name())
          .setParameter(6, e.requis() == null ? null : e.requis() + "")
          .setParameter(7, e.action().name())
          .setParameter(8, e.designation().name())
          .setParameter(9, bureaux.isEmpty() ? null : bureaux.get(creneau).valeur() + "")
          .setParameter(10, ConversionExigences.enJson(exigences))
          .executeUpdate();
    }
  }

  /** Les bureaux actifs de ces noms, dans leur ordre. */
  public List<BureauId> bureaux(CollectiviteId collectivite, List<String> noms) {
    List<BureauId> bureaux = new ArrayList<>();
    for (String nom : noms) {
      List<?> ids =
          em.createNativeQuery(
                  "SELECT id FROM bureau WHERE collectivite_id = ?1 AND lower(nom_court) = lower(?2) AND actif")
              .setParameter(1, collectivite.valeur())
              .setParameter(2, nom)
              .getResultList();
      if (ids.isEmpty()) {
        throw inconnu("Aucun bureau ouvert ne s’appelle", nom);
      }
      bureaux.add(new BureauId(((Number) ids.get(0)).intValue()));
    }
    return bureaux;
  }

  private void exigerMetadonnees(CollectiviteId collectivite, ReglageCircuit r) {
    Set<String> noms = new LinkedHashSet<>();
    r.etapes().stream()
        .flatMap(e -> Stream.concat(e.validation().stream(), e.rejet().stream()))
        .forEach(noms::add);
    for (String nom : noms) {
      boolean absente =
          em.createNativeQuery(
                  "SELECT 1 FROM metadonnee WHERE collectivite_id = ?1 AND nom_court = ?2")
              .setParameter(1, collectivite.valeur())
              .setParameter(2, nom)
              .getResultList()
              .isEmpty();
      if (absente) {
        throw inconnu("Aucune métadonnée n’a le nom court", nom);
      }
    }
  }

  private static ErreurMetier inconnu(String debut, String nom) {
    return new ErreurMetier(ErreurCircuit.NOM_INCONNU, debut + " «\u00a0" + nom + "\u00a0».")
        .avec(nom);
  }
}
