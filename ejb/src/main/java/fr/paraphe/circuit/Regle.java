package fr.paraphe.circuit;

import fr.paraphe.organisation.BureauId;
import java.util.List;
import java.util.Map;

/**
 * Une ligne de la table de sélection : toutes ses conditions, et le circuit qu’elles donnent. Sans
 * condition, elle prend tout ce qui reste.
 *
 * @param variables bureaux donnés, dans l’ordre, aux étapes variables du circuit
 */
public record Regle(List<Condition> conditions, int circuitId, List<BureauId> variables) {

  public Regle {
    conditions = List.copyOf(conditions);
    variables = List.copyOf(variables);
  }

  boolean tenue(Map<String, String> metadonnees, BureauId emetteur) {
    return conditions.stream().allMatch(c -> c.tenue(metadonnees, emetteur));
  }

  /** Vrai si tout dossier que cette règle prendrait est déjà pris par l’autre. */
  boolean couvertePar(Regle autre) {
    return conditions.containsAll(autre.conditions());
  }

  /** Vrai si deux de ses conditions ne peuvent être tenues ensemble. */
  boolean impossible() {
    return conditions.stream()
        .anyMatch(c -> conditions.stream().anyMatch(autre -> seContredisent(c, autre)));
  }

  private static boolean seContredisent(Condition a, Condition b) {
    if (a.surBureau() || b.surBureau()) {
      return a.surBureau()
          && b.surBureau()
          && a.comparateur() == Comparateur.EGAL
          && a.bureau().equals(b.bureau()) != (b.comparateur() == Comparateur.EGAL);
    }
    return a.metadonnee().equals(b.metadonnee()) && seContredisentSurLaMemeMetadonnee(a, b);
  }

  private static boolean seContredisentSurLaMemeMetadonnee(Condition a, Condition b) {
    return switch (a.comparateur()) {
      case ABSENTE ->
          b.comparateur() != Comparateur.ABSENTE && b.comparateur() != Comparateur.DIFFERENT;
      case EGAL -> !b.tenue(Map.of(b.metadonnee(), a.valeur()), null);
      default -> false;
    };
  }
}
