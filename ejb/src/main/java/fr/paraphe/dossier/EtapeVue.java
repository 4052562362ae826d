package fr.paraphe.dossier;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.Mode;
import java.time.Instant;
import java.util.List;

/**
 * Une étape du circuit d’un dossier, pour la question « où en est-il ? ».
 *
 * @param mode comment elle se décide avec celles du même rang
 * @param decision ce qui a été décidé ({@code VISE}, {@code SIGNE}, {@code REJETE}…) ; {@code null}
 *     tant que rien ne l’est
 * @param acteur qui a décidé, « Prénom Nom » ; vide si personne encore
 * @param parDelegation nom du bureau pour lequel l’acteur a décidé par délégation ; vide sinon
 * @param proprietaires qui peut décider
 */
public record EtapeVue(
    int tour,
    Mode mode,
    ActionDemandee action,
    String bureau,
    List<String> proprietaires,
    boolean courante,
    Instant arriveeLe,
    String decision,
    Instant decideeLe,
    String acteur,
    String parDelegation,
    String annotationPublique) {}
