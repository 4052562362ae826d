package fr.paraphe.web.creation;

import fr.paraphe.dossier.Brouillon;
import fr.paraphe.dossier.Piece;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;

/**
 * La liste des pièces que tient la page : un tableau JSON de {@code {jeton, principal}}, dans
 * l’ordre de dépôt. Un jeton que la session ne connaît pas, ou un texte illisible, ne désigne rien.
 */
final class Registre {
  private Registre() {}

  static List<Piece> choisies(String registre, PiecesEnCours pieces, boolean principal) {
    return lignes(registre).stream()
        .filter(l -> l.getBoolean("principal", false) == principal)
        .flatMap(l -> pieces.chercher(l.getString("jeton", "")).stream())
        .map(PiecesEnCours.Recue::piece)
        .toList();
  }

  /** Les pièces d’un brouillon, gardées comme si la page venait de les recevoir. */
  static String de(Brouillon b, PiecesEnCours pieces) {
    JsonArrayBuilder toutes = Json.createArrayBuilder();
    b.principaux().forEach(p -> toutes.add(ligne(p, true, pieces)));
    b.annexes().forEach(p -> toutes.add(ligne(p, false, pieces)));
    return toutes.build().toString();
  }

  private static JsonObjectBuilder ligne(
      Brouillon.PieceGardee p, boolean principal, PiecesEnCours pieces) {
    return Json.createObjectBuilder()
        .add("jeton", pieces.garder(p.piece(), p.taille()))
        .add("principal", principal);
  }

  static void oublier(String registre, PiecesEnCours pieces) {
    lignes(registre).forEach(l -> pieces.oublier(l.getString("jeton", "")));
  }

  /** Le même tableau, avec le nom et la taille de chaque pièce encore connue. */
  static String montrer(String registre, PiecesEnCours pieces) {
    JsonArrayBuilder connues = Json.createArrayBuilder();
    for (JsonObject ligne : lignes(registre)) {
      pieces
          .chercher(ligne.getString("jeton", ""))
          .ifPresent(
              p ->
                  connues.add(
                      Json.createObjectBuilder(ligne)
                          .add("nom", p.nom())
                          .add("taille", p.taille())));
    }
    return connues.build().toString();
  }

  private static List<JsonObject> lignes(String registre) {
    try (JsonReader lecteur = Json.createReader(new StringReader(registre))) {
      return lecteur.readArray().stream()
          .filter(JsonObject.class::isInstance)
          .map(JsonObject.class::cast)
          .toList();
    } catch (JsonException | ClassCastException e) {
      return List.of();
    }
  }
}
