package fr.paraphe.signature;

import fr.paraphe.stockage.BlobRef;
import fr.paraphe.stockage.Empreinte;

/**
 * Ce que rend la première phase. Tout ce que la seconde demande est dans le blob préparé, chiffré
 * et scellé ; il suffit d’en garder la référence.
 *
 * @param prepare l’ajout à poser à la fin du document et ses repères
 * @param aSigner attributs signés CMS (SET OF, DER) : la clé privée signe ces octets, SHA-256
 * @param empreinte SHA-256 de {@code aSigner}
 */
public record DocumentPrepare(BlobRef prepare, byte[] aSigner, Empreinte empreinte) {}
