package fr.paraphe.architecture.violations.dossier.infra;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Une entité hors du modèle. */
@Entity
class EntiteEgaree {
  @Id long id;
  @Version int version;
}
