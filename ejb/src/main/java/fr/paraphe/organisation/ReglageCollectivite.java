package fr.paraphe.organisation;

import java.util.Locale;

/**
 * Ce qui se règle d’une collectivité.
 *
 * @param domaine ce qui suit l’arobase à la connexion ; ne change plus après la création
 * @param siren neuf chiffres, ou vide
 */
public record ReglageCollectivite(
    String domaine, String titre, String siren, String ville, String codePostal) {

  public ReglageCollectivite {
    domaine = domaine.strip().toLowerCase(Locale.ROOT);
    titre = titre.strip();
    siren = siren.replace(" ", "").strip();
    ville = ville.strip();
    codePostal = codePostal.strip();
  }
}
