package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.MetadonneeVue;
import fr.paraphe.dossier.modele.Dossier;
import fr.paraphe.dossier.modele.Etape;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.typologie.NatureMetadonnee;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Les noms dont la fiche d’un dossier a besoin, lus d’un coup. */
@Dependent
public class NomsLecture {

  private static final String TYPE =
      "SELECT t.nom, s.nom FROM sous_type s JOIN type_dossier t ON t.id = s.type_id WHERE s.id = ?1";

  private static final String BUREAUX =
      """
      SELECT b.id, b.nom_court, trim(u.prenom || ' ' || u.nom) FROM bureau b
      LEFT JOIN bureau_utilisateur t ON t.bureau_id = b.id AND t.role = 'PROPRIETAIRE'
      LEFT JOIN utilisateur u ON u.id = t.utilisateur_id AND u.actif
      WHERE b.id = ANY(?1) ORDER BY u.nom, u.prenom
      """;

  private static final String PERSONNES =
      "SELECT id, trim(prenom || ' ' || nom) FROM utilisateur WHERE id = ANY(?1)";

  private static final String METADONNEES =
      "SELECT nom_court, nom_long, nature FROM metadonnee WHERE collectivite_id = ?1 AND nom_court = ANY(?2)";

  private final EntityManager em;

  @Inject
  public NomsLecture(EntityManager em) {
    this.em = em;
  }

  /** Les noms lus. */
  public record Noms(
      String type,
      String sousType,
      Map<Integer, String> bureaux,
      Map<Integer, List<String>> proprietaires,
      Map<Integer, String> personnes) {

    public String bureau(BureauId id) {
      return bureaux.getOrDefault(id.valeur(), "");
    }

    public List<String> proprietaires(BureauId id) {
      return proprietaires.getOrDefault(id.valeur(), List.of());
    }

    public String personne(int id) {
      return personnes.getOrDefault(id, "");
    }
  }

  public Noms lire(Dossier d) {
    Object[] type =
        (Object[]) em.createNativeQuery(TYPE).setParameter(1, d.sousTypeId()).getSingleResult();
    Map<Integer, String> bureaux = new HashMap<>();
    Map<Integer, List<String>> proprietaires = new HashMap<>();
    for (Object ligne :
        lignes(
            BUREAUX,
            Stream.concat(Stream.of(d.bureauEmetteur()), d.etapes().stream().map(Etape::bureau))
                .map(BureauId::valeur))) {
      Object[] c = (Object[]) ligne;
      bureaux.put(((Number) c[0]).intValue(), (String) c[1]);
      if (c[2] != null) {
        proprietaires
            .computeIfAbsent(((Number) c[0]).intValue(), b -> new ArrayList<>())
            .add((String) c[2]);
      }
    }
    return new Noms((String) type[0], (String) type[1], bureaux, proprietaires, personnes(d));
  }

  /** Les métadonnées renseignées, nommées, dans l’ordre de leur nom long. */
  public List<MetadonneeVue> metadonnees(Dossier d) {
    Map<String, String> valeurs = d.metadonnees().triees();
    if (valeurs.isEmpty()) {
      return List.of();
    }
    List<?> decrites =
        em.createNativeQuery(METADONNEES)
            .setParameter(1, d.collectivite().valeur())
            .setParameter(2, valeurs.keySet().toArray(String[]::new))
            .getResultList();
    Map<String, Object[]> parNom =
        decrites.stream()
            .map(l -> (Object[]) l)
            .collect(Collectors.toMap(c -> (String) c[0], Function.identity()));
    return valeurs.entrySet().stream()
        .map(v -> metadonnee(parNom.get(v.getKey()), v.getKey(), v.getValue()))
        .sorted(Comparator.comparing(MetadonneeVue::libelle))
        .toList();
  }

  private static MetadonneeVue metadonnee(Object[] decrite, String nom, String valeur) {
    return decrite == null
        ? new MetadonneeVue(nom, NatureMetadonnee.TEXTE, valeur)
        : new MetadonneeVue(
            (String) decrite[1], NatureMetadonnee.valueOf((String) decrite[2]), valeur);
  }

  private Map<Integer, String> personnes(Dossier d) {
    Map<Integer, String> personnes = new HashMap<>();
    Stream<Integer> ids =
        Stream.concat(
            Stream.of(d.emetteur()),
            d.etapes().stream().map(Etape::decideePar).filter(Objects::nonNull));
    for (Object ligne : lignes(PERSONNES, ids)) {
      Object[] c = (Object[]) ligne;
      personnes.put(((Number) c[0]).intValue(), (String) c[1]);
    }
    return personnes;
  }

  private List<?> lignes(String sql, Stream<Integer> ids) {
    return em.createNativeQuery(sql)
        .setParameter(1, ids.distinct().toArray(Integer[]::new))
        .getResultList();
  }
}
