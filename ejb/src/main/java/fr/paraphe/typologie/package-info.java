/**
 * Typologie : les types et sous-types, ce qu’ils exigent (circuit, format de signature,
 * métadonnées) et qui peut créer dans chacun.
 */
package fr.paraphe.typologie;
