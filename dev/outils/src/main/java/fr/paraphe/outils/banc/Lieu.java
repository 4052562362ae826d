package fr.paraphe.outils.banc;

import java.util.List;

/**
 * Une collectivité peuplée : de quoi y fabriquer des dossiers.
 *
 * @param blob document partagé par ses dossiers
 * @param bureaux où attendent et se visent les dossiers
 */
record Lieu(
    int collectivite,
    int type,
    int sousType,
    int emetteur,
    String emetteurNom,
    int bureauEmetteur,
    long blob,
    List<Integer> bureaux) {}
