package fr.paraphe.outils.importation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Une collectivité telle que le fichier la décrit. Les noms renvoient les uns aux autres, ou à ce
 * que la base connaît déjà ; {@code ligne} dit où chaque chose est écrite.
 */
record Configuration(
    Collectivite collectivite,
    List<Utilisateur> utilisateurs,
    List<Bureau> bureaux,
    List<CompteTechnique> comptes,
    List<Metadonnee> metadonnees,
    List<Cachet> cachets,
    List<Circuit> circuits,
    List<Type> types,
    List<Delegation> delegations) {

  /** Un nom écrit à une ligne : de quoi dire où il ne mène à rien. */
  record Nom(int ligne, String valeur) {}

  record Collectivite(
      int ligne,
      String domaine,
      String titre,
      String siren,
      String ville,
      String codePostal,
      boolean parDefaut,
      Map<String, String> reglages) {}

  /**
   * @param empreinte bcrypt ; nul : le mot de passe initial de l’importation, s’il y en a un
   */
  record Utilisateur(
      int ligne,
      String identifiant,
      String prenom,
      String nom,
      String courriel,
      String role,
      String notification,
      boolean actif,
      String empreinte) {}

  /**
   * @param roles les personnes de chaque rôle de bureau
   * @param habilitations parmi creer, traiter, archiver, enchainer, secretariat
   */
  record Bureau(
      int ligne,
      String nom,
      String titre,
      String description,
      Nom superieur,
      Map<String, List<Nom>> roles,
      List<Nom> associes,
      List<String> habilitations) {}

  record CompteTechnique(
      int ligne, Nom utilisateur, Nom bureau, String libelle, List<String> adresses) {}

  record Metadonnee(int ligne, String nom, String libelle, String nature, List<String> valeurs) {}

  /** Un cachet d’essai de l’installation, ou celui dont la clé est déjà gardée sous cet alias. */
  record Cachet(int ligne, String titre, String alias, boolean essai) {}

  record Circuit(int ligne, String nom, Nom bureauFinal, List<Etape> etapes) {}

  record Etape(int ligne, String action, String designation, Nom bureau) {}

  record Type(
      int ligne,
      String nom,
      String description,
      String format,
      String protocole,
      List<SousType> sousTypes) {}

  /**
   * @param creation bureaux qui peuvent créer ; nul : tous
   */
  record SousType(
      int ligne,
      String nom,
      String description,
      Nom circuit,
      Nom cachet,
      boolean cachetAutomatique,
      boolean multiDocument,
      List<Nom> creation,
      List<MetadonneeDemandee> metadonnees) {}

  record MetadonneeDemandee(Nom nom, String defaut, boolean obligatoire, boolean editable) {}

  /**
   * @param au dernier jour compris ; nul : sans fin
   * @param type nul : tous les types
   */
  record Delegation(
      int ligne,
      Nom bureau,
      Nom delegue,
      LocalDate du,
      LocalDate au,
      Nom type,
      Nom sousType,
      boolean dossiersEnCours,
      Nom creeePar) {}
}
