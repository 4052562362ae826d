package fr.paraphe.architecture.violations.dossier;

/** Écrit sur la sortie standard. */
class Bavard {
  void dire() {
    System.out.println("bonjour");
  }

  void tracer(Exception e) {
    e.printStackTrace();
  }
}
