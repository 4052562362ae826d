package fr.paraphe.organisation;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Une délégation, telle qu’on la lit.
 *
 * @param du premier jour ; {@code null} : depuis toujours
 * @param au dernier jour, compris ; {@code null} : sans fin
 * @param portee « Type › sous-type » ; vide : tous les dossiers
 */
public record DelegationVue(
    int id,
    String bureau,
    String delegue,
    LocalDate du,
    LocalDate au,
    boolean dossiersEnCours,
    String portee,
    EtatDelegation etat)
    implements Serializable {}
