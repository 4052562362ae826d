package fr.paraphe.web.erreur;

import fr.paraphe.socle.CodeErreur;
import fr.paraphe.socle.ErreurMetier;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/**
 * Le seul endroit où une erreur de page est traitée. Un refus pendant une action revient près de sa
 * cause, la saisie gardée ; un refus à l’ouverture devient une page d’erreur avec son statut ; une
 * vue expirée rouvre la page ; le reste est un incident.
 */
public class TraitementErreurs extends ExceptionHandlerFactory {

  public TraitementErreurs(ExceptionHandlerFactory suivante) {
    super(suivante);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Traitement(getWrapped().getExceptionHandler());
  }

  private static final class Traitement extends ExceptionHandlerWrapper {

    Traitement(ExceptionHandler suivant) {
      super(suivant);
    }

    @Override
    public void handle() {
      Iterator<ExceptionQueuedEvent> evenements = getUnhandledExceptionQueuedEvents().iterator();
      while (evenements.hasNext()) {
        ExceptionQueuedEvent evenement = evenements.next();
        FacesContext contexte = FacesContext.getCurrentInstance();
        Throwable cause = evenement.getContext().getException();
        PhaseId phase = contexte.getCurrentPhaseId();
        evenements.remove();
        if (!contexte.getResponseComplete()) {
          traiter(contexte, cause, phase);
        }
      }
      getWrapped().handle();
    }

    private static void traiter(FacesContext contexte, Throwable cause, PhaseId phase) {
      Optional<ErreurMetier> refus = Refus.dans(cause);
      if (refus.isPresent() && contexte.isPostback() && phase != PhaseId.RENDER_RESPONSE) {
        contexte.addMessage(null, message(refus.get()));
        contexte.renderResponse();
      } else if (refus.isPresent()) {
        finir(contexte, Refus.statut(refus.get().code().nature()), phrase(refus.get()), null);
      } else if (porte(cause, ViewExpiredException.class)) {
        rouvrir(contexte);
      } else if (porte(cause, FileNotFoundException.class)) {
        finir(contexte, 404, null, null);
      } else {
        finir(contexte, 500, null, Incident.consigner(adresse(contexte), cause));
      }
    }

    private static FacesMessage message(ErreurMetier refus) {
      FacesMessage.Severity gravite =
          refus.code().nature() == CodeErreur.Nature.CONFLIT
              ? FacesMessage.SEVERITY_WARN
              : FacesMessage.SEVERITY_ERROR;
      return new FacesMessage(gravite, phrase(refus), refus.code().name());
    }

    private static String phrase(ErreurMetier refus) {
      FacesContext contexte = FacesContext.getCurrentInstance();
      String langue =
          contexte.getApplication().evaluateExpressionGet(contexte, "#{moi.langue}", String.class);
      return PhraseRefus.dans(Locale.forLanguageTag(langue), refus);
    }

    /**
     * La vue n’est plus en session : la même adresse est rouverte, la saisie gardée par l’onglet y
     * est reprise.
     */
    private static void rouvrir(FacesContext contexte) {
      HttpServletRequest requete = (HttpServletRequest) contexte.getExternalContext().getRequest();
      String question = requete.getQueryString() == null ? "" : "?" + requete.getQueryString();
      rediriger(contexte, requete.getRequestURI() + question);
    }

    private static void finir(FacesContext contexte, int statut, String phrase, String incident) {
      ExternalContext externe = contexte.getExternalContext();
      if (contexte.getPartialViewContext().isAjaxRequest()) {
        String reference = incident == null ? "" : "?incident=" + incident;
        rediriger(contexte, externe.getRequestContextPath() + "/erreur.xhtml" + reference);
        return;
      }
      externe.getRequestMap().put(Incident.ATTRIBUT, incident);
      externe.getRequestMap().put("paraphe.phrase", phrase);
      try {
        externe.responseReset();
        externe.responseSendError(statut, null);
        contexte.responseComplete();
      } catch (IOException | IllegalStateException e) {
        throw new FacesException(e);
      }
    }

    private static void rediriger(FacesContext contexte, String adresse) {
      try {
        contexte.getExternalContext().redirect(adresse);
        contexte.responseComplete();
      } catch (IOException e) {
        throw new FacesException(e);
      }
    }

    private static boolean porte(Throwable cause, Class<? extends Throwable> type) {
      for (Throwable t = cause; t != null; t = t.getCause()) {
        if (type.isInstance(t)) {
          return true;
        }
      }
      return false;
    }

    private static String adresse(FacesContext contexte) {
      return contexte.getExternalContext().getRequestServletPath();
    }
  }
}
