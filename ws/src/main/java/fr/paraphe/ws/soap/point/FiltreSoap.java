package fr.paraphe.ws.soap.point;

import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Panne;
import fr.paraphe.stockage.Depot;
import fr.paraphe.ws.soap.AccuseAttendu;
import fr.paraphe.ws.soap.Echange;
import fr.paraphe.ws.soap.reponse.Enveloppe;
import fr.paraphe.ws.soap.reponse.Faute;
import fr.paraphe.ws.soap.reponse.FormeReponse;
import fr.paraphe.ws.soap.reponse.ReponseCapturee;
import fr.paraphe.ws.soap.spool.FluxMesure;
import fr.paraphe.ws.soap.spool.Limites;
import fr.paraphe.ws.soap.spool.Requete;
import fr.paraphe.ws.soap.spool.RequeteRefusee;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Tient les deux adresses du service classique. Un GET demande le contrat ; un POST est un appel :
 * ses documents vont au stockage pendant qu’il se lit, Metro traite le message réduit, la réponse
 * part dans les octets du contrat. Le conteneur a déjà authentifié l’appelant.
 */
public class FiltreSoap extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private final transient Limites limites = Limites.parDefaut();
  private final transient Debits debits = new Debits();
  private final transient Semaphore grosses = new Semaphore(limites.grosEnsemble(), true);

  @Inject private transient Echange echange;
  @Inject private transient Temoin temoin;
  @Inject private transient Depot depot;

  private transient PublicationContrat publication;

  @Override
  public void init(FilterConfig configuration) throws ServletException {
    super.init(configuration);
    try {
      publication = new PublicationContrat(configuration.getServletContext());
    } catch (IOException e) {
      throw new ServletException(e);
    }
  }

  @Override
  protected void doFilter(
      HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
      throws IOException {
    boolean lecture = "GET".equals(requete.getMethod()) || "HEAD".equals(requete.getMethod());
    if (lecture && PublicationContrat.ADRESSE_SCHEMA.equals(requete.getServletPath())) {
      publication.schema(reponse);
    } else if (lecture && demandeContrat(requete)) {
      publication.contrat(requete, reponse);
    } else if ("POST".equals(requete.getMethod())) {
      appeler(requete, reponse, suite);
    } else {
      expliquer(reponse);
    }
  }

  private static boolean demandeContrat(HttpServletRequest requete) {
    String demande = requete.getQueryString();
    return demande != null && demande.toLowerCase(java.util.Locale.ROOT).contains("wsdl");
  }

  private static void expliquer(HttpServletResponse reponse) throws IOException {
    reponse.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    reponse.setHeader("Allow", "POST");
    reponse.setContentType("text/plain;charset=utf-8");
    reponse
        .getWriter()
        .print("Service SOAP de Paraphe. Le contrat est à cette adresse, suivie de ?wsdl.\n");
  }

  private void appeler(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
      throws IOException {
    temoin.commencer();
    Presence.deLAppelant().rassurer();
    Remise remise = new Remise(reponse, forme(requete));
    try (FluxMesure flux = new FluxMesure(requete.getInputStream(), limites, grosses)) {
      Optional<Requete> recue = recevoir(requete, flux);
      Optional<byte[]> xml =
          recue.isEmpty() ? Optional.empty() : traiter(requete, recue.get(), reponse, suite);
      if (xml.isPresent() && echange.faute().isEmpty()) {
        temoin.reponse(xml.get());
        repondre(remise, new Enveloppe(xml.get(), echange.documents()));
      } else {
        Faute faute = echange.faute().orElseGet(() -> Faute.incident(Faute.numeroIncident()));
        temoin.faute(faute);
        remise.envoyer(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, faute.enveloppe());
      }
    } finally {
      echange.finir();
      temoin.finir(requete.getRemoteUser());
    }
  }

  private static FormeReponse forme(HttpServletRequest requete) {
    return requete.getServletPath().endsWith("-no-mtom")
        ? FormeReponse.TEXTE
        : FormeReponse.MULTIPART;
  }

  private void repondre(Remise remise, Enveloppe enveloppe) throws IOException {
    Optional<AccuseAttendu> accuse = echange.accuse();
    if (accuse.isPresent()) {
      remise.remettre(enveloppe, accuse.get());
    } else {
      remise.envoyer(HttpServletResponse.SC_OK, enveloppe);
    }
  }

  private Optional<Requete> recevoir(HttpServletRequest requete, FluxMesure flux)
      throws IOException {
    try {
      Requete recue =
          Requete.lire(
              flux, requete.getContentType(), new VersementsDepot(depot, limites), limites);
      String operation = Operations.verifier(recue.operation());
      temoin.operation(operation);
      String compte = Compte.de(requete);
      debits.exiger(compte, operation);
      echange.recevoir(compte, recue.pieces());
      return Optional.of(recue);
    } catch (RequeteRefusee e) {
      echange.echouer(new Faute(code(e.motif()), e.getMessage()));
    } catch (ErreurMetier e) {
      echange.echouer(new Faute(Faute.Code.Client, e.getMessage()));
    } catch (RuntimeException | IOException e) {
      echange.echouer(incident(e));
    }
    flux.epuiser();
    return Optional.empty();
  }

  private static Faute.Code code(RequeteRefusee.Cause motif) {
    return switch (motif) {
      case MESSAGE -> Faute.Code.Client;
      case VERSION -> Faute.Code.VersionMismatch;
      case INDISPONIBLE -> Faute.Code.Server;
    };
  }

  private Optional<byte[]> traiter(
      HttpServletRequest requete, Requete recue, HttpServletResponse reponse, FilterChain suite) {
    ReponseCapturee capture = new ReponseCapturee(reponse);
    try {
      suite.doFilter(new RequeteReduite(requete, recue.message()), capture);
    } catch (RuntimeException | IOException | ServletException e) {
      echange.echouer(incident(e));
      return Optional.empty();
    }
    if (!capture.aboutie() && echange.faute().isEmpty()) {
      echange.echouer(
          new Faute(
              Faute.Code.Client,
              "Le message n’a pas la forme que le contrat donne à cette opération."));
    }
    return capture.aboutie() ? Optional.of(capture.corps()) : Optional.empty();
  }

  private static Faute incident(Exception echec) {
    Optional<ErreurMetier> panne = Panne.reconnaitre(echec);
    if (panne.isPresent()) {
      return new Faute(Faute.Code.Server, panne.get().getMessage());
    }
    return Faute.incident(Incidents.noter(echec));
  }
}
