package fr.paraphe.outils.importation;

import fr.paraphe.outils.importation.Configuration.Acces;
import fr.paraphe.outils.importation.Configuration.Circuit;
import fr.paraphe.outils.importation.Configuration.Etape;
import fr.paraphe.outils.importation.Configuration.Nom;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Lit un circuit et ses étapes. */
final class LectureCircuit {

  private static final Pattern NOM = Pattern.compile(".{1,255}");
  private static final String BUREAU = "BUREAU";
  private static final String SEUL = "SEUL";
  private static final Set<String> MODES = Set.of(SEUL, "OU", "ET");
  private static final Set<String> ACTIONS =
      Set.of(
          "VISA", "SIGNATURE", "CACHET", "TDT", "MAILSEC", "MAILSEC_PASTELL", "SIGNATURE_EXTERNE");
  private static final Set<String> DESIGNATIONS = Set.of(BUREAU, "EMETTEUR", "CHEF_DE", "VARIABLE");

  private final Anomalies anomalies;

  LectureCircuit(Anomalies anomalies) {
    this.anomalies = anomalies;
  }

  Circuit circuit(Noeud n) {
    Circuit lu =
        new Circuit(
            n.ligne(),
            n.exige("nom", NOM, "255 caractères au plus"),
            n.nom("bureau-final"),
            n.booleen("public", true),
            n.booleen("actif", true),
            new Acces(n.noms("bureaux"), n.noms("groupes")),
            n.liste("etapes", this::etape));
    if (lu.etapes().isEmpty()) {
      anomalies.relever(n.ligne(), "le circuit « " + lu.nom() + " » n’a aucune étape");
    }
    return lu;
  }

  private Etape etape(Noeud n) {
    Nom bureau = n.nom("bureau");
    List<Nom> plusieurs = n.noms("bureaux");
    String mode = n.parmi("mode", SEUL, MODES);
    boolean nomme = bureau != null || !plusieurs.isEmpty();
    String designation = n.parmi("designation", nomme ? BUREAU : null, DESIGNATIONS);
    if (nomme != BUREAU.equals(designation)) {
      anomalies.relever(
          n.ligne(),
          "une étape nomme un bureau, ou bien se désigne par EMETTEUR, CHEF_DE ou VARIABLE");
    }
    if (SEUL.equals(mode) == !plusieurs.isEmpty() || bureau != null && !plusieurs.isEmpty()) {
      anomalies.relever(
          n.ligne(), "« bureaux » va avec le mode OU ou ET, « bureau » avec une étape seule");
    }
    return new Etape(
        n.ligne(),
        n.parmi("action", null, ACTIONS),
        mode,
        n.entier("requis"),
        designation,
        bureau == null ? plusieurs : List.of(bureau),
        n.entier("delai-jours"));
  }
}
