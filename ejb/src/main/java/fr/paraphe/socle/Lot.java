package fr.paraphe.socle;

import java.util.List;

/** Une tranche servie : ses lignes, et le nombre total de lignes de la liste entière. */
public record Lot<T>(List<T> lignes, long total) {

  public Lot {
    lignes = List.copyOf(lignes);
  }
}
