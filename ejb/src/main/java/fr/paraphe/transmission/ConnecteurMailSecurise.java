package fr.paraphe.transmission;

import fr.paraphe.organisation.CollectiviteId;

/** Port : un service de mail sécurisé. */
public interface ConnecteurMailSecurise {

  /** Vrai si cette collectivité a choisi ce connecteur. */
  boolean dessert(CollectiviteId collectivite);

  /** Confie le dossier au service ; au retour il en a la charge. */
  void envoyer(CollectiviteId collectivite, EnvoiMail envoi);
}
