package fr.paraphe.organisation;

import java.util.List;
import java.util.Locale;

/**
 * Tout ce qui se règle d’une personne.
 *
 * @param titre qualité imprimée sous sa signature ; vide : aucune
 * @param ville lieu de signature ; vide : celui de la collectivité
 */
public record ReglageUtilisateur(
    String identifiant,
    String prenom,
    String nom,
    String courriel,
    RoleUtilisateur role,
    String titre,
    String ville,
    String codePostal,
    List<BureauTenu> bureaux) {

  public ReglageUtilisateur {
    identifiant = identifiant.strip().toLowerCase(Locale.ROOT);
    prenom = prenom.strip();
    nom = nom.strip();
    courriel = courriel.strip();
    titre = titre.strip();
    ville = ville.strip();
    codePostal = codePostal.strip();
    bureaux = List.copyOf(bureaux);
  }
}
