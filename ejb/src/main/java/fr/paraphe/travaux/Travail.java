package fr.paraphe.travaux;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/**
 * Un travail pris, à faire maintenant.
 *
 * @param collectivite ou {@code null}
 * @param dossier identifiant technique, ou {@code null}
 * @param cle ou {@code null}
 * @param charge objet JSON
 * @param essai rang de cet essai, à partir de 1
 * @param prise jeton de cette prise : qui ne l’a plus ne peut plus rien conclure
 */
public record Travail(
    long id,
    String genre,
    Integer collectivite,
    Long dossier,
    String cle,
    String charge,
    int essai,
    int essaisMax,
    String prise) {

  public JsonObject donnees() {
    try (var lecteur = Json.createReader(new StringReader(charge))) {
      return lecteur.readObject();
    }
  }
}
