package fr.paraphe.organisation;

import fr.paraphe.organisation.infra.LectureActeur;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/**
 * L’acteur de l’appel en cours. Relu en base à chaque acte : un compte désactivé cesse d’agir
 * aussitôt.
 */
@Dependent
public class ActeurCourant {

  private final Appelant appelant;
  private final LectureActeur lecture;
  private final Horloge horloge;

  @Inject
  public ActeurCourant(Appelant appelant, LectureActeur lecture, Horloge horloge) {
    this.appelant = appelant;
    this.lecture = lecture;
    this.horloge = horloge;
  }

  /**
   * @throws ErreurMetier {@link ErreurOrganisation#ACTEUR_INCONNU} si personne n’est authentifié ou
   *     si le compte est fermé
   */
  public Acteur exiger() {
    return appelant
        .login()
        .flatMap(login -> lecture.chercher(login, horloge.maintenant()))
        .orElseThrow(
            () ->
                new ErreurMetier(
                    ErreurOrganisation.ACTEUR_INCONNU,
                    "Votre compte n’est plus actif. Rapprochez-vous de votre administrateur."));
  }
}
