package fr.paraphe.web.json;

import fr.paraphe.organisation.Proposition;
import fr.paraphe.organisation.Propositions;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;

/**
 * Ce qu’un champ d’administration propose : {@code {quoi: bureaux|personnes, texte}} donne {@code
 * {propositions: [{valeur, libelle}]}}.
 */
@WebServlet("/app/propositions")
public class PropositionsServlet extends PointEntree {
  private static final long serialVersionUID = 1L;
  private static final int LONGUEUR = 100;

  @Inject private transient Propositions propositions;

  @Override
  protected JsonObject traiter(HttpServletRequest requete) throws IOException {
    JsonObject corps = corps(requete);
    String texte = corps.getString("texte").replace("\0", "");
    JsonArrayBuilder lignes = Json.createArrayBuilder();
    for (Proposition p :
        chercher(corps.getString("quoi"), texte.substring(0, Math.min(LONGUEUR, texte.length())))) {
      lignes.add(objet().add("valeur", p.valeur()).add("libelle", p.libelle()));
    }
    return objet().add("propositions", lignes).build();
  }

  private List<Proposition> chercher(String quoi, String texte) {
    return switch (quoi) {
      case "bureaux" -> propositions.bureaux(texte);
      case "personnes" -> propositions.personnes(texte);
      default -> throw new IllegalArgumentException("rien de ce nom ne se propose");
    };
  }
}
