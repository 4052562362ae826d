/**
 * Visuel : ce que le produit dessine d’un dossier sans le changer. Aujourd’hui le bordereau ; la
 * conversion des documents bureautiques, le PDF d’impression et les calques viendront ici.
 */
package fr.paraphe.visuel;
