/** Les écrans du parapheur : une page, un bean, un appel de frontière par action. */
package fr.paraphe.web;
