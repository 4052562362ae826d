package fr.paraphe.notification.modele;

/** Ce qu’un message annonce. */
public enum NatureMessage {
  /** Un dossier attend sur un de mes bureaux. */
  ARRIVEE,
  /** Un dossier émis par un de mes bureaux a été rejeté. */
  REJET,
  /** Un dossier émis par un de mes bureaux a fini son circuit. */
  FIN,
  /** Un dossier qui m’attendait a été repris par le bureau précédent. */
  REMORD,
  /** Un dossier que je suis a avancé. */
  SUIVI,
  /** Un dossier m’est montré pour information. */
  NOTIFIE,
  /** Un dossier qui m’attend a passé sa date limite. */
  RETARD;

  /** Vrai si l’annonce n’a plus d’objet dès que le dossier n’attend plus. */
  public boolean tantQuIlAttend() {
    return this == ARRIVEE || this == RETARD;
  }
}
