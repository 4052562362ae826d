package fr.paraphe.dossier.modele;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.dossier.Statut;

/** Les statuts et les textes d’historique du contrat classique (soap-contract.md §D.2, §D.3). */
final class MotsDuContrat {

  static final String CREATION = "Création de dossier";
  static final String LU = "Dossier lu et prêt pour la signature";
  static final String CACHET_AUTOMATIQUE = "Cachet serveur automatique";
  static final String FIN = "Circuit terminé, dossier archivable";

  static final String CORRECTION = "Dossier repris pour correction";
  static final String MODIFICATION = "Brouillon modifié";
  static final String REMORD = "Dossier récupéré";

  private MotsDuContrat() {}

  /** Le statut d’un dossier qui arrive sur une étape. */
  static Statut arrivee(ActionDemandee action) {
    return switch (action) {
      case VISA -> Statut.EN_COURS_VISA;
      case CACHET -> Statut.PRET_CACHET;
      case ARCHIVAGE -> Statut.ARCHIVE;
      default -> Statut.NON_LU;
    };
  }

  /** Le statut d’un dossier rejeté à une étape. */
  static Statut rejet(ActionDemandee action) {
    return switch (action) {
      case SIGNATURE -> Statut.REJET_SIGNATAIRE;
      case CACHET -> Statut.REJET_CACHET;
      default -> Statut.REJET_VISA;
    };
  }

  static String depose(String bureau, ActionDemandee action) {
    String acte =
        switch (action) {
          case VISA -> "Visa";
          case CACHET -> "cachet serveur.";
          default -> "signature";
        };
    return "Dossier déposé sur le bureau " + bureau + " pour " + acte;
  }
}
