package fr.paraphe.web.json;

import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.ResultatSignature;
import fr.paraphe.dossier.SignatureDossiers;
import fr.paraphe.dossier.ValeurSignature;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Seconde phase de la signature : les valeurs rendues par la clé sont incorporées, l’étape est
 * décidée.
 */
@WebServlet("/app/signature/incorporer")
public class SignatureIncorporer extends PointEntree {
  private static final long serialVersionUID = 1L;

  @Inject private transient SignatureDossiers signatures;

  @Override
  protected JsonObject traiter(HttpServletRequest requete) throws IOException {
    JsonObject r = corps(requete);
    List<ValeurSignature> valeurs =
        r.getJsonArray("valeurs").getValuesAs(JsonObject.class).stream()
            .map(SignatureIncorporer::valeur)
            .toList();
    Avis avis =
        new Avis(
            r.getString("annotation", ""),
            r.getString("annotationPrivee", ""),
            OptionalInt.of(r.getInt("version")),
            textes(r, "metadonnees"));
    JsonArrayBuilder resultats = Json.createArrayBuilder();
    for (ResultatSignature x :
        signatures.incorporer(UUID.fromString(r.getString("jeton")), valeurs, avis)) {
      resultats.add(
          objet()
              .add("dossier", x.dossier().valeur())
              .add("signe", x.signe())
              .add("raison", x.refus().map(this::phrase).orElse("")));
    }
    return objet().add("resultats", resultats).build();
  }

  private static ValeurSignature valeur(JsonObject v) {
    return new ValeurSignature(
        UUID.fromString(v.getString("document")),
        Base64.getDecoder().decode(v.getString("valeur")));
  }
}
