package fr.paraphe.dossier;

import fr.paraphe.socle.CodeErreur;

/** Refus du composant dossier. */
public enum ErreurDossier implements CodeErreur {
  INTROUVABLE(Nature.INTROUVABLE),
  DEJA_PRESENT(Nature.CONFLIT),
  DEJA_TRAITE(Nature.CONFLIT),
  MODIFIE_ENTRE_TEMPS(Nature.CONFLIT),
  ACTION_INTERDITE(Nature.INTERDIT),
  NON_ARCHIVABLE(Nature.INVALIDE),
  NON_EFFACABLE(Nature.INVALIDE),
  NON_EMIS(Nature.INVALIDE),
  NON_RECUPERABLE(Nature.CONFLIT),
  MOTIF_EXIGE(Nature.INVALIDE),
  ANNOTATION_TROP_LONGUE(Nature.INVALIDE),
  METADONNEE_EXIGEE(Nature.INVALIDE),
  METADONNEE_INATTENDUE(Nature.INVALIDE),
  TITRE_INVALIDE(Nature.INVALIDE),
  IDENTIFIANT_INVALIDE(Nature.INVALIDE),
  DOCUMENT_EXIGE(Nature.INVALIDE),
  DOCUMENT_SIGNE(Nature.CONFLIT),
  TROP_DE_DOCUMENTS(Nature.INVALIDE),
  DOSSIER_TROP_GROS(Nature.INVALIDE),
  DOCUMENT_REFUSE(Nature.INVALIDE),
  BUREAU_EMETTEUR_EXIGE(Nature.INVALIDE),
  FORMAT_NON_DISPONIBLE(Nature.INVALIDE),
  CACHET_ABSENT(Nature.INVALIDE),
  PREPARATION_PERIMEE(Nature.CONFLIT),
  PREPARATION_INCONNUE(Nature.INTROUVABLE);

  private final Nature nature;

  ErreurDossier(Nature nature) {
    this.nature = nature;
  }

  @Override
  public Nature nature() {
    return nature;
  }
}
