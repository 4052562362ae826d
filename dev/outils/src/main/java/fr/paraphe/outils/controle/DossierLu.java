package fr.paraphe.outils.controle;

import java.time.Instant;
import java.util.List;

/**
 * Un dossier tel que la base le garde : son état, ses étapes dans l’ordre du circuit, son journal
 * dans l’ordre des rangs.
 */
record DossierLu(
    long id, String identifiant, Situation situation, List<Etape> etapes, List<Ligne> journal) {

  /**
   * Ce que la ligne du dossier dit de lui.
   *
   * @param emisLe {@code null} tant qu’il est un brouillon
   * @param closLe {@code null} tant qu’il circule
   */
  record Situation(String etat, String statut, Instant creeLe, Instant emisLe, Instant closLe) {}

  /** Une étape de sa copie du circuit. */
  record Etape(long id, Place place, String action, Suivi suivi) {

    int rang() {
      return place.rang();
    }

    String nom() {
      String creneau = place.creneau() == 0 ? "" : "." + place.creneau();
      return "étape " + place.rang() + creneau + " (" + action + ")";
    }
  }

  /**
   * La place d’une étape dans le circuit.
   *
   * @param tour 1, puis un de plus à chaque reprise du circuit
   * @param requis décisions qui suffisent à ce rang ; {@code null} : toutes en mode ET, une sinon
   */
  record Place(int tour, int rang, int creneau, String mode, Integer requis) {}

  /**
   * Ce qui est arrivé à une étape ; chaque composant est {@code null} tant que ce n’est pas arrivé.
   *
   * @param annotation publique ; le journal la porte aussi
   */
  record Suivi(Instant arriveeLe, Instant lueLe, Issue issue, String annotation) {

    static final Suivi RIEN = new Suivi(null, null, null, null);

    Suivi arrivee(Instant instant) {
      return new Suivi(instant, lueLe, issue, annotation);
    }

    Suivi lue(Instant instant) {
      return new Suivi(arriveeLe, instant, issue, annotation);
    }

    /** Rouverte ; {@code lue} vaut si elle ne l’était pas encore. */
    Suivi reprise(Instant lue) {
      return new Suivi(arriveeLe, lueLe == null ? lue : lueLe, null, null);
    }

    Suivi decidee(Issue prise, String avis) {
      return new Suivi(arriveeLe, lueLe, prise, avis);
    }
  }

  /** Une décision : laquelle, quand, par qui et à quel titre. */
  record Issue(
      String decision, Instant instant, Integer acteur, Integer bureau, Integer delegation) {

    static String dire(Issue issue) {
      return issue == null ? "en attente" : issue.dire();
    }

    private String dire() {
      return decision
          + " le "
          + instant
          + (acteur == null ? "" : ", compte " + acteur)
          + (bureau == null ? "" : ", bureau " + bureau)
          + (delegation == null ? "" : ", délégation " + delegation);
    }
  }

  /** Une ligne de son journal. */
  record Ligne(
      int rang, String nature, String statut, Long etape, String annotation, Auteur auteur) {

    Instant instant() {
      return auteur.instant();
    }

    Issue issue(String decision) {
      return new Issue(
          decision, auteur.instant(), auteur.acteur(), auteur.bureau(), auteur.delegation());
    }
  }

  /** Qui a fait, quand, à quel titre. */
  record Auteur(Instant instant, Integer acteur, Integer bureau, Integer delegation) {}
}
