package fr.paraphe.transmission;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.Consultation;
import fr.paraphe.dossier.Contenu;
import fr.paraphe.dossier.FicheDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.organisation.ActeurCourant;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.organisation.Roles;
import fr.paraphe.socle.ErreurMetier;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.regex.Pattern;

/**
 * Ce qui part chez un tiers. Un dossier que l’appelant ne peut pas lire est introuvable ; sans
 * connecteur, le refus le dit.
 */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class Transmission {

  private static final Pattern ADRESSE = Pattern.compile("[^@\\s<>]+@[^@\\s<>]+");
  private static final int OBJET_MAX = 500;

  private ActeurCourant acteurs;
  private Consultation consultation;
  private Instance<ConnecteurTdt> tdts;
  private Instance<ConnecteurMailSecurise> mails;

  protected Transmission() {}

  @Inject
  public Transmission(
      ActeurCourant acteurs,
      Consultation consultation,
      @Any Instance<ConnecteurTdt> tdts,
      @Any Instance<ConnecteurMailSecurise> mails) {
    this.acteurs = acteurs;
    this.consultation = consultation;
    this.tdts = tdts;
    this.mails = mails;
  }

  /**
   * Le dossier peut-il partir au TdT ?
   *
   * @throws ErreurMetier introuvable, SANS_TDT, ou PAS_A_TELETRANSMETTRE
   */
  public void exigerTeletransmissible(IdentifiantDossier id) {
    FicheDossier fiche = consultation.fiche(id);
    exigerTdt(fiche.type());
    if (fiche.actionDemandee().filter(a -> a == ActionDemandee.TDT).isEmpty()) {
      throw new ErreurMetier(
              ErreurTransmission.PAS_A_TELETRANSMETTRE,
              "Le dossierID '" + id + "' n'attend pas de télétransmission.")
          .avec(id.valeur());
    }
  }

  /**
   * La classification ACTES.
   *
   * @param type celui dont on veut le TdT ; vide : celui de la collectivité
   */
  public Contenu classification(String type, boolean aJour) {
    return exigerTdt(type).classification(collectivite(), aJour);
  }

  private ConnecteurTdt exigerTdt(String type) {
    CollectiviteId collectivite = collectivite();
    return tdts.stream()
        .filter(t -> t.dessert(collectivite))
        .findFirst()
        .orElseThrow(
            () ->
                new ErreurMetier(
                        ErreurTransmission.SANS_TDT,
                        type.isEmpty()
                            ? "Aucun TdT n'est configuré."
                            : "Aucun TdT n'est configuré pour le type '" + type + "'.")
                    .avec(type));
  }

  /**
   * EnvoyerDossierMailSecurise : un dossier en fin de circuit, que l’appelant tient.
   *
   * @throws ErreurMetier introuvable, SANS_MAIL_SECURISE, PAS_A_ENVOYER ou ENVOI_INVALIDE
   */
  public void envoyer(EnvoiMail envoi) {
    FicheDossier fiche = consultation.fiche(envoi.dossier());
    CollectiviteId collectivite = collectivite();
    ConnecteurMailSecurise service =
        mails.stream()
            .filter(m -> m.dessert(collectivite))
            .findFirst()
            .orElseThrow(
                () ->
                    new ErreurMetier(
                        ErreurTransmission.SANS_MAIL_SECURISE,
                        "Aucun service de mail sécurisé n'est configuré."));
    if (!fiche.peut(Action.ARCHIVER)) {
      throw new ErreurMetier(
              ErreurTransmission.PAS_A_ENVOYER,
              "Le dossierID '" + envoi.dossier() + "' n'attend pas d'envoi par mail sécurisé.")
          .avec(envoi.dossier().valeur());
    }
    exigerEntier(envoi);
    service.envoyer(collectivite, envoi);
  }

  private static void exigerEntier(EnvoiMail envoi) {
    if (envoi.destinataires().isEmpty()) {
      throw invalide("Le destinataire (rcptTo) manque.");
    }
    for (String adresse : envoi.destinataires()) {
      if (!ADRESSE.matcher(adresse).matches()) {
        throw invalide("L’adresse « " + adresse + " » (rcptTo) n’est pas une adresse de courriel.");
      }
    }
    if (envoi.objet().isEmpty() || envoi.objet().length() > OBJET_MAX) {
      throw invalide("L’objet (subject) doit avoir de 1 à " + OBJET_MAX + " caractères.");
    }
  }

  private static ErreurMetier invalide(String phrase) {
    return new ErreurMetier(ErreurTransmission.ENVOI_INVALIDE, phrase).avec(phrase);
  }

  private CollectiviteId collectivite() {
    return acteurs.exiger().collectivite();
  }
}
