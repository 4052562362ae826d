/**
 * Journal : l’histoire légale des dossiers, et celle de l’administration de chaque collectivité. On
 * n’y fait qu’ajouter, dans la transaction de l’acte, et chaque ligne porte l’empreinte de la
 * précédente (design §3, data.md §1). Une ligne changée, ôtée ou glissée se voit.
 */
package fr.paraphe.journal;
