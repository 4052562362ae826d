package fr.paraphe.transmission.infra;

import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.transmission.ConnecteurMailSecurise;
import fr.paraphe.transmission.EnvoiMail;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Un mail sécurisé d’essai : rien ne part. Choisi par {@code transmission.mailsec = SIMULATEUR}.
 */
@Dependent
public class MailSecuriseSimule implements ConnecteurMailSecurise {

  private static final Logger JOURNAL = Logger.getLogger("fr.paraphe.transmission");

  private final ChoixConnecteurs choix;

  @Inject
  public MailSecuriseSimule(ChoixConnecteurs choix) {
    this.choix = choix;
  }

  @Override
  public boolean dessert(CollectiviteId collectivite) {
    return choix.est(collectivite, "mailsec", "SIMULATEUR");
  }

  @Override
  public void envoyer(CollectiviteId collectivite, EnvoiMail envoi) {
    JOURNAL.log(
        Level.INFO,
        () ->
            "PARA0601 Envoi d’essai par mail sécurisé, "
                + envoi.destinataires().size()
                + " destinataire(s) : rien n’est parti");
  }
}
