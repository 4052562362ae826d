package fr.paraphe.ws.soap.ecriture;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.EtapePrevue;
import fr.paraphe.typologie.MetadonneeAttendue;
import fr.paraphe.typologie.MetadonneeDefinie;
import fr.paraphe.typologie.NatureMetadonnee;
import fr.paraphe.typologie.SousTypeResume;
import fr.paraphe.typologie.TypeResume;
import fr.paraphe.ws.contrat.EtapeCircuit;
import fr.paraphe.ws.contrat.GetCircuitResponse;
import fr.paraphe.ws.contrat.GetListeMetaDonneesResponse;
import fr.paraphe.ws.contrat.GetListeSousTypesResponse;
import fr.paraphe.ws.contrat.GetListeTypesResponse;
import fr.paraphe.ws.contrat.GetMetaDonneesRequisesPourTypeSoustypeResponse;
import fr.paraphe.ws.contrat.MetaDonneeDefinition;
import fr.paraphe.ws.contrat.MetaDonneeRequise;
import java.util.List;

/** Les listes et GetCircuit. */
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

  public static GetListeMetaDonneesResponse dictionnaire(List<MetadonneeDefinie> definies) {
    GetListeMetaDonneesResponse reponse = new GetListeMetaDonneesResponse();
    definies.forEach(definie -> reponse.getMetaDonnee().add(definition(definie)));
    return reponse;
  }

  private static MetaDonneeDefinition definition(MetadonneeDefinie definie) {
    MetaDonneeDefinition definition = new MetaDonneeDefinition();
    definition.setNomCourt(definie.nomCourt());
    definition.setNomLong(definie.nomLong());
    definition.setNature(nature(definie.nature()));
    return definition;
  }

  public static GetMetaDonneesRequisesPourTypeSoustypeResponse requises(
      List<MetadonneeAttendue> attendues) {
    GetMetaDonneesRequisesPourTypeSoustypeResponse reponse =
        new GetMetaDonneesRequisesPourTypeSoustypeResponse();
    attendues.forEach(attendue -> reponse.getMetaDonnee().add(requise(attendue)));
    return reponse;
  }

  private static MetaDonneeRequise requise(MetadonneeAttendue attendue) {
    MetaDonneeRequise requise = new MetaDonneeRequise();
    requise.setNomCourt(attendue.nomCourt());
    requise.setNomLong(attendue.nomLong());
    requise.setNature(nature(attendue.nature()));
    requise.setObligatoire(Boolean.toString(attendue.obligatoire()));
    return requise;
  }

  /** Les mots de la version 4.7 (contrat C). */
  static String nature(NatureMetadonnee nature) {
    return switch (nature) {
      case TEXTE -> "STRING";
      case DATE -> "DATE";
      case ENTIER -> "INTEGER";
      case DECIMAL -> "DOUBLE";
      case BOOLEEN -> "BOOLEAN";
      case URL -> "URL";
    };
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
