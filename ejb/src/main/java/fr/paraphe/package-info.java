/** Le métier du parapheur. */
package fr.paraphe;
