package fr.paraphe.organisation;

/** Rôle d’administration d’un utilisateur dans sa collectivité. */
public enum RoleUtilisateur {
  AUCUN,
  ADMIN_CIRCUITS,
  ADMIN_FONCTIONNEL,
  ADMIN
}
