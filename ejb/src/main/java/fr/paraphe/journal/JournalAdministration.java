package fr.paraphe.journal;

import fr.paraphe.journal.infra.LectureJournalSysteme;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.ActeurCourant;
import fr.paraphe.organisation.Attribution;
import fr.paraphe.organisation.DroitsAdministration;
import fr.paraphe.organisation.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Le journal d’administration de la collectivité de qui le lit. */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class JournalAdministration {

  /** Lignes rendues par appel. */
  public static final int TAILLE = 50;

  private ActeurCourant acteurs;
  private LectureJournalSysteme lecture;

  protected JournalAdministration() {}

  @Inject
  public JournalAdministration(ActeurCourant acteurs, LectureJournalSysteme lecture) {
    this.acteurs = acteurs;
    this.lecture = lecture;
  }

  /**
   * Les lignes les plus récentes d’abord, {@link #TAILLE} au plus.
   *
   * @param avant ne rend que les rangs plus petits ; 0 : depuis la dernière
   * @param texte cherché dans le nom de l’acteur et de l’objet ; vide : tout
   */
  public List<LigneAdministration> lire(long avant, String texte) {
    Acteur acteur = acteurs.exiger();
    DroitsAdministration.exigerVoir(acteur, Attribution.JOURNAL);
    return lecture.lire(
        acteur.collectivite(), avant <= 0 ? Long.MAX_VALUE : avant, texte.strip(), TAILLE);
  }
}
