package fr.paraphe.outils.importation;

import fr.paraphe.journal.modele.LigneSysteme;
import fr.paraphe.organisation.ActeAdministration;
import fr.paraphe.organisation.ObjetAdministre;
import fr.paraphe.outils.importation.Difference.Genre;
import fr.paraphe.outils.sql.Ordres;
import fr.paraphe.socle.Horloge;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Écrit ce qu’un import a changé dans la chaîne d’administration de la collectivité. */
final class JournalImportation {

  private static final String ACTEUR = "Ligne de commande (import)";

  private static final String AJOUTER =
      """
      INSERT INTO evenement_systeme (collectivite_id, rang, instant, nature, acteur_nom, objet, detail, empreinte)
      VALUES (?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?)
      """;

  private static final Map<String, ObjetAdministre> OBJETS =
      Map.ofEntries(
          Map.entry("collectivite", ObjetAdministre.COLLECTIVITE),
          Map.entry("utilisateurs", ObjetAdministre.UTILISATEUR),
          Map.entry("comptes-techniques", ObjetAdministre.UTILISATEUR),
          Map.entry("groupes", ObjetAdministre.GROUPE),
          Map.entry("bureaux", ObjetAdministre.BUREAU),
          Map.entry("delegations", ObjetAdministre.DELEGATION),
          Map.entry("circuits", ObjetAdministre.CIRCUIT),
          Map.entry("types", ObjetAdministre.TYPE),
          Map.entry(Image.SOUS_TYPES, ObjetAdministre.SOUS_TYPE),
          Map.entry("metadonnees", ObjetAdministre.METADONNEE),
          Map.entry("calques", ObjetAdministre.CALQUE),
          Map.entry("cachets", ObjetAdministre.CACHET));

  private final Ordres ordres;
  private final Horloge horloge;

  JournalImportation(Ordres ordres, Horloge horloge) {
    this.ordres = ordres;
    this.horloge = horloge;
  }

  /** Une ligne par élément changé. Verrouille la chaîne jusqu’à la fin de la transaction. */
  void noter(int collectivite, List<Difference> differences) throws SQLException {
    List<List<Difference>> elements = parElement(differences);
    List<String> details = canoniques(elements.stream().map(JournalImportation::detail).toList());
    long rang =
        ordres.nombre(
            "SELECT journal_rang FROM collectivite WHERE id = ? FOR NO KEY UPDATE", collectivite);
    byte[] tete =
        (byte[])
            ordres
                .valeur("SELECT journal_tete FROM collectivite WHERE id = ?", collectivite)
                .orElseThrow();
    for (int i = 0; i < elements.size(); i++) {
      rang++;
      tete = ajouter(tete, ligne(collectivite, rang, elements.get(i).get(0), details.get(i)));
    }
    ordres.vider();
    ordres.executer(
        "UPDATE collectivite SET journal_rang = ?, journal_tete = ? WHERE id = ?",
        rang,
        tete,
        collectivite);
  }

  private static List<List<Difference>> parElement(List<Difference> differences) {
    Map<String, List<Difference>> parElement = new LinkedHashMap<>();
    for (Difference d : differences) {
      if (d.genre() != Genre.ABSENT) {
        parElement.computeIfAbsent(d.rubrique() + "\n" + d.nom(), k -> new ArrayList<>()).add(d);
      }
    }
    return List.copyOf(parElement.values());
  }

  private LigneSysteme ligne(int collectivite, long rang, Difference d, String detail) {
    return new LigneSysteme(
        collectivite, rang, horloge.maintenant(), nature(d), null, ACTEUR, null, d.nom(), detail);
  }

  private byte[] ajouter(byte[] tete, LigneSysteme ligne) throws SQLException {
    byte[] empreinte = ligne.empreinte(tete);
    ordres.ajouter(
        AJOUTER,
        ligne.collectivite(),
        ligne.rang(),
        Timestamp.from(ligne.instant()),
        ligne.nature(),
        ligne.acteurNom(),
        ligne.objet(),
        ligne.detail(),
        empreinte);
    return empreinte;
  }

  private static String nature(Difference d) {
    ActeAdministration acte =
        switch (d.genre()) {
          case AJOUT -> ActeAdministration.CREER;
          case RETRAIT -> ActeAdministration.SUPPRIMER;
          default -> ActeAdministration.MODIFIER;
        };
    return OBJETS.get(d.rubrique()).name() + "_" + acte.name();
  }

  private static String detail(List<Difference> siennes) {
    JsonArrayBuilder lignes = Json.createArrayBuilder();
    siennes.stream()
        .filter(d -> !d.champ().isEmpty())
        .forEach(
            d ->
                lignes.add(
                    Json.createObjectBuilder()
                        .add("champ", d.champ())
                        .add("avant", d.avant())
                        .add("apres", d.apres())));
    return lignes.build().toString();
  }

  /** Tels que la base les rendra. */
  private List<String> canoniques(List<String> details) throws SQLException {
    List<String> rendus = new ArrayList<>();
    try (var ordre =
            ordres.preparer(
                "SELECT CAST(CAST(t.d AS jsonb) AS text) FROM unnest(CAST(? AS text[])) WITH ORDINALITY AS t(d, n) ORDER BY t.n",
                (Object) details.toArray(String[]::new));
        var lignes = ordre.executeQuery()) {
      while (lignes.next()) {
        rendus.add(lignes.getString(1));
      }
    }
    return rendus;
  }
}
