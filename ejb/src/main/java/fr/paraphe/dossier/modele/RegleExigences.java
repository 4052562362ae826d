package fr.paraphe.dossier.modele;

import fr.paraphe.circuit.Exigences;
import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.socle.ErreurMetier;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Les métadonnées qu’une étape exige avec la décision (features.md C8, C9). */
final class RegleExigences {

  private static final Set<Action> VALIDATIONS =
      EnumSet.of(Action.VISER, Action.SIGNER, Action.CACHETER);

  private RegleExigences() {}

  /**
   * @throws ErreurMetier METADONNEE_EXIGEE si une valeur manque au dossier et à l’avis ;
   *     METADONNEE_INATTENDUE si l’avis en apporte une que l’étape ne demande pas
   */
  static void controler(Dossier dossier, Auteur auteur, Action action, Avis avis) {
    List<String> exigees = exigees(dossier, auteur, action);
    avis.metadonnees().keySet().stream()
        .filter(nom -> !exigees.contains(nom))
        .findFirst()
        .ifPresent(RegleExigences::refuserInattendue);
    exigees.stream()
        .filter(nom -> !avis.metadonnees().containsKey(nom))
        .filter(nom -> !dossier.metadonnees().valeurs().containsKey(nom))
        .findFirst()
        .ifPresent(RegleExigences::refuserAbsente);
  }

  private static List<String> exigees(Dossier dossier, Auteur auteur, Action action) {
    if (action == Action.REJETER) {
      return exigences(dossier, auteur).rejet();
    }
    return VALIDATIONS.contains(action) ? exigences(dossier, auteur).validation() : List.of();
  }

  private static Exigences exigences(Dossier dossier, Auteur auteur) {
    return dossier.active(auteur).exigences();
  }

  private static void refuserAbsente(String nom) {
    throw new ErreurMetier(
            ErreurDossier.METADONNEE_EXIGEE,
            "Cette étape demande de renseigner la métadonnée « " + nom + " ».")
        .avec(nom);
  }

  private static void refuserInattendue(String nom) {
    throw new ErreurMetier(
            ErreurDossier.METADONNEE_INATTENDUE,
            "Cette étape ne demande pas la métadonnée « " + nom + " ».")
        .avec(nom);
  }
}
