package fr.paraphe.web.administration;

import java.util.List;

/**
 * Les phrases que des connecteurs reconnaissent, à la lettre (docs/contrat-soap.md) : elles ne se
 * traduisent pas.
 */
final class CatalogueSoap {

  static final List<Message> MESSAGES =
      List.of(
          new Message("soumis", "Dossier <DossierTitre> soumis dans le circuit"),
          new Message(
              "doublon",
              "Le nom de dossier est déjà présent dans le Parapheur: dossierID = <DossierID>"),
          new Message(
              "sousType", "Le sous-type <SousType> n'existe pas pour le type '<TypeTechnique>'"),
          new Message("introuvable", "Dossier <DossierID> introuvable."),
          new Message("nonArchivable", "Le dossierID '<DossierID>' n'est pas archivable."),
          new Message("archive", "Dossier <DossierID> archivé."),
          new Message("supprime", "Dossier <DossierID> supprimé du Parapheur."),
          new Message("recupere", "Dossier <DossierID> récupéré."),
          new Message("nonEmis", "Le dossierID '<DossierID>' n'a pas été émis."),
          new Message("nonRejete", "Le dossierID '<DossierID>' n'est pas rejeté."),
          new Message("sansTdt", "Aucun TdT n'est configuré pour le type '<TypeTechnique>'."),
          new Message("sansMail", "Aucun service de mail sécurisé n'est configuré."));

  private CatalogueSoap() {}

  /**
   * @param cas clé du cas au catalogue des textes
   */
  public record Message(String cas, String phrase) {}
}
