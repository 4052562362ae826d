package fr.paraphe.dossier.modele;

import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * La porte des décisions : elle laisse passer, ou refuse en disant pourquoi. Elle ne change rien.
 */
public final class Porte {

  private static final int ANNOTATION_MAX = 4000;
  private static final DateTimeFormatter HEURE = DateTimeFormatter.ofPattern("H:mm");
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private static final Map<Action, String> VERBES =
      Map.ofEntries(
          Map.entry(Action.TRANSMETTRE, "transmettre"),
          Map.entry(Action.VISER, "viser"),
          Map.entry(Action.SIGNER, "signer"),
          Map.entry(Action.CACHETER, "cacheter"),
          Map.entry(Action.REJETER, "rejeter"),
          Map.entry(Action.RECUPERER, "récupérer"),
          Map.entry(Action.ARCHIVER, "archiver"),
          Map.entry(Action.EFFACER, "supprimer"),
          Map.entry(Action.RETIRER, "retirer"),
          Map.entry(Action.MODIFIER, "modifier"),
          Map.entry(Action.CORRIGER, "corriger"));

  private static final Set<Action> MOTIVEES = EnumSet.of(Action.REJETER, Action.RETIRER);

  private static final Map<Decision, String> PARTICIPES =
      Map.of(
          Decision.EMIS, "transmis",
          Decision.VISE, "visé",
          Decision.SIGNE, "signé",
          Decision.CACHETE, "cacheté",
          Decision.REJETE, "rejeté",
          Decision.ARCHIVE, "archivé",
          Decision.CORRIGE, "corrigé");

  private final IntFunction<String> nomUtilisateur;

  /**
   * @param nomUtilisateur « Prénom Nom » d’un utilisateur, pour nommer celui qui a agi avant
   */
  public Porte(IntFunction<String> nomUtilisateur) {
    this.nomUtilisateur = nomUtilisateur;
  }

  /**
   * Rend l’auteur de l’acte.
   *
   * @throws ErreurMetier INTROUVABLE si l’acteur n’a pas même le droit de lire ; DEJA_TRAITE si un
   *     autre a agi ; ACTION_INTERDITE, ANNOTATION_TROP_LONGUE, MOTIF_EXIGE, METADONNEE_EXIGEE,
   *     METADONNEE_INATTENDUE
   */
  public Auteur franchir(Acteur acteur, Dossier dossier, Action action, Avis avis) {
    Set<Action> permises = Droits.actions(acteur, dossier);
    if (permises.isEmpty()) {
      throw introuvable(dossier.identifiant());
    }
    refuserSiAvance(dossier, avis);
    if (!permises.contains(action)) {
      throw refus(acteur, dossier, action);
    }
    controler(action, avis);
    Auteur auteur = Droits.titre(acteur, dossier, action).orElseThrow();
    RegleExigences.controler(dossier, auteur, action, avis);
    return auteur;
  }

  private void refuserSiAvance(Dossier dossier, Avis avis) {
    boolean avance =
        avis.versionVue().isPresent() && avis.versionVue().getAsInt() != repere(dossier);
    if (avance) {
      throw derniere(dossier.etapes())
          .map(this::dejaTraite)
          .orElseGet(
              () ->
                  new ErreurMetier(
                      ErreurDossier.MODIFIE_ENTRE_TEMPS,
                      "Ce dossier a changé depuis que vous l’avez ouvert."));
    }
  }

  /**
   * Repère de l’étape courante, rendu dans la fiche et rappelé dans la décision ; -1 hors de la
   * circulation.
   */
  public static int repere(Dossier dossier) {
    return dossier.etat().enCirculation() ? dossier.courante().map(Etape::rang).orElse(-1) : -1;
  }

  private ErreurMetier refus(Acteur acteur, Dossier dossier, Action action) {
    return derniere(
            dossier.etapes().stream()
                .filter(e -> Droits.ouvre(e.action(), action) && duRangDe(acteur, dossier, e))
                .toList())
        .map(this::dejaTraite)
        .orElseGet(() -> interdit(action));
  }

  private static ErreurMetier interdit(Action action) {
    return new ErreurMetier(
            ErreurDossier.ACTION_INTERDITE,
            "Vous ne pouvez pas "
                + VERBES.getOrDefault(action, "traiter")
                + " ce dossier maintenant : il n’attend pas cet acte de vous.")
        .avec(action);
  }

  /** Vrai si l’acteur décide à ce rang, de cette étape ou d’une parallèle. */
  private static boolean duRangDe(Acteur acteur, Dossier dossier, Etape etape) {
    return new Parcours(dossier.etapes())
        .groupe(etape).stream().anyMatch(e -> agitPour(acteur, e.bureau()));
  }

  private static boolean agitPour(Acteur acteur, BureauId bureau) {
    return acteur.possede(bureau)
        || acteur.delegations().stream().anyMatch(d -> d.bureau().equals(bureau));
  }

  private static Optional<Etape> derniere(List<Etape> etapes) {
    return etapes.stream()
        .filter(e -> e.decideePar() != null)
        .max(Comparator.comparing(Etape::decideeLe).thenComparing(Etape::rang));
  }

  /** « Claire Directrice l’a déjà visé à 10:42. » (UX-28) */
  private ErreurMetier dejaTraite(Etape etape) {
    ZonedDateTime quand = etape.decideeLe().atZone(Horloge.ZONE);
    String participe = etape.decision().map(PARTICIPES::get).orElse("traité");
    String qui = nomUtilisateur.apply(etape.decideePar());
    return new ErreurMetier(
            ErreurDossier.DEJA_TRAITE,
            qui
                + " l’a déjà "
                + participe
                + " le "
                + JOUR.format(quand)
                + " à "
                + HEURE.format(quand)
                + ".")
        .avec(qui, etape.decision().orElse(Decision.SANS_OBJET), etape.decideeLe());
  }

  private static void controler(Action action, Avis avis) {
    if (avis.annotationPublique().length() > ANNOTATION_MAX
        || avis.annotationPrivee().length() > ANNOTATION_MAX) {
      throw new ErreurMetier(
              ErreurDossier.ANNOTATION_TROP_LONGUE,
              "Une annotation ne peut pas dépasser " + ANNOTATION_MAX + " caractères.")
          .avec(ANNOTATION_MAX);
    }
    if (MOTIVEES.contains(action) && avis.annotationPublique().isEmpty()) {
      throw new ErreurMetier(
          ErreurDossier.MOTIF_EXIGE,
          action == Action.REJETER
              ? "Un rejet demande un motif : écrivez ce qui doit être corrigé."
              : "Un retrait demande un motif : il reste au journal.");
    }
  }

  /**
   * Littéral du contrat (soap-contract.md §B.13, §J) : le même pour un dossier inconnu et un
   * dossier interdit.
   */
  public static ErreurMetier introuvable(IdentifiantDossier id) {
    return new ErreurMetier(ErreurDossier.INTROUVABLE, "Dossier " + id + " introuvable.")
        .avec(id.valeur());
  }
}
