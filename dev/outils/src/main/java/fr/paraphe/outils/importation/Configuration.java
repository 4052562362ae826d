package fr.paraphe.outils.importation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Une collectivité telle que le fichier la décrit. Les noms renvoient les uns aux autres, ou à ce
 * que la base connaît déjà ; {@code ligne} dit où chaque chose est écrite.
 */
record Configuration(
    Collectivite collectivite,
    List<Utilisateur> utilisateurs,
    List<Groupe> groupes,
    List<Bureau> bureaux,
    List<CompteTechnique> comptes,
    List<Metadonnee> metadonnees,
    List<Cachet> cachets,
    List<Calque> calques,
    List<Circuit> circuits,
    List<Type> types,
    List<Delegation> delegations) {

  /** Un nom écrit à une ligne : de quoi dire où il ne mène à rien. */
  record Nom(int ligne, String valeur) {}

  /**
   * @param reglages un objet JSON, ajouté à ce que la collectivité a déjà
   */
  record Collectivite(
      int ligne,
      String domaine,
      String titre,
      String siren,
      String ville,
      String codePostal,
      String pays,
      boolean parDefaut,
      boolean active,
      String reglages) {}

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
      String empreinte,
      Identite identite) {}

  /**
   * D’où vient une personne, et ce qui la reconnaît.
   *
   * @param origine LOCAL, LDAP ou OIDC
   * @param certificat DER en base 64 ; nul : aucun
   * @param informations un objet JSON
   */
  record Identite(
      String origine, String reference, String empreinte, String certificat, String informations) {}

  record Groupe(int ligne, String nom, Nom parent, List<Nom> membres) {}

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
      List<Nom> metadonnees,
      List<String> habilitations,
      boolean afficheAVenir,
      boolean actif) {}

  record CompteTechnique(
      int ligne, Nom utilisateur, Nom bureau, String libelle, List<String> adresses) {}

  record Metadonnee(
      int ligne,
      String nom,
      String libelle,
      String nature,
      List<String> valeurs,
      boolean triAlphabetique) {}

  /** Un cachet d’essai de l’installation, ou celui dont la clé est déjà gardée sous cet alias. */
  record Cachet(int ligne, String titre, String alias, boolean essai, String texte) {}

  /**
   * @param elements un tableau JSON
   */
  record Calque(int ligne, String nom, String elements) {}

  /**
   * @param acces bureaux et groupes qui peuvent le choisir, quand il n’est pas public
   */
  record Circuit(
      int ligne,
      String nom,
      Nom bureauFinal,
      boolean ouvert,
      boolean actif,
      Acces acces,
      List<Etape> etapes) {}

  /** Des bureaux et des groupes nommés ; bureaux nul : la clé n’est pas écrite. */
  record Acces(List<Nom> bureaux, List<Nom> groupes) {}

  /**
   * @param mode SEUL, OU, ET
   * @param requis combien de décisions suffisent ; nul : la règle du mode
   * @param bureaux ceux qui décident ensemble ; un seul, ou aucun, en mode SEUL
   */
  record Etape(
      int ligne,
      String action,
      String mode,
      Integer requis,
      String designation,
      List<Nom> bureaux,
      Integer delaiJours) {}

  record Type(
      int ligne,
      String nom,
      String description,
      String format,
      String protocole,
      boolean actif,
      String reglages,
      List<SousType> sousTypes) {}

  /**
   * @param creation qui peut créer ; bureaux nuls : tous
   * @param filtrage qui voit le sous-type dans ses filtres ; bureaux nuls : tous
   * @param variables ceux que désigne une étape variable
   */
  record SousType(
      int ligne,
      String nom,
      String description,
      Nom circuit,
      Nom cachet,
      Options options,
      Acces creation,
      Acces filtrage,
      Acces variables,
      List<MetadonneeDemandee> metadonnees,
      List<CalquePose> calques) {}

  /**
   * @param retentionMois nul : sans fin
   * @param reglages un objet JSON
   */
  record Options(
      boolean cachetAutomatique,
      boolean multiDocument,
      boolean signatureObligatoire,
      boolean lectureObligatoire,
      Integer retentionMois,
      boolean actif,
      String reglages) {}

  /**
   * @param cible PRINCIPAL ou ANNEXE
   */
  record CalquePose(Nom nom, String cible, String documents) {}

  record MetadonneeDemandee(Nom nom, String defaut, boolean obligatoire, boolean editable) {}

  /**
   * @param du premier instant ; nul : depuis toujours
   * @param au premier instant d’après ; nul : sans fin
   * @param type nul : tous les types
   */
  record Delegation(
      int ligne,
      Nom bureau,
      Nom delegue,
      Instant du,
      Instant au,
      Nom type,
      Nom sousType,
      boolean dossiersEnCours,
      Nom creeePar) {}
}
