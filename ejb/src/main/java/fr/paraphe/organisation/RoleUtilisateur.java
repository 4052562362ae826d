package fr.paraphe.organisation;

/** Rôle d’administration d’un utilisateur. */
public enum RoleUtilisateur {
  AUCUN,
  /** Circuits et typologie de sa collectivité. */
  ADMIN_CIRCUITS,
  /** Les seuls bureaux qu’on lui a confiés. */
  ADMIN_FONCTIONNEL,
  /** Toute sa collectivité. */
  ADMIN,
  /** Toute sa collectivité, et la liste des collectivités de l’instance. */
  SUPER_ADMIN
}
