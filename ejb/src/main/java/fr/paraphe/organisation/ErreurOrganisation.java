package fr.paraphe.organisation;

import fr.paraphe.socle.CodeErreur;

/** Refus du composant organisation. */
public enum ErreurOrganisation implements CodeErreur {
  ACTEUR_INCONNU(Nature.INTERDIT),
  BUREAU_INTROUVABLE(Nature.INTROUVABLE),
  BUREAU_INTERDIT(Nature.INTROUVABLE),
  ADMINISTRATION_INTERDITE(Nature.INTERDIT),
  NOM_INVALIDE(Nature.INVALIDE),
  NOM_PRIS(Nature.INVALIDE),
  TITRE_EXIGE(Nature.INVALIDE),
  TEXTE_TROP_LONG(Nature.INVALIDE),
  PERSONNE_INCONNUE(Nature.INVALIDE),
  BUREAU_INCONNU(Nature.INVALIDE),
  HIERARCHIE_EN_BOUCLE(Nature.INVALIDE),
  FICHE_MODIFIEE(Nature.CONFLIT),
  BUREAU_EMPLOYE(Nature.INTERDIT),
  BUREAU_A_SERVI(Nature.INTERDIT),
  UTILISATEUR_INTROUVABLE(Nature.INTROUVABLE),
  LOGIN_INVALIDE(Nature.INVALIDE),
  IDENTIFIANT_PRIS(Nature.INVALIDE),
  IDENTITE_INCOMPLETE(Nature.INVALIDE),
  COURRIEL_INVALIDE(Nature.INVALIDE),
  CHAMP_VERROUILLE(Nature.INTERDIT),
  DERNIER_ADMINISTRATEUR(Nature.INTERDIT),
  ROLE_RESERVE(Nature.INTERDIT);

  private final Nature nature;

  ErreurOrganisation(Nature nature) {
    this.nature = nature;
  }

  @Override
  public Nature nature() {
    return nature;
  }
}
