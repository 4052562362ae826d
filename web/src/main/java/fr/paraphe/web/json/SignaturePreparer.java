package fr.paraphe.web.json;

import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.PreparationSignature;
import fr.paraphe.dossier.SignatureDossiers;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.List;

/**
 * Première phase de la signature : la chaîne de certificats arrive, les octets à signer repartent.
 */
@WebServlet("/app/signature/preparer")
public class SignaturePreparer extends PointEntree {
  private static final long serialVersionUID = 1L;

  @Inject private transient SignatureDossiers signatures;

  @Override
  protected JsonObject traiter(HttpServletRequest requete) throws IOException {
    JsonObject r = corps(requete);
    List<IdentifiantDossier> dossiers =
        r.getJsonArray("dossiers").getValuesAs(JsonString.class).stream()
            .map(s -> new IdentifiantDossier(s.getString()))
            .toList();
    List<byte[]> chaine =
        r.getJsonArray("chaine").getValuesAs(JsonString.class).stream()
            .map(s -> Base64.getDecoder().decode(s.getString()))
            .toList();
    return ecrire(signatures.preparer(dossiers, chaine, textes(r, "metadonnees")));
  }

  private JsonObject ecrire(PreparationSignature p) {
    JsonArrayBuilder aSigner = Json.createArrayBuilder();
    for (PreparationSignature.ASigner a : p.aSigner()) {
      aSigner.add(
          objet()
              .add("document", a.document().toString())
              .add("nom", a.nomDocument())
              .add("octets", Base64.getEncoder().encodeToString(a.octets())));
    }
    JsonArrayBuilder refus = Json.createArrayBuilder();
    for (PreparationSignature.Refus x : p.refus()) {
      refus.add(objet().add("dossier", x.dossier().valeur()).add("raison", phrase(x.refus())));
    }
    return objet()
        .add("jeton", String.valueOf(p.jeton()))
        .add("aSigner", aSigner)
        .add("refus", refus)
        .build();
  }
}
