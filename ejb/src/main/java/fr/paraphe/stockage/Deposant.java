package fr.paraphe.stockage;

/**
 * Port : pour quelle collectivité l’appel en cours dépose. Tenu par qui connaît l’acteur courant.
 */
public interface Deposant {

  int collectivite();
}
