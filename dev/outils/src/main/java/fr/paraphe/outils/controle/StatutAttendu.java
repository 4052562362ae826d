package fr.paraphe.outils.controle;

import fr.paraphe.dossier.NatureFait;
import fr.paraphe.dossier.Statut;
import fr.paraphe.outils.controle.DossierLu.Etape;
import java.util.Optional;

/** Le statut classique que chaque nature de ligne porte (soap-contract.md §D.2, §D.3). */
final class StatutAttendu {

  private StatutAttendu() {}

  /**
   * @param courant celui du dossier avant cette ligne
   */
  static String de(NatureFait nature, Optional<Etape> etape, String courant) {
    String action = etape.map(Etape::action).orElse("");
    return switch (nature) {
      case CREATION, EMISSION, ANNOTATION, CORRECTION -> Statut.NON_LU.mot();
      case ARRIVEE, ATTENTE, REMORD -> arrivee(action).mot();
      case FIN_DE_CIRCUIT -> Statut.ARCHIVE.mot();
      case LECTURE -> "SIGNATURE".equals(action) ? Statut.LU.mot() : courant;
      case VISA -> Statut.VISE.mot();
      case SIGNATURE -> Statut.SIGNE.mot();
      case CACHET -> Statut.CACHET_OK.mot();
      case REJET -> rejet(action).mot();
      case METADONNEES, MODIFICATION, ARCHIVAGE, EFFACEMENT, RETRAIT -> courant;
    };
  }

  private static Statut arrivee(String action) {
    return switch (action) {
      case "VISA" -> Statut.EN_COURS_VISA;
      case "CACHET" -> Statut.PRET_CACHET;
      default -> Statut.NON_LU;
    };
  }

  private static Statut rejet(String action) {
    return switch (action) {
      case "SIGNATURE" -> Statut.REJET_SIGNATAIRE;
      case "CACHET" -> Statut.REJET_CACHET;
      default -> Statut.REJET_VISA;
    };
  }
}
