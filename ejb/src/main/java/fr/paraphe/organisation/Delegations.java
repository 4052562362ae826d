package fr.paraphe.organisation;

import fr.paraphe.organisation.infra.BureauRepository;
import fr.paraphe.organisation.infra.DelegationRepository;
import fr.paraphe.organisation.modele.Bureau;
import fr.paraphe.organisation.modele.Periode;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Les délégations d’un bureau à un autre, posées par qui possède le bureau ou l’administre. Le
 * délégué agit pour le bureau absent ; l’histoire des dossiers le garde et le montre.
 */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class Delegations {

  private ActeurCourant acteurs;
  private BureauRepository bureaux;
  private DelegationRepository delegations;
  private Event<FaitAdministration> faits;
  private Horloge horloge;

  protected Delegations() {}

  @Inject
  public Delegations(
      ActeurCourant acteurs,
      BureauRepository bureaux,
      DelegationRepository delegations,
      Event<FaitAdministration> faits,
      Horloge horloge) {
    this.acteurs = acteurs;
    this.bureaux = bureaux;
    this.delegations = delegations;
    this.faits = faits;
    this.horloge = horloge;
  }

  /** Les bureaux que possède la personne, par titre (valeur : identifiant). */
  public List<Proposition> mesBureaux() {
    Acteur acteur = acteurs.exiger();
    return acteur.tousSesBureaux().stream()
        .filter(acteur::possede)
        .flatMap(id -> bureaux.lire(acteur.collectivite(), id).stream())
        .map(b -> new Proposition(String.valueOf(b.id()), b.titre()))
        .sorted(java.util.Comparator.comparing(Proposition::libelle))
        .toList();
  }

  public DelegationsDuBureau du(BureauId id) {
    Acteur acteur = acteurs.exiger();
    Bureau bureau = exiger(acteur, id);
    Instant maintenant = horloge.maintenant();
    return new DelegationsDuBureau(
        id,
        bureau.titre(),
        delegations.cibles(acteur.collectivite(), bureau.id()),
        delegations.portees(acteur.collectivite()),
        delegations.donnees(acteur.collectivite(), bureau.id(), maintenant),
        delegations.recues(acteur.collectivite(), bureau.id(), maintenant));
  }

  /**
   * @throws ErreurMetier {@link ErreurOrganisation#DELEGUE_NON_ASSOCIE}, {@link
   *     ErreurOrganisation#DELEGATION_EN_BOUCLE}, {@link ErreurOrganisation#DELEGATION_DEJA_POSEE},
   *     et les refus de {@link Periode#de}
   */
  public void poser(PoserDelegation demande) {
    Acteur acteur = acteurs.exiger();
    Bureau bureau = exiger(acteur, demande.bureau());
    Instant maintenant = horloge.maintenant();
    Periode periode = Periode.de(demande.du(), demande.au(), maintenant);
    Proposition cible =
        choisie(
            delegations.cibles(acteur.collectivite(), bureau.id()),
            String.valueOf(demande.delegue().valeur()),
            ErreurOrganisation.DELEGUE_NON_ASSOCIE,
            "Le délégué se choisit parmi les bureaux associés de ce bureau.");
    exigerPortee(acteur, demande);
    delegations.verrouiller(acteur.collectivite());
    exigerLibre(demande, periode);
    delegations.poser(acteur.collectivite(), acteur.id(), demande, periode, maintenant);
    publier(
        acteur,
        bureau,
        ActeAdministration.CREER,
        new Changements()
            .comparer("delegue", "", cible.libelle())
            .comparer("du", "", Objects.toString(periode.du(), ""))
            .comparer("au", "", Objects.toString(periode.au(), ""))
            .comparer("dossiersEnCours", "", demande.dossiersEnCours())
            .comparer("portee", "", portee(acteur, demande)));
  }

  /**
   * Annule une délégation à venir, ou arrête une délégation en cours ; une passée ne se change pas.
   */
  public void annuler(int id) {
    Acteur acteur = acteurs.exiger();
    int numero =
        delegations.bureau(acteur.collectivite(), id).orElseThrow(Delegations::introuvable);
    Bureau bureau = exiger(acteur, new BureauId(numero));
    Instant maintenant = horloge.maintenant();
    DelegationVue vue =
        delegations.donnees(acteur.collectivite(), numero, maintenant).stream()
            .filter(d -> d.id() == id)
            .findFirst()
            .orElseThrow(Delegations::introuvable);
    switch (vue.etat()) {
      case A_VENIR -> delegations.oter(id);
      case ACTIVE -> delegations.arreter(id, maintenant);
      case PASSEE ->
          throw new ErreurMetier(
              ErreurOrganisation.DELEGATION_PASSEE,
              "Cette délégation est passée : elle reste dans l’histoire telle qu’elle fut.");
    }
    publier(
        acteur,
        bureau,
        ActeAdministration.SUPPRIMER,
        new Changements().comparer("delegue", vue.delegue(), ""));
  }

  private Bureau exiger(Acteur acteur, BureauId id) {
    if (!acteur.possede(id) && !DroitsAdministration.administre(acteur, id)) {
      throw bureauIntrouvable();
    }
    return bureaux.lire(acteur.collectivite(), id).orElseThrow(Delegations::bureauIntrouvable);
  }

  private void exigerPortee(Acteur acteur, PoserDelegation demande) {
    if (demande.type().isPresent() || demande.sousType().isPresent()) {
      choisie(
          delegations.portees(acteur.collectivite()),
          cle(demande),
          ErreurOrganisation.PORTEE_INCONNUE,
          "Ce type de dossier n’existe pas dans la collectivité.");
    }
  }

  private void exigerLibre(PoserDelegation demande, Periode periode) {
    if (delegations.boucle(demande, periode)) {
      throw new ErreurMetier(
          ErreurOrganisation.DELEGATION_EN_BOUCLE,
          "Délégation en boucle : ce délégué délègue déjà, de proche en proche, à ce bureau sur ces dates.");
    }
    delegations
        .dejaNomme(demande, periode)
        .ifPresent(
            titre -> {
              throw new ErreurMetier(
                      ErreurOrganisation.DELEGATION_DEJA_POSEE,
                      "Ces dossiers sont déjà délégués à « "
                          + titre
                          + " » sur une partie de ces dates.")
                  .avec(titre);
            });
  }

  private String portee(Acteur acteur, PoserDelegation demande) {
    return delegations.portees(acteur.collectivite()).stream()
        .filter(p -> p.valeur().equals(cle(demande)))
        .map(Proposition::libelle)
        .findFirst()
        .orElse("");
  }

  private static String cle(PoserDelegation demande) {
    String type = demande.type().map(String::valueOf).orElse("");
    return demande.sousType().map(s -> type + "-" + s).orElse(type);
  }

  private static Proposition choisie(
      List<Proposition> permises, String valeur, ErreurOrganisation code, String phrase) {
    return permises.stream()
        .filter(p -> p.valeur().equals(valeur))
        .findFirst()
        .orElseThrow(() -> new ErreurMetier(code, phrase));
  }

  private void publier(
      Acteur acteur, Bureau bureau, ActeAdministration acte, Changements changements) {
    faits.fire(
        FaitAdministration.de(
            acteur, ObjetAdministre.DELEGATION, acte, bureau.titre(), changements));
  }

  private static ErreurMetier bureauIntrouvable() {
    return new ErreurMetier(ErreurOrganisation.BUREAU_INTROUVABLE, "Ce bureau est introuvable.");
  }

  private static ErreurMetier introuvable() {
    return new ErreurMetier(
        ErreurOrganisation.DELEGATION_INTROUVABLE, "Cette délégation est introuvable.");
  }
}
