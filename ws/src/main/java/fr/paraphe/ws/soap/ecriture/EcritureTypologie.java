package fr.paraphe.ws.soap.ecriture;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.EtapePrevue;
import fr.paraphe.typologie.SousTypeResume;
import fr.paraphe.typologie.TypeResume;
import fr.paraphe.ws.contrat.EtapeCircuit;
import fr.paraphe.ws.contrat.GetCircuitResponse;
import fr.paraphe.ws.contrat.GetListeSousTypesResponse;
import fr.paraphe.ws.contrat.GetListeTypesResponse;
import java.util.List;

/** GetListeTypes, GetListeSousTypes et GetCircuit. */
public final class EcritureTypologie {

  private EcritureTypologie() {}

  public static GetListeTypesResponse types(List<TypeResume> types) {
    GetListeTypesResponse reponse = new GetListeTypesResponse();
    types.forEach(type -> reponse.getTypeTechnique().add(type.nom()));
    return reponse;
  }

  /** Les sous-types de ce type ; aucun si le type est inconnu de l’appelant. */
  public static GetListeSousTypesResponse sousTypes(List<TypeResume> types, String demande) {
    GetListeSousTypesResponse reponse = new GetListeSousTypesResponse();
    types.stream()
        .filter(type -> type.nom().equalsIgnoreCase(demande))
        .flatMap(type -> type.sousTypes().stream())
        .map(SousTypeResume::nom)
        .forEach(reponse.getSousType()::add);
    return reponse;
  }

  public static GetCircuitResponse circuit(List<EtapePrevue> etapes) {
    GetCircuitResponse reponse = new GetCircuitResponse();
    etapes.forEach(etape -> reponse.getEtapeCircuit().add(etape(etape)));
    return reponse;
  }

  /** Le prénom est présent et vide, le nom porte « Prénom Nom » (contrat B.4). */
  private static EtapeCircuit etape(EtapePrevue prevue) {
    EtapeCircuit etape = new EtapeCircuit();
    etape.setParapheur(prevue.bureau());
    etape.setPrenom("");
    etape.setNom(prevue.proprietaires().stream().findFirst().orElse(""));
    etape.setRole(role(prevue.action()));
    return etape;
  }

  static String role(ActionDemandee action) {
    return switch (action) {
      case SIGNATURE, SIGNATURE_EXTERNE -> "SIGNATAIRE";
      case CACHET -> "CACHET";
      case TDT -> "TDT";
      case MAILSEC, MAILSEC_PASTELL -> "MAILSEC";
      case ARCHIVAGE -> "ARCHIVAGE";
      case VISA, AVIS, EMISSION, CORRECTION -> "VISEUR";
    };
  }
}
