package fr.paraphe.circuit;

import fr.paraphe.circuit.LexiqueScript.Mot;
import fr.paraphe.circuit.RegleLue.ConditionLue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Une condition composée, mise à plat : l’un ou l’autre de ces termes, chacun tenu si toutes ses
 * conditions le sont. Aucun terme : jamais tenue.
 */
record Formule(List<List<ConditionLue>> termes) {

  /** Une table de sélection qui dépasserait ce nombre de lignes ne se relirait plus. */
  static final int TERMES_MAX = 200;

  static final Formule TOUJOURS = new Formule(List.of(List.of()));

  static Formule de(ConditionLue condition) {
    return new Formule(List.of(List.of(condition)));
  }

  /**
   * @param ici où le dire, si la table est trop longue
   */
  Formule ou(Formule autre, Mot ici) {
    Set<List<ConditionLue>> union = new LinkedHashSet<>(termes);
    union.addAll(autre.termes);
    return bornee(union, ici);
  }

  Formule et(Formule autre, Mot ici) {
    Set<List<ConditionLue>> produit = new LinkedHashSet<>();
    for (List<ConditionLue> a : termes) {
      for (List<ConditionLue> b : autre.termes) {
        Set<ConditionLue> terme = new LinkedHashSet<>(a);
        terme.addAll(b);
        produit.add(new ArrayList<>(terme));
        bornee(produit, ici);
      }
    }
    return bornee(produit, ici);
  }

  Formule contraire(Mot ici) {
    Formule contraire = TOUJOURS;
    for (List<ConditionLue> terme : termes) {
      Formule nie = new Formule(List.of());
      for (ConditionLue condition : terme) {
        nie = nie.ou(new Formule(condition.contraires().stream().map(List::of).toList()), ici);
      }
      contraire = contraire.et(nie, ici);
    }
    return contraire;
  }

  private static Formule bornee(Set<List<ConditionLue>> termes, Mot ici) {
    if (termes.size() > TERMES_MAX) {
      throw LexiqueScript.refus(ici);
    }
    return new Formule(List.copyOf(termes));
  }
}
