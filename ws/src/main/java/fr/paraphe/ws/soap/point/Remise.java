package fr.paraphe.ws.soap.point;

import fr.paraphe.ws.soap.AccuseAttendu;
import fr.paraphe.ws.soap.reponse.Enveloppe;
import fr.paraphe.ws.soap.reponse.FormeReponse;
import fr.paraphe.ws.soap.reponse.Retenue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** L’envoi d’une réponse, et la preuve qu’elle est arrivée quand il en faut une (ADR 0015). */
final class Remise {

  private static final Logger JOURNAL = Logger.getLogger("fr.paraphe.ws");

  /** Le temps laissé à un appelant pour partir quand il a presque tout reçu. */
  private static final long ECOUTE_MS = 15;

  private final HttpServletResponse reponse;
  private final FormeReponse forme;

  Remise(HttpServletResponse reponse, FormeReponse forme) {
    this.reponse = reponse;
    this.forme = forme;
  }

  void envoyer(int statut, Enveloppe enveloppe) throws IOException {
    OutputStream sortie = reponse.getOutputStream();
    ecrire(statut, enveloppe, sortie);
    sortie.flush();
  }

  /**
   * Envoie un succès et le tient pour remis si l’appelant est encore là après avoir reçu toute la
   * réponse moins un octet. Un appelant parti avant aura droit à la même réponse.
   */
  void remettre(Enveloppe enveloppe, AccuseAttendu accuse) throws IOException {
    Presence appelant = Presence.deLAppelant();
    boolean present = appelant.confirmee(0);
    Retenue sortie = new Retenue(reponse.getOutputStream());
    ecrire(HttpServletResponse.SC_OK, enveloppe, sortie);
    sortie.flush();
    present = present && appelant.confirmee(ECOUTE_MS);
    sortie.lacher();
    sortie.flush();
    if (present) {
      noter(
          () -> {
            accuse.remise().run();
            appelant.surveiller(accuse.doute().get());
          });
    }
  }

  private void ecrire(int statut, Enveloppe enveloppe, OutputStream sortie) throws IOException {
    FormeReponse.Habillage habillage = forme.habiller();
    reponse.setStatus(statut);
    reponse.setContentType(habillage.type());
    reponse.setContentLengthLong(
        habillage.avant().length + enveloppe.longueur() + habillage.apres().length);
    sortie.write(habillage.avant());
    enveloppe.ecrire(sortie);
    sortie.write(habillage.apres());
  }

  /** La réponse est partie en entier ; ne pas réussir à le noter n’est pas un échec de l’appel. */
  private static void noter(Runnable note) {
    try {
      note.run();
    } catch (RuntimeException e) {
      JOURNAL.log(Level.WARNING, e, () -> "PARA0502 Remise d’une réponse non notée");
    }
  }
}
