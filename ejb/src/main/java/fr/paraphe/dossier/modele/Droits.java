package fr.paraphe.dossier.modele;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.DelegationActive;
import fr.paraphe.organisation.DroitsAdministration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * La seule fonction d’autorisation du dossier : ce qu’un acteur peut en faire maintenant. Tout ce
 * qui n’est pas écrit ici est refusé.
 */
public final class Droits {

  /** Ce qu’ouvre chaque étape à qui en a la charge. */
  private static final Map<ActionDemandee, Set<Action>> PAR_ETAPE =
      new EnumMap<>(ActionDemandee.class);

  /** Ce que fait qui administre, sans avoir la charge d’aucune étape. */
  private static final Set<Action> ADMINISTRATION = EnumSet.of(Action.SURVEILLER, Action.RETIRER);

  static {
    PAR_ETAPE.put(
        ActionDemandee.EMISSION, EnumSet.of(Action.TRANSMETTRE, Action.MODIFIER, Action.EFFACER));
    PAR_ETAPE.put(ActionDemandee.CORRECTION, EnumSet.of(Action.CORRIGER, Action.EFFACER));
    PAR_ETAPE.put(ActionDemandee.VISA, EnumSet.of(Action.VISER, Action.REJETER));
    PAR_ETAPE.put(ActionDemandee.SIGNATURE, EnumSet.of(Action.SIGNER, Action.REJETER));
    PAR_ETAPE.put(ActionDemandee.CACHET, EnumSet.of(Action.CACHETER, Action.REJETER));
    PAR_ETAPE.put(ActionDemandee.ARCHIVAGE, EnumSet.of(Action.ARCHIVER, Action.EFFACER));
  }

  private Droits() {}

  /**
   * Ce que l’acteur peut faire du dossier ; vide : il n’a pas même le droit de savoir qu’il existe.
   */
  public static Set<Action> actions(Acteur acteur, Dossier dossier) {
    Set<Action> actions = EnumSet.noneOf(Action.class);
    if (!acteur.collectivite().equals(dossier.collectivite())
        || dossier.etat() == EtatDossier.SUPPRIME) {
      return actions;
    }
    if (peutLire(acteur, dossier)) {
      actions.add(Action.LIRE);
    }
    if (dossier.etat().enCirculation()) {
      sesEtapes(acteur, dossier)
          .forEach(e -> actions.addAll(PAR_ETAPE.getOrDefault(e.action(), Set.of())));
    }
    if (dossier.recuperable().flatMap(e -> titre(acteur, dossier, e)).isPresent()) {
      actions.add(Action.RECUPERER);
    }
    if (administre(acteur, dossier)) {
      actions.add(Action.SURVEILLER);
      if (dossier.etat().enCirculation()) {
        actions.add(Action.RETIRER);
      }
    }
    return actions;
  }

  /** Administrer le bureau où le dossier attend, ou celui d’où il vient. */
  private static boolean administre(Acteur acteur, Dossier dossier) {
    return DroitsAdministration.administre(acteur, dossier.bureauEmetteur())
        || dossier.actives().stream()
            .anyMatch(e -> DroitsAdministration.administre(acteur, e.bureau()));
  }

  /** À quel titre l’acteur peut faire cet acte ; vide s’il ne le peut pas. */
  static Optional<Auteur> titre(Acteur acteur, Dossier dossier, Action action) {
    if (ADMINISTRATION.contains(action)) {
      return Optional.of(
          new Auteur(acteur.id(), acteur.nomComplet(), dossier.bureauEmetteur(), null));
    }
    return action == Action.RECUPERER
        ? dossier.recuperable().flatMap(e -> titre(acteur, dossier, e))
        : titre(acteur, dossier);
  }

  /** Vrai si une étape de cette sorte appelle cet acte. */
  static boolean ouvre(ActionDemandee etape, Action action) {
    return PAR_ETAPE.getOrDefault(etape, Set.of()).contains(action);
  }

  /**
   * À quel titre l’acteur a la charge d’une étape active : propriétaire du bureau, sinon délégué.
   * De plusieurs étapes parallèles dont il a la charge, la première ; un bureau à lui d’abord.
   */
  public static Optional<Auteur> titre(Acteur acteur, Dossier dossier) {
    List<Auteur> titres =
        sesEtapes(acteur, dossier).map(e -> titre(acteur, dossier, e).orElseThrow()).toList();
    return titres.stream()
        .filter(a -> a.delegation() == null)
        .findFirst()
        .or(() -> titres.stream().findFirst());
  }

  private static Stream<Etape> sesEtapes(Acteur acteur, Dossier dossier) {
    return dossier.actives().stream().filter(e -> titre(acteur, dossier, e).isPresent());
  }

  private static Optional<Auteur> titre(Acteur acteur, Dossier dossier, Etape etape) {
    BureauId bureau = etape.bureau();
    if (acteur.possede(bureau)) {
      return Optional.of(new Auteur(acteur.id(), acteur.nomComplet(), bureau, null));
    }
    return delegation(acteur, dossier, etape)
        .map(d -> new Auteur(acteur.id(), acteur.nomComplet(), bureau, d.id()));
  }

  /**
   * Publique : toute la collectivité ; de service : le bureau émetteur et ceux qui le dirigent ;
   * toujours : qui est du circuit.
   */
  private static boolean peutLire(Acteur acteur, Dossier dossier) {
    if (dossier.emetteur() == acteur.id().valeur() || acteur.tient(dossier.bureauEmetteur())) {
      return true;
    }
    return dossier.etat() != EtatDossier.BROUILLON
        && (dossier.visibilite() == Visibilite.PUBLIC
            || (dossier.visibilite() == Visibilite.SERVICE
                && acteur.dirige(dossier.bureauEmetteur()))
            || dossier.etapes().stream().anyMatch(e -> concerne(acteur, dossier, e)));
  }

  /** L’acteur tient le bureau de l’étape, en a décidé, ou aurait pu en décider par délégation. */
  private static boolean concerne(Acteur acteur, Dossier dossier, Etape etape) {
    return acteur.tient(etape.bureau())
        || Objects.equals(etape.decideePar(), acteur.id().valeur())
        || delegation(acteur, dossier, etape).isPresent();
  }

  /**
   * Tout se délègue, sauf un brouillon : il n’est qu’au bureau qui le prépare (features.md §3.4).
   */
  private static Optional<DelegationActive> delegation(
      Acteur acteur, Dossier dossier, Etape etape) {
    if (etape.action() == ActionDemandee.EMISSION) {
      return Optional.empty();
    }
    return acteur.delegations().stream()
        .filter(d -> d.bureau().equals(etape.bureau()))
        .filter(d -> etape.arriveeLe() != null && !etape.decideeAvant(d.depuis()))
        .filter(d -> d.couvre(dossier.typeId(), dossier.sousTypeId(), etape.arriveeLe()))
        .findFirst();
  }
}
