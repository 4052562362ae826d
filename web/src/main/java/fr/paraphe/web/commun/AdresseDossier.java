package fr.paraphe.web.commun;

import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.socle.CodeErreur;
import fr.paraphe.socle.ErreurMetier;

/** Le dossier que nomme une adresse. */
public enum AdresseDossier implements CodeErreur {
  INCONNUE;

  @Override
  public Nature nature() {
    return Nature.INTROUVABLE;
  }

  /**
   * @throws ErreurMetier {@link #INCONNUE} si ce texte ne peut nommer aucun dossier
   */
  public static IdentifiantDossier lire(String id) {
    try {
      return new IdentifiantDossier(id);
    } catch (IllegalArgumentException e) {
      throw new ErreurMetier(INCONNUE, "Ce dossier est introuvable.", e);
    }
  }
}
