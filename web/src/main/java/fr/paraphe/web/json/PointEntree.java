package fr.paraphe.web.json;

import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.web.commun.Connecte;
import fr.paraphe.web.commun.Mots;
import fr.paraphe.web.erreur.Incident;
import fr.paraphe.web.erreur.PhraseRefus;
import fr.paraphe.web.erreur.Refus;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonParsingException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Un point d’entrée JSON de nos pages : il lit, appelle une frontière, répond. Un refus devient
 * {@code {code, nature, message}} avec le statut de sa nature, le reste un numéro d’incident.
 * L’origine est déjà vérifiée par {@link fr.paraphe.web.securite.FiltreOrigine}.
 */
abstract class PointEntree extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int CORPS_MAX = 1 << 20;

  @Inject private transient Connecte moi;

  /** Traite la demande ; rend l’objet à répondre. */
  protected abstract JsonObject traiter(HttpServletRequest requete) throws IOException;

  @Override
  protected final void doPost(HttpServletRequest requete, HttpServletResponse reponse)
      throws ServletException, IOException {
    try {
      repondre(reponse, HttpServletResponse.SC_OK, traiter(requete));
    } catch (JsonParsingException
        | IllegalArgumentException
        | ClassCastException
        | NullPointerException e) {
      log("demande illisible : " + e.getClass().getSimpleName());
      repondre(
          reponse,
          HttpServletResponse.SC_BAD_REQUEST,
          message("DEMANDE_ILLISIBLE", "INVALIDE", Mots.dire(langue(), "json.illisible")));
    } catch (RuntimeException e) {
      refuser(requete, reponse, e);
    }
  }

  /** Un objet de textes du corps ; vide s’il n’y est pas. */
  protected static Map<String, String> textes(JsonObject corps, String cle) {
    Map<String, String> valeurs = new HashMap<>();
    JsonObject objet = corps.getJsonObject(cle);
    if (objet != null) {
      objet.keySet().forEach(nom -> valeurs.put(nom, objet.getString(nom)));
    }
    return valeurs;
  }

  /** Le corps JSON de la demande, 1 Mio au plus. */
  protected static JsonObject corps(HttpServletRequest requete) throws IOException {
    if (requete.getContentLengthLong() > CORPS_MAX) {
      throw new IllegalArgumentException("corps trop grand");
    }
    try (JsonReader lecteur =
        Json.createReader(new LimiteOctets(requete.getInputStream(), CORPS_MAX))) {
      return lecteur.readObject();
    } catch (JsonException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void refuser(HttpServletRequest requete, HttpServletResponse reponse, RuntimeException e)
      throws IOException {
    Optional<ErreurMetier> refus = Refus.dans(e);
    if (refus.isPresent()) {
      ErreurMetier r = refus.get();
      repondre(
          reponse,
          Refus.statut(r.code().nature()),
          message(r.code().name(), r.code().nature().name(), phrase(r)));
    } else {
      String numero = Incident.consigner(requete.getServletPath(), e);
      repondre(
          reponse,
          HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
          message("INCIDENT", "INCIDENT", Mots.dire(langue(), "json.incident", numero)));
    }
  }

  /** La phrase d’un refus dans la langue de la personne. */
  protected final String phrase(ErreurMetier refus) {
    return PhraseRefus.dans(langue(), refus);
  }

  private Locale langue() {
    return Locale.forLanguageTag(moi.getLangue());
  }

  private static JsonObject message(String code, String nature, String phrase) {
    return Json.createObjectBuilder()
        .add("code", code)
        .add("nature", nature)
        .add("message", phrase)
        .build();
  }

  private static void repondre(HttpServletResponse reponse, int statut, JsonObject corps)
      throws IOException {
    reponse.setStatus(statut);
    reponse.setContentType("application/json;charset=UTF-8");
    reponse.getWriter().write(corps.toString());
  }

  protected static JsonObjectBuilder objet() {
    return Json.createObjectBuilder();
  }
}
