package fr.paraphe.dossier;

/**
 * Le DossierID du contrat : la clé du dossier pour les hommes et les connecteurs, unique parmi les
 * dossiers en circulation d’une collectivité. 1 à 600 caractères, sans caractère de contrôle,
 * blancs de bord retirés (soap-contract.md §C, §E). Les caractères que l’ancien dépôt documentaire
 * interdisait sont admis.
 */
public record IdentifiantDossier(String valeur) {

  private static final int LONGUEUR_MAX = 600;

  public IdentifiantDossier {
    valeur = valeur == null ? "" : valeur.strip();
    if (valeur.isEmpty()
        || valeur.length() > LONGUEUR_MAX
        || valeur.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("DossierID impossible");
    }
  }

  @Override
  public String toString() {
    return valeur;
  }
}
