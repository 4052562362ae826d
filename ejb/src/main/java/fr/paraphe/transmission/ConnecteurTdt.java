package fr.paraphe.transmission;

import fr.paraphe.dossier.Contenu;
import fr.paraphe.organisation.CollectiviteId;

/** Port : un tiers de télétransmission (ACTES, HELIOS). */
public interface ConnecteurTdt {

  /** Vrai si cette collectivité a choisi ce connecteur. */
  boolean dessert(CollectiviteId collectivite);

  /**
   * La classification ACTES de la collectivité, en XML.
   *
   * @param aJour vrai : la redemander au TdT d’abord
   */
  Contenu classification(CollectiviteId collectivite, boolean aJour);
}
