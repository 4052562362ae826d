package fr.paraphe.notification;

/**
 * Ce que la page des préférences montre.
 *
 * @param adresseDuCompte où partent les courriels tant que le réglage n’en donne pas d’autre
 * @param serveurConfigure faux : l’installation n’envoie aucun courriel
 */
public record MesCourriels(
    ReglageCourriels reglage, String adresseDuCompte, boolean serveurConfigure) {}
