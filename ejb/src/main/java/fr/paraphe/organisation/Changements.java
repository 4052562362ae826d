package fr.paraphe.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Ce qui change d’un objet, champ par champ : avant, après. Un champ inchangé n’y est pas. Jamais
 * de secret ici : un mot de passe change sans que sa valeur soit dite.
 */
public final class Changements {

  /**
   * @param champ mot stable, sans accent ; la page le traduit
   * @param avant valeur montrable ; vide : il n’y en avait pas
   */
  public record Changement(String champ, String avant, String apres) {}

  private final List<Changement> lignes = new ArrayList<>();

  /** Note le champ si sa valeur change. */
  public Changements comparer(String champ, Object avant, Object apres) {
    String ancien = texte(avant);
    String nouveau = texte(apres);
    if (!ancien.equals(nouveau)) {
      lignes.add(new Changement(champ, ancien, nouveau));
    }
    return this;
  }

  public List<Changement> lignes() {
    return List.copyOf(lignes);
  }

  public boolean aucun() {
    return lignes.isEmpty();
  }

  private static String texte(Object valeur) {
    if (valeur instanceof Collection<?> plusieurs) {
      return String.join(
          ", ", plusieurs.stream().map(Objects::toString).sorted().distinct().toList());
    }
    return Objects.toString(valeur, "");
  }
}
