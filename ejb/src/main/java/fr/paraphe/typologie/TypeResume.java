package fr.paraphe.typologie;

import java.util.List;

/**
 * Un type et ceux de ses sous-types dans lesquels l’appelant peut créer, par ordre alphabétique.
 */
public record TypeResume(int id, String nom, String description, List<SousTypeResume> sousTypes) {

  public TypeResume {
    sousTypes = List.copyOf(sousTypes);
  }
}
