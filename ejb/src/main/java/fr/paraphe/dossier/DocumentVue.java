package fr.paraphe.dossier;

import java.util.UUID;

/**
 * Un document montré.
 *
 * @param ref clé publique opaque ; la lire passe par {@link Consultation#contenu}
 * @param taille octets
 * @param pages nombre de pages d’un PDF, sinon {@code null}
 * @param affichable vrai si la visionneuse sait le montrer (PDF, ou visuel PDF fourni)
 * @param signatures nombre de signatures posées dans ce dossier
 */
public record DocumentVue(
    UUID ref,
    NatureDocument nature,
    String nom,
    String typeMime,
    long taille,
    Integer pages,
    boolean affichable,
    int signatures) {}
