package fr.paraphe.notification;

/** Le rythme auquel une personne veut ses courriels. */
public enum Rythme {
  CHAQUE,
  HORAIRE,
  QUOTIDIENNE,
  HEBDOMADAIRE,
  JAMAIS
}
