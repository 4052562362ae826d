package fr.paraphe.ws.soap.point;

import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Panne;
import fr.paraphe.ws.contrat.MessageRetour;
import fr.paraphe.ws.soap.ecriture.Retour;
import fr.paraphe.ws.soap.reponse.Faute;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Comment un échec devient une réponse, hors de toute transaction. */
final class Reponses {

  private static final Logger JOURNAL = Logger.getLogger("fr.paraphe.ws");

  private Reponses() {}

  /**
   * Un refus donne KO et sa phrase ; tout autre échec donne KO et un numéro, journalisé une fois.
   */
  static <T> T repondre(Supplier<T> acte, Function<MessageRetour, T> refus) {
    try {
      return acte.get();
    } catch (ErreurMetier e) {
      return refus.apply(Retour.ko(e.getMessage()));
    } catch (RuntimeException e) {
      return refus.apply(Retour.ko(phrase(e)));
    }
  }

  /** La phrase à rendre pour un échec qui n’est pas un refus. */
  static String phrase(RuntimeException echec) {
    Optional<ErreurMetier> panne = Panne.reconnaitre(echec);
    if (panne.isPresent()) {
      JOURNAL.log(Level.WARNING, () -> "PARA0503 La base ne répond pas à un appel SOAP");
      return panne.get().getMessage();
    }
    return Faute.phraseIncident(Incidents.noter(echec));
  }
}
