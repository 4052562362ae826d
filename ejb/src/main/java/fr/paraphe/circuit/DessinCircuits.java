package fr.paraphe.circuit;

import fr.paraphe.circuit.infra.LectureCircuits;
import fr.paraphe.circuit.infra.TenueCircuits;
import fr.paraphe.circuit.modele.RegleDessin;
import fr.paraphe.organisation.ActeAdministration;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.ActeurCourant;
import fr.paraphe.organisation.Attribution;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.Changements;
import fr.paraphe.organisation.DroitsAdministration;
import fr.paraphe.organisation.FaitAdministration;
import fr.paraphe.organisation.ObjetAdministre;
import fr.paraphe.organisation.Roles;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;

/**
 * L’administration des circuits. Modifier un circuit ne change aucun dossier en cours : chacun a sa
 * copie. Celui d’une autre collectivité est introuvable.
 */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class DessinCircuits {

  private ActeurCourant acteurs;
  private LectureCircuits lecture;
  private TenueCircuits tenue;
  private Essais essais;
  private Event<FaitAdministration> faits;

  protected DessinCircuits() {}

  @Inject
  public DessinCircuits(
      ActeurCourant acteurs,
      LectureCircuits lecture,
      TenueCircuits tenue,
      Essais essais,
      Event<FaitAdministration> faits) {
    this.acteurs = acteurs;
    this.lecture = lecture;
    this.tenue = tenue;
    this.essais = essais;
    this.faits = faits;
  }

  /**
   * @param texte cherché dans le nom, sans accent ni casse ; vide : tous
   */
  public Lot<CircuitTrouve> chercher(String texte, Tranche tranche) {
    return lecture.chercher(exiger().collectivite(), texte, tranche);
  }

  public FicheCircuit lire(int id) {
    return lecture.lire(exiger().collectivite(), id);
  }

  /**
   * @throws ErreurMetier dessin refusé, bureau ou métadonnée inconnus, nom pris
   */
  public int creer(ReglageCircuit reglage) {
    Acteur acteur = exiger();
    RegleDessin.verifier(reglage);
    int id = tenue.creer(acteur.collectivite(), reglage);
    ReglageCircuit vide = new ReglageCircuit("", "", List.of(), List.of(), false);
    publier(acteur, ActeAdministration.CREER, vide, reglage);
    return id;
  }

  /**
   * @param version celle de la fiche lue
   * @throws ErreurMetier {@link ErreurCircuit#CIRCUIT_MODIFIE}, et ceux de {@link #creer}
   */
  public void modifier(int id, int version, ReglageCircuit reglage) {
    Acteur acteur = exiger();
    ReglageCircuit avant = lecture.lire(acteur.collectivite(), id).reglage();
    RegleDessin.verifier(reglage);
    tenue.modifier(acteur.collectivite(), id, version, reglage);
    publier(acteur, ActeAdministration.MODIFIER, avant, reglage);
  }

  /** Le même dessin sous un autre nom. */
  public int copier(int id, String nom) {
    ReglageCircuit modele = lecture.lire(exiger().collectivite(), id).reglage();
    return creer(
        new ReglageCircuit(
            nom,
            modele.bureauFinal(),
            modele.etapes(),
            modele.notifies(),
            modele.notifieEmetteur()));
  }

  /**
   * @throws ErreurMetier {@link ErreurCircuit#CIRCUIT_EMPLOYE} tant qu’un sous-type le donne
   */
  public void supprimer(int id, int version) {
    Acteur acteur = exiger();
    FicheCircuit fiche = lecture.lire(acteur.collectivite(), id);
    if (!fiche.emplois().isEmpty()) {
      throw new ErreurMetier(
              ErreurCircuit.CIRCUIT_EMPLOYE,
              "Ce circuit sert encore à " + String.join(", ", fiche.emplois()) + ".")
          .avec(String.join(", ", fiche.emplois()));
    }
    tenue.supprimer(acteur.collectivite(), id, version);
    publier(acteur, ActeAdministration.SUPPRIMER, fiche.reglage(), fiche.reglage());
  }

  /** Qui recevrait un dossier sur ce circuit, tel qu’il est enregistré. */
  public Essai essayer(int id, DemandeEssai demande) {
    Acteur acteur = exiger();
    lecture.lire(acteur.collectivite(), id);
    BureauId emetteur = tenue.bureaux(acteur.collectivite(), List.of(demande.emetteur())).get(0);
    return essais.essayer(
        acteur.collectivite(),
        id,
        emetteur,
        tenue.bureaux(acteur.collectivite(), demande.variables()),
        demande.jour());
  }

  private Acteur exiger() {
    Acteur acteur = acteurs.exiger();
    DroitsAdministration.exigerChanger(acteur, Attribution.CIRCUITS);
    return acteur;
  }

  private void publier(
      Acteur acteur, ActeAdministration acte, ReglageCircuit avant, ReglageCircuit apres) {
    Changements c =
        new Changements()
            .comparer("nom", avant.nom(), apres.nom())
            .comparer("bureauFinal", avant.bureauFinal(), apres.bureauFinal())
            .comparer("etapes", dessin(avant), dessin(apres))
            .comparer("notifies", avant.notifies(), apres.notifies())
            .comparer("notifieEmetteur", avant.notifieEmetteur(), apres.notifieEmetteur());
    if (acte != ActeAdministration.MODIFIER || !c.aucun()) {
      faits.fire(FaitAdministration.de(acteur, ObjetAdministre.CIRCUIT, acte, apres.nom(), c));
    }
  }

  private static String dessin(ReglageCircuit r) {
    return String.join(
        " ; ",
        IntStream.range(0, r.etapes().size())
            .mapToObj(i -> (i + 1) + ". " + r.etapes().get(i))
            .toList());
  }
}
