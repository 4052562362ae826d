package fr.paraphe.socle;

/**
 * Code stable d’un refus. Chaque composant a son énumération ; le nom du code est public (messages,
 * journal technique).
 */
public interface CodeErreur {

  String name();

  Nature nature();

  /** Ce que le refus dit à l’appelant, quel que soit le canal. */
  enum Nature {
    /** L’objet n’existe pas, ou l’appelant n’a pas le droit de savoir qu’il existe. */
    INTROUVABLE,
    /** L’objet est connu de l’appelant, l’acte lui est interdit. */
    INTERDIT,
    /** L’acte est arrivé trop tard : quelqu’un d’autre a agi. */
    CONFLIT,
    /** Ce qui est demandé est mal formé ou incomplet. */
    INVALIDE,
    /** Un service dont l’acte dépend ne répond pas ; rien n’est perdu, réessayer plus tard. */
    INDISPONIBLE
  }
}
