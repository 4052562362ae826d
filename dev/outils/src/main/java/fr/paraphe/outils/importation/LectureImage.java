package fr.paraphe.outils.importation;

import fr.paraphe.outils.lancement.Empechement;
import fr.paraphe.outils.sql.Ordres;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lit en base la configuration d’une collectivité, une requête par rubrique ({@code
 * image/RUBRIQUE.sql}). Une valeur ordinaire (celle que la lecture du fichier suppose) n’y est pas.
 */
final class LectureImage {

  /** Ce que le format ne sait pas encore dire : l’exporter le perdrait, l’importer l’effacerait. */
  private static final String INDICIBLE =
      """
      SELECT 'le circuit « ' || c.nom || ' » (métadonnées exigées ou bureaux prévenus)' FROM circuit c
      WHERE c.collectivite_id = ? AND (c.fin <> '{}'
        OR EXISTS (SELECT 1 FROM etape_modele e WHERE e.circuit_id = c.id AND e.exigences <> '{}'))
      UNION ALL
      SELECT 'le sous-type « ' || s.nom || ' » (circuit choisi par règles)' FROM sous_type s
      WHERE s.collectivite_id = ? AND s.par_regles
      """;

  private final Ordres ordres;

  LectureImage(Ordres ordres) {
    this.ordres = ordres;
  }

  /** Vide : aucune collectivité de ce domaine. */
  Optional<Image> lire(String domaine) throws SQLException {
    Optional<Integer> id = ordres.entier("SELECT id FROM collectivite WHERE domaine = ?", domaine);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    exigerDicible(id.get());
    Map<String, Object> arbre = new LinkedHashMap<>();
    arbre.put("paraphe", 1L);
    arbre.put("collectivite", lignes("collectivite", id.get()).get(0));
    for (String rubrique : Image.NOMS.keySet()) {
      List<Object> elements = lignes(rubrique, id.get());
      if (!elements.isEmpty()) {
        arbre.put(rubrique, elements);
      }
    }
    return Optional.of(new Image(arbre));
  }

  private void exigerDicible(int collectivite) throws SQLException {
    Optional<Object> indicible = ordres.valeur(INDICIBLE, collectivite, collectivite);
    if (indicible.isPresent()) {
      throw new Empechement(
          "Le format d’échange ne sait pas encore dire "
              + indicible.get()
              + "\u00a0: rien n’est exporté ni importé pour cette collectivité.");
    }
  }

  private List<Object> lignes(String rubrique, int collectivite) throws SQLException {
    List<Object> lues = new ArrayList<>();
    try (var ordre = ordres.preparer(requete(rubrique), collectivite);
        var lignes = ordre.executeQuery()) {
      while (lignes.next()) {
        try (JsonReader json = Json.createReader(new StringReader(lignes.getString(1)))) {
          lues.add(valeur(json.readValue()));
        }
      }
    }
    return lues;
  }

  private static String requete(String rubrique) {
    try (InputStream sql = LectureImage.class.getResourceAsStream("image/" + rubrique + ".sql")) {
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Object valeur(JsonValue json) {
    return switch (json.getValueType()) {
      case OBJECT -> {
        Map<String, Object> ensemble = new LinkedHashMap<>();
        json.asJsonObject()
            .forEach(
                (cle, valeur) -> {
                  if (valeur != JsonValue.NULL) {
                    ensemble.put(cle, valeur(valeur));
                  }
                });
        yield ensemble;
      }
      case ARRAY -> json.asJsonArray().stream().map(LectureImage::valeur).toList();
      case STRING -> ((JsonString) json).getString();
      case NUMBER -> nombre((JsonNumber) json);
      case TRUE -> Boolean.TRUE;
      case FALSE -> Boolean.FALSE;
      default -> "";
    };
  }

  private static Object nombre(JsonNumber nombre) {
    return nombre.isIntegral() ? (Object) nombre.longValue() : (Object) nombre.doubleValue();
  }
}
