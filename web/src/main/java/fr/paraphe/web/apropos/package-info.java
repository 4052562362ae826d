/** Les pages ouvertes à tous : à propos, licences, versions. */
package fr.paraphe.web.apropos;
