package fr.paraphe.dossier;

import fr.paraphe.organisation.BureauId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * La demande de création.
 *
 * @param identifiant vide : le serveur en donne un (UUID minuscule)
 * @param titre vide : l’identifiant en tient lieu
 * @param type nom du type
 * @param sousType nom du sous-type
 * @param principaux au moins un ; plusieurs seulement si le sous-type est multi-document (6 au
 *     plus)
 * @param visuel rendu PDF d’un document principal qui n’en est pas un
 * @param bureauEmetteur vide : le bureau du compte technique, sinon le seul bureau de l’appelant
 *     qui puisse créer
 * @param emettre vrai : créé et transmis d’un même acte ; faux : brouillon
 * @param complements ce que seul un logiciel métier donne
 * @param variables bureaux choisis pour les étapes variables du circuit, dans l’ordre
 */
public record CreerDossier(
    Optional<IdentifiantDossier> identifiant,
    String titre,
    String type,
    String sousType,
    Visibilite visibilite,
    LocalDate dateLimite,
    List<Piece> principaux,
    Optional<Piece> visuel,
    List<Piece> annexes,
    Map<String, String> metadonnees,
    String annotationPublique,
    String annotationPrivee,
    Optional<BureauId> bureauEmetteur,
    String courrielEmetteur,
    Origine origine,
    boolean emettre,
    Complements complements,
    List<BureauId> variables) {

  public CreerDossier {
    principaux = List.copyOf(principaux);
    annexes = List.copyOf(annexes);
    metadonnees = Map.copyOf(metadonnees);
    variables = List.copyOf(variables);
  }

  /** Sans bureau variable. */
  public CreerDossier(
      Optional<IdentifiantDossier> identifiant,
      String titre,
      String type,
      String sousType,
      Visibilite visibilite,
      LocalDate dateLimite,
      List<Piece> principaux,
      Optional<Piece> visuel,
      List<Piece> annexes,
      Map<String, String> metadonnees,
      String annotationPublique,
      String annotationPrivee,
      Optional<BureauId> bureauEmetteur,
      String courrielEmetteur,
      Origine origine,
      boolean emettre,
      Complements complements) {
    this(
        identifiant,
        titre,
        type,
        sousType,
        visibilite,
        dateLimite,
        principaux,
        visuel,
        annexes,
        metadonnees,
        annotationPublique,
        annotationPrivee,
        bureauEmetteur,
        courrielEmetteur,
        origine,
        emettre,
        complements,
        List.of());
  }

  /** La même, ces bureaux choisis pour les étapes variables. */
  public CreerDossier avecVariables(List<BureauId> bureaux) {
    return new CreerDossier(
        identifiant,
        titre,
        type,
        sousType,
        visibilite,
        dateLimite,
        principaux,
        visuel,
        annexes,
        metadonnees,
        annotationPublique,
        annotationPrivee,
        bureauEmetteur,
        courrielEmetteur,
        origine,
        emettre,
        complements,
        bureaux);
  }

  /** La demande d’une personne : rien de ce que seul un logiciel métier donne. */
  public CreerDossier(
      Optional<IdentifiantDossier> identifiant,
      String titre,
      String type,
      String sousType,
      Visibilite visibilite,
      LocalDate dateLimite,
      List<Piece> principaux,
      Optional<Piece> visuel,
      List<Piece> annexes,
      Map<String, String> metadonnees,
      String annotationPublique,
      String annotationPrivee,
      Optional<BureauId> bureauEmetteur,
      String courrielEmetteur,
      Origine origine,
      boolean emettre) {
    this(
        identifiant,
        titre,
        type,
        sousType,
        visibilite,
        dateLimite,
        principaux,
        visuel,
        annexes,
        metadonnees,
        annotationPublique,
        annotationPrivee,
        bureauEmetteur,
        courrielEmetteur,
        origine,
        emettre,
        Complements.AUCUN);
  }
}
