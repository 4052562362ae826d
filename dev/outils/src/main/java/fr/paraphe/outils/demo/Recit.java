package fr.paraphe.outils.demo;

import fr.paraphe.dossier.NatureFait;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * L’histoire d’un dossier de démonstration, telle que {@code dossiers.yaml} la raconte.
 *
 * @param echeance en jours ouvrés à partir d’aujourd’hui, négative : en retard
 */
record Recit(
    String id,
    Moment creation,
    String type,
    String sousType,
    String titre,
    Optional<Integer> echeance,
    Texte document,
    List<Texte> annexes,
    String note,
    boolean transmis,
    List<Acte> actes) {

  /**
   * @param par login sous la forme {@code identifiant@domaine}
   * @param bureau nom court du bureau d’où l’on crée ; vide : le seul de la personne
   * @param ilYA jours ouvrés écoulés
   */
  record Moment(String par, String bureau, int ilYA, LocalTime heure) {

    String domaine() {
      return par.substring(par.indexOf('@') + 1);
    }
  }

  /**
   * Ce qu’un document dit.
   *
   * @param lignes un tableau, son en-tête d’abord ; vide : sans tableau
   */
  record Texte(
      Moule moule,
      String titre,
      String reference,
      List<String> destinataire,
      List<String> paragraphes,
      List<List<String>> lignes) {}

  record Acte(Moment moment, Verbe verbe, String note) {}

  /** Ce qu’on fait d’un dossier, et la ligne du journal qui le prouve. */
  enum Verbe {
    LIRE(NatureFait.LECTURE),
    VISER(NatureFait.VISA),
    REJETER(NatureFait.REJET),
    SIGNER(NatureFait.SIGNATURE),
    CACHETER(NatureFait.CACHET),
    /** Le cachet automatique, que personne ne demande. */
    SCELLER(NatureFait.CACHET),
    ARCHIVER(NatureFait.ARCHIVAGE);

    private final NatureFait preuve;

    Verbe(NatureFait preuve) {
      this.preuve = preuve;
    }

    NatureFait preuve() {
      return preuve;
    }
  }

  @SuppressWarnings("unchecked")
  static List<Recit> lire(Path fichier, Calendrier calendrier) throws IOException {
    try (Reader lecteur = Files.newBufferedReader(fichier, StandardCharsets.UTF_8)) {
      List<Map<String, Object>> dossiers =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(lecteur);
      return dossiers.stream().map(d -> new Lecture(d, calendrier).recit()).toList();
    }
  }

  /** Un dossier du fichier, au fil de sa lecture. */
  private record Lecture(Map<String, Object> d, Calendrier calendrier) {

    @SuppressWarnings("unchecked")
    Recit recit() {
      String[] type = texte(d, "type").split("/");
      List<Map<String, Object>> annexes =
          (List<Map<String, Object>>) d.getOrDefault("annexes", List.of());
      List<Map<String, Object>> actes =
          (List<Map<String, Object>>) d.getOrDefault("actes", List.of());
      return new Recit(
          texte(d, "id"),
          creation(),
          type[0],
          type[1],
          texte(d, "titre"),
          Optional.ofNullable((Integer) d.get("echeance")),
          document(d, Moule.valueOf(texte(d, "document").toUpperCase(Locale.ROOT))),
          annexes.stream().map(a -> document(a, Moule.ANNEXE)).toList(),
          texte(d, "note"),
          !Boolean.FALSE.equals(d.get("transmis")),
          actes.stream().map(this::acte).toList());
    }

    @SuppressWarnings("unchecked")
    private Moment creation() {
      return moment((Map<String, Object>) d.get("creation"));
    }

    private Moment moment(Map<String, Object> m) {
      return new Moment(
          String.valueOf(m.get("par")),
          String.valueOf(m.getOrDefault("bureau", "")),
          (Integer) m.get("il-y-a"),
          LocalTime.parse(String.valueOf(m.get("a"))));
    }

    private Acte acte(Map<String, Object> a) {
      return new Acte(
          moment(a), Verbe.valueOf(texte(a, "acte").toUpperCase(Locale.ROOT)), texte(a, "note"));
    }

    @SuppressWarnings("unchecked")
    private Texte document(Map<String, Object> m, Moule moule) {
      List<List<Object>> lignes = (List<List<Object>>) m.getOrDefault("lignes", List.of());
      return new Texte(
          moule,
          texte(m, "titre"),
          texte(m, "reference"),
          textes(m.get("destinataire")),
          textes(m.get("texte")),
          lignes.stream().map(this::textes).toList());
    }

    private String texte(Map<String, Object> m, String cle) {
      return dater(String.valueOf(m.getOrDefault(cle, "")));
    }

    private List<String> textes(Object liste) {
      return liste == null
          ? List.of()
          : ((List<?>) liste).stream().map(t -> dater(String.valueOf(t))).toList();
    }

    private String dater(String texte) {
      int annee = calendrier.jour(-creation().ilYA()).getYear();
      return texte.strip().replace("@ANNEE@", String.valueOf(annee));
    }
  }
}
