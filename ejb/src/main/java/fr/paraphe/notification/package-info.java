/**
 * Notification : qui est averti de quoi, et quand. Observe les faits des dossiers ; ce qui doit
 * être dit est écrit dans {@code message} dans la transaction de l’acte, l’envoi est un travail de
 * la file. Un serveur de courriel absent, lent ou en panne ne change rien à un acte.
 */
package fr.paraphe.notification;
