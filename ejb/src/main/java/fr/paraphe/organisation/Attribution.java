package fr.paraphe.organisation;

/** Une part de l’administration, que l’on peut voir ou changer selon son rôle. */
public enum Attribution {
  UTILISATEURS,
  GROUPES,
  BUREAUX,
  CIRCUITS,
  TYPOLOGIE,
  DOSSIERS,
  /** Ce qui n’a pas pu se faire en fond, à relancer ou à abandonner. */
  TRAVAUX,
  /** Export et import de la configuration d’une collectivité. */
  ECHANGES,
  /** Politique de mot de passe, second facteur, annuaire. */
  AUTHENTIFICATION,
  CACHETS,
  /** Les logiciels métier branchés, et leurs derniers appels. */
  CONNECTEURS,
  /** Le journal d’administration de la collectivité. */
  JOURNAL,
  /** Les collectivités de l’instance. */
  COLLECTIVITES
}
