package fr.paraphe.architecture.violations.dossier;

import java.time.Instant;
import java.util.Date;

/** A sa propre heure. */
class Montre {
  Instant instant() {
    return Instant.now();
  }

  Date date() {
    return new Date();
  }
}
