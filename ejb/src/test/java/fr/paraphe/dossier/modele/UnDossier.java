package fr.paraphe.dossier.modele;

import static fr.paraphe.dossier.modele.UnActe.par;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.EtapeResolue;
import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Origine;
import fr.paraphe.dossier.Piece;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.typologie.Cadre;
import fr.paraphe.typologie.Protocole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code unDossier().surCircuit(visa("DGS"), signature("Maire")).transmis()}. Créé à 08:00 et
 * transmis à 08:05 par Camille Agent, du bureau Courrier ; la fin de circuit est aux Archives.
 */
final class UnDossier {

  static final IdentifiantDossier ID = new IdentifiantDossier("Délibération 12");
  static final int TYPE = 3;
  static final int SOUS_TYPE = 4;

  private List<EtapeResolue> circuit = List.of(visa("DGS"), signature("Maire"));
  private Visibilite visibilite = Visibilite.CONFIDENTIEL;
  private Avis avis = Avis.SANS;

  private UnDossier() {}

  static UnDossier unDossier() {
    return new UnDossier();
  }

  static EtapeResolue visa(String bureau) {
    return etape(ActionDemandee.VISA, bureau);
  }

  static EtapeResolue signature(String bureau) {
    return etape(ActionDemandee.SIGNATURE, bureau);
  }

  static EtapeResolue cachet(String bureau) {
    return etape(ActionDemandee.CACHET, bureau);
  }

  static EtapeResolue etape(ActionDemandee action, String bureau) {
    return new EtapeResolue(action, LaMairie.bureau(bureau));
  }

  UnDossier surCircuit(EtapeResolue... etapes) {
    circuit = List.copyOf(Arrays.asList(etapes));
    return this;
  }

  UnDossier visible(Visibilite autre) {
    visibilite = autre;
    return this;
  }

  UnDossier creeAvec(Avis avisDeCreation) {
    avis = avisDeCreation;
    return this;
  }

  Dossier brouillon() {
    List<EtapeResolue> etapes = new ArrayList<>(circuit);
    etapes.add(etape(ActionDemandee.ARCHIVAGE, "Archives"));
    return new Dossier(
        ID, constitution(), etapes, par("Camille Agent").a("08:00").avec(avis).acte());
  }

  Dossier transmis() {
    Dossier dossier = brouillon();
    dossier.transmettre(par("Camille Agent").a("08:05").acte());
    return dossier;
  }

  private Constitution constitution() {
    return new Constitution(
        LaMairie.DEMO,
        cadre(),
        "Délibération",
        visibilite,
        null,
        Origine.WEB,
        null,
        List.of(new Piece(1, "acte.pdf", "application/pdf")),
        Optional.of(new Piece(2, "visuel.pdf", "application/pdf")),
        List.of(new Piece(3, "plan.png", "image/png"), new Piece(4, "avis.pdf", "application/pdf")),
        List.of(),
        "",
        Map.of("annee", "2026"),
        null,
        Map.of(1L, 12));
  }

  private static Cadre cadre() {
    return new Cadre(
        TYPE,
        "Actes",
        SOUS_TYPE,
        "Délibération",
        Protocole.AUCUN,
        "AUTO",
        1,
        null,
        false,
        false,
        List.of());
  }
}
