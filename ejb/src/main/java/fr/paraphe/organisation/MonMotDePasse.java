package fr.paraphe.organisation;

import fr.paraphe.organisation.infra.Devinette;
import fr.paraphe.organisation.infra.MotDePasseRepository;
import fr.paraphe.organisation.infra.MotDePasseRepository.Actuel;
import fr.paraphe.organisation.modele.RegleMotDePasse;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Transactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/** Une personne change son mot de passe : le sien, en donnant l’actuel. */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class MonMotDePasse {

  private ActeurCourant acteurs;
  private MotDePasseRepository secrets;
  private Devinette devinette;
  private Transactions transactions;
  private Event<FaitAdministration> faits;

  protected MonMotDePasse() {}

  @Inject
  public MonMotDePasse(
      ActeurCourant acteurs,
      MotDePasseRepository secrets,
      Devinette devinette,
      Transactions transactions,
      Event<FaitAdministration> faits) {
    this.acteurs = acteurs;
    this.secrets = secrets;
    this.devinette = devinette;
    this.transactions = transactions;
    this.faits = faits;
  }

  /**
   * L’ancien cesse aussitôt d’ouvrir, par tous les chemins. Un actuel faux compte comme un échec de
   * connexion ; pendant le blocage, le bon est refusé avec la même phrase.
   *
   * @throws ErreurMetier {@link ErreurOrganisation#MOT_DE_PASSE_ACTUEL_FAUX}, {@link
   *     ErreurOrganisation#MOT_DE_PASSE_AILLEURS}, ou la règle que le nouveau enfreint
   */
  public void changer(String actuel, String nouveau) {
    Acteur acteur = acteurs.exiger();
    Actuel connu = secrets.lire(acteur);
    if (connu == null) {
      throw new ErreurMetier(
          ErreurOrganisation.MOT_DE_PASSE_AILLEURS,
          "Votre mot de passe n’est pas tenu par le parapheur : changez-le dans l’annuaire de votre collectivité.");
    }
    exigerActuel(acteur, connu, actuel);
    exigerBon(acteur, connu, actuel, nouveau);
    if (!secrets.remplacer(acteur, connu, nouveau)) {
      throw faux();
    }
    faits.fire(
        FaitAdministration.de(
            acteur,
            ObjetAdministre.UTILISATEUR,
            ActeAdministration.MODIFIER,
            (acteur.prenom() + " " + acteur.nom()).strip(),
            new Changements().comparer("motDePasse", "", "remplacé")));
  }

  private void exigerActuel(Acteur acteur, Actuel connu, String propose) {
    if (connu.ouvrePar(propose)) {
      return;
    }
    if (!connu.bloque()) {
      transactions.nouvelle(
          () -> {
            secrets.noterEchec(acteur);
            return null;
          });
    }
    throw faux();
  }

  private void exigerBon(Acteur acteur, Actuel connu, String actuel, String nouveau) {
    if (nouveau.equals(actuel)) {
      throw new ErreurMetier(
          ErreurOrganisation.MOT_DE_PASSE_INCHANGE,
          "Le nouveau mot de passe est l’actuel : choisissez-en un autre.");
    }
    String identifiant = acteur.login().substring(0, acteur.login().lastIndexOf('@'));
    RegleMotDePasse.verifier(
        nouveau,
        List.of(identifiant, acteur.prenom(), acteur.nom(), connu.collectivite(), connu.domaine()));
    if (!devinette.resiste(nouveau)) {
      throw new ErreurMetier(
          ErreurOrganisation.MOT_DE_PASSE_DEVINABLE,
          "Ce mot de passe se devine : prenez plutôt quatre ou cinq mots sans lien entre eux.");
    }
  }

  private static ErreurMetier faux() {
    return new ErreurMetier(
        ErreurOrganisation.MOT_DE_PASSE_ACTUEL_FAUX,
        "Le mot de passe actuel n’est pas le bon, ou l’accès est suspendu quelques minutes.");
  }
}
