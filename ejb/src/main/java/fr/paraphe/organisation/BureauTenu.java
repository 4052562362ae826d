package fr.paraphe.organisation;

import java.io.Serializable;

/** Un bureau qu’une personne tient, désigné par son nom court, et à quel titre. */
public record BureauTenu(String nomCourt, String titre, RoleBureau role) implements Serializable {

  @Override
  public String toString() {
    return nomCourt + " (" + role + ")";
  }
}
