/**
 * Transmission : les tiers à qui un dossier part (TdT, mail sécurisé), derrière des ports. Aucun
 * connecteur n’est configuré par défaut ; ce qui en demande un le dit.
 */
package fr.paraphe.transmission;
