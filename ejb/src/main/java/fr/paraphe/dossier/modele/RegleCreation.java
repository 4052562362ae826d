package fr.paraphe.dossier.modele;

import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.typologie.Cadre;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Ce qu’une demande de création doit respecter, règle par règle ; la première qui refuse l’emporte.
 */
@FunctionalInterface
public interface RegleCreation {

  /** Documents principaux d’un sous-type multi-document (features.md §2.7). */
  int PRINCIPAUX_MAX = 6;

  /** Pièces jointes d’un dossier (soap-contract.md §J). */
  int PIECES_MAX = 50;

  int TITRE_MAX = 1000;

  RegleCreation UN_DOCUMENT =
      (c, cadre) ->
          c.principaux().isEmpty()
              ? refus(ErreurDossier.DOCUMENT_EXIGE, "Il manque le document principal.")
              : accord();

  RegleCreation NOMBRE_DE_PRINCIPAUX =
      (c, cadre) -> {
        int max = cadre.multiDocument() ? PRINCIPAUX_MAX : 1;
        return c.principaux().size() <= max
            ? accord()
            : refus(
                ErreurDossier.TROP_DE_DOCUMENTS,
                "Le sous-type "
                    + cadre.sousType()
                    + (max == 1
                        ? " admet 1 document principal ; "
                        : " admet " + max + " documents principaux au plus ; ")
                    + c.principaux().size()
                    + " reçus.",
                max,
                c.principaux().size());
      };

  RegleCreation NOMBRE_DE_PIECES =
      (c, cadre) ->
          c.annexes().size() <= PIECES_MAX
              ? accord()
              : refus(
                  ErreurDossier.TROP_DE_DOCUMENTS,
                  "Un dossier ne peut pas dépasser "
                      + PIECES_MAX
                      + " pièces jointes ; "
                      + c.annexes().size()
                      + " reçues.",
                  PIECES_MAX,
                  c.annexes().size());

  RegleCreation TITRE_SUR_UNE_LIGNE =
      (c, cadre) ->
          c.titre().length() <= TITRE_MAX && c.titre().chars().noneMatch(Character::isISOControl)
              ? accord()
              : refus(
                  ErreurDossier.TITRE_INVALIDE,
                  "Le titre doit tenir sur une ligne de " + TITRE_MAX + " caractères au plus.",
                  TITRE_MAX);

  List<RegleCreation> TOUTES =
      List.of(UN_DOCUMENT, NOMBRE_DE_PRINCIPAUX, NOMBRE_DE_PIECES, TITRE_SUR_UNE_LIGNE);

  Optional<ErreurMetier> refus(CreerDossier commande, Cadre cadre);

  static void verifier(CreerDossier commande, Cadre cadre) {
    TOUTES.stream()
        .map(regle -> regle.refus(commande, cadre))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(
            refus -> {
              throw refus;
            });
  }

  /** UUID minuscule (soap-contract.md §E). */
  static IdentifiantDossier nouvelIdentifiant() {
    return new IdentifiantDossier(UUID.randomUUID().toString());
  }

  static String titre(CreerDossier commande, IdentifiantDossier identifiant) {
    return commande.titre().isBlank() ? identifiant.valeur() : commande.titre().strip();
  }

  private static Optional<ErreurMetier> accord() {
    return Optional.empty();
  }

  private static Optional<ErreurMetier> refus(
      ErreurDossier code, String phrase, Object... valeurs) {
    return Optional.of(new ErreurMetier(code, phrase).avec(valeurs));
  }
}
