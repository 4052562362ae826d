package fr.paraphe.ws.soap.lecture;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.EtapeImposee;
import fr.paraphe.ws.contrat.EtapeCircuit;
import fr.paraphe.ws.contrat.MetaDataTdtACTES;
import fr.paraphe.ws.contrat.TypeCircuit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Les champs que seuls certains connecteurs emplissent : XPath, circuit imposé, données ACTES. */
final class LectureComplements {

  /** Sous quels noms les données ACTES sont gardées, et rendues par GetDossier. */
  static final String ACTES_NATURE = "actesNature";

  static final String ACTES_CLASSIFICATION = "actesClassification";
  static final String ACTES_DATE = "actesDate";
  static final String ACTES_OBJET = "actesObjet";

  private static final int XPATH_MAX = 1000;

  private final Erreurs erreurs;

  LectureComplements(Erreurs erreurs) {
    this.erreurs = erreurs;
  }

  String xpath(String valeur, String champ) {
    String xpath = valeur == null ? "" : valeur.strip();
    if (xpath.length() > XPATH_MAX || xpath.chars().anyMatch(Character::isISOControl)) {
      erreurs.ajouter(
          champ + " est impossible : une ligne de " + XPATH_MAX + " caractères au plus.");
    }
    return xpath;
  }

  List<EtapeImposee> circuit(TypeCircuit recu) {
    List<EtapeImposee> etapes = new ArrayList<>();
    List<EtapeCircuit> recues = recu == null ? List.of() : recu.getEtapeCircuit();
    for (int i = 0; i < recues.size(); i++) {
      etape(recues.get(i), "CircuitObligatoire[" + (i + 1) + "]").ifPresent(etapes::add);
    }
    return etapes;
  }

  private Optional<EtapeImposee> etape(EtapeCircuit recue, String ou) {
    String bureau = Champs.court(recue.getParapheur());
    String role = Champs.court(recue.getRole());
    Optional<ActionDemandee> action = action(role);
    if (bureau.isEmpty()) {
      erreurs.ajouter("Le Parapheur de " + ou + " manque.");
    }
    if (action.isEmpty()) {
      erreurs.ajouter(
          "Le Role « "
              + role
              + " » de "
              + ou
              + " est inconnu : VISEUR, SIGNATAIRE, CACHET, TDT, MAILSEC ou ARCHIVAGE.");
    }
    return action.filter(a -> !bureau.isEmpty()).map(a -> new EtapeImposee(bureau, a));
  }

  private static Optional<ActionDemandee> action(String role) {
    return Optional.ofNullable(
        switch (role.toUpperCase(Locale.ROOT)) {
          case "VISEUR" -> ActionDemandee.VISA;
          case "SIGNATAIRE" -> ActionDemandee.SIGNATURE;
          case "CACHET" -> ActionDemandee.CACHET;
          case "TDT" -> ActionDemandee.TDT;
          case "MAILSEC" -> ActionDemandee.MAILSEC;
          case "ARCHIVAGE" -> ActionDemandee.ARCHIVAGE;
          default -> null;
        });
  }

  /**
   * Les données ACTES se gardent comme des métadonnées : elles se voient, se cherchent et
   * reviennent.
   */
  static void actes(MetaDataTdtACTES recues, Map<String, String> metadonnees) {
    if (recues != null) {
      garder(metadonnees, ACTES_NATURE, recues.getNature());
      garder(metadonnees, ACTES_CLASSIFICATION, recues.getClassification());
      garder(metadonnees, ACTES_DATE, recues.getDate());
      garder(metadonnees, ACTES_OBJET, recues.getObjet());
    }
  }

  private static void garder(Map<String, String> metadonnees, String nom, String valeur) {
    Champs.filtre(valeur).ifPresent(v -> metadonnees.putIfAbsent(nom, v));
  }
}
