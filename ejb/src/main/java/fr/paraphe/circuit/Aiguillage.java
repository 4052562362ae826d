package fr.paraphe.circuit;

import fr.paraphe.organisation.BureauId;
import fr.paraphe.socle.ErreurMetier;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Comment un sous-type donne un circuit à un dossier : toujours le même, ou la première règle tenue
 * (features.md C14, C15).
 *
 * @param circuitFixe {@code null} : les règles décident
 */
public record Aiguillage(Integer circuitFixe, List<Regle> regles) {

  public Aiguillage {
    regles = List.copyOf(regles);
    if ((circuitFixe == null) == regles.isEmpty()) {
      throw new IllegalArgumentException("un circuit fixe, ou des règles");
    }
  }

  public static Aiguillage fixe(int circuitId) {
    return new Aiguillage(circuitId, List.of());
  }

  /** Le circuit donné, et les bureaux que la règle donne à ses étapes variables. */
  public record Choix(int circuitId, List<BureauId> variables) {}

  /**
   * La première règle tenue l’emporte.
   *
   * @throws ErreurMetier {@link ErreurCircuit#AUCUNE_REGLE}
   */
  public Choix choisir(Map<String, String> metadonnees, BureauId emetteur) {
    if (circuitFixe != null) {
      return new Choix(circuitFixe, List.of());
    }
    return regles.stream()
        .filter(r -> r.tenue(metadonnees, emetteur))
        .findFirst()
        .map(r -> new Choix(r.circuitId(), r.variables()))
        .orElseThrow(
            () ->
                new ErreurMetier(
                    ErreurCircuit.AUCUNE_REGLE,
                    "Aucune règle de ce sous-type ne donne de circuit à ce dossier\u00a0: complétez ses métadonnées, ou signalez-le à votre administrateur."));
  }

  public boolean parRegles() {
    return circuitFixe == null;
  }

  /** Places, à partir de 0, des règles qu’aucun dossier n’atteindra jamais. */
  public List<Integer> jamaisAtteintes() {
    return IntStream.range(0, regles.size()).filter(this::jamaisAtteinte).boxed().toList();
  }

  private boolean jamaisAtteinte(int place) {
    Regle regle = regles.get(place);
    return regle.impossible() || regles.subList(0, place).stream().anyMatch(regle::couvertePar);
  }
}
