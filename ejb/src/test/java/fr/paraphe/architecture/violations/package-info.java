/** Des fautes plantées : chaque règle d’architecture doit attraper les siennes. */
package fr.paraphe.architecture.violations;
