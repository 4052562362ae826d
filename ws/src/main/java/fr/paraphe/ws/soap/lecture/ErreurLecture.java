package fr.paraphe.ws.soap.lecture;

import fr.paraphe.socle.CodeErreur;

/** Refus de la lecture d’une requête : un champ manque ou sa valeur ne se lit pas. */
public enum ErreurLecture implements CodeErreur {
  REQUETE_INVALIDE;

  @Override
  public Nature nature() {
    return Nature.INVALIDE;
  }
}
