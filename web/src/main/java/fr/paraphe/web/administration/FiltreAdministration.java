package fr.paraphe.web.administration;

import fr.paraphe.organisation.Administration;
import fr.paraphe.organisation.Attribution;
import fr.paraphe.socle.ErreurMetier;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Garde les adresses de l’administration, affichage comme envoi : 403 pour qui n’a pas la rubrique,
 * 404 pour une page qui n’est d’aucune. Les frontières regardent encore, objet par objet.
 */
public class FiltreAdministration extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient Administration administration;

  @Override
  protected void doFilter(
      HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
      throws IOException, ServletException {
    int statut = statut(MenuAdministration.page(requete.getServletPath()));
    if (statut == HttpServletResponse.SC_OK) {
      suite.doFilter(requete, reponse);
    } else {
      reponse.sendError(statut);
    }
  }

  private int statut(String page) {
    Set<Attribution> visibles = visibles();
    if (visibles.isEmpty()) {
      return HttpServletResponse.SC_FORBIDDEN;
    }
    if (page.equals(MenuAdministration.ACCUEIL)) {
      return HttpServletResponse.SC_OK;
    }
    Optional<Rubrique> rubrique = Rubrique.de(page);
    if (rubrique.isEmpty()) {
      return HttpServletResponse.SC_NOT_FOUND;
    }
    return visibles.contains(rubrique.get().attribution())
        ? HttpServletResponse.SC_OK
        : HttpServletResponse.SC_FORBIDDEN;
  }

  /** Un compte fermé depuis sa connexion n’administre plus rien. */
  private Set<Attribution> visibles() {
    try {
      return administration.visibles();
    } catch (ErreurMetier e) {
      return Set.of();
    }
  }
}
