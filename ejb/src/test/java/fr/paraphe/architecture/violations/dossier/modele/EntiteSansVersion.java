package fr.paraphe.architecture.violations.dossier.modele;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Une entité sans version, et qui s’écrit du dehors. */
@Entity
public class EntiteSansVersion {
  @Id private long id;

  public void setId(long id) {
    this.id = id;
  }

  public long id() {
    return id;
  }
}
