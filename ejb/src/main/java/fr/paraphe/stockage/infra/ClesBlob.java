package fr.paraphe.stockage.infra;

/**
 * Ce qu’une écriture sait de ses clés : de quoi sceller les segments, et l’enveloppe à garder en
 * base.
 */
record ClesBlob(
    int collectivite, String emplacement, Segments segments, byte[] enveloppee, short maitre) {}
