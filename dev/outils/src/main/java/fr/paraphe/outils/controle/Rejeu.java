package fr.paraphe.outils.controle;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.NatureFait;
import fr.paraphe.outils.controle.DossierLu.Etape;
import fr.paraphe.outils.controle.DossierLu.Ligne;
import fr.paraphe.outils.controle.DossierLu.Situation;
import fr.paraphe.outils.controle.DossierLu.Suivi;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Le journal d’un dossier, rejoué ligne après ligne par les règles de sa vie : chaque ligne doit
 * être permise là où elle tombe, et la fin doit être exactement ce que la base garde (quality.md
 * I2, I3). Les règles sont récrites ici, à part de l’agrégat qu’elles jugent.
 */
final class Rejeu {

  private static final Set<String> REPRENABLES = Set.of("EMIS", "VISE");

  private final DossierLu dossier;
  private final EtapesRejouees etapes;
  private EtatDossier etat;
  private String statut;
  private Instant creeLe;
  private Instant emisLe;
  private Instant closLe;
  private int arriveesDues;
  private String refus;

  private Rejeu(DossierLu dossier) {
    this.dossier = dossier;
    this.etapes = new EtapesRejouees(dossier);
  }

  /** Une phrase par faute ; la première ligne inexplicable arrête le rejeu. */
  static List<String> fautes(DossierLu dossier) {
    Rejeu rejeu = new Rejeu(dossier);
    for (Ligne ligne : dossier.journal()) {
      rejeu.jouer(ligne);
      if (rejeu.refus != null) {
        return List.of(
            "Journal du dossier « "
                + dossier.identifiant()
                + " », ligne "
                + ligne.rang()
                + " ("
                + ligne.nature()
                + ") : "
                + rejeu.refus
                + ".");
      }
    }
    if (rejeu.arriveesDues > 0 || dossier.journal().isEmpty()) {
      return List.of(
          "Journal du dossier « "
              + dossier.identifiant()
              + " » : il s’arrête au milieu d’un acte.");
    }
    return Comparaison.fautes(dossier, rejeu.situation(), rejeu.etapes.suivis());
  }

  private Situation situation() {
    return new Situation(etat.name(), statut, creeLe, emisLe, closLe);
  }

  private void jouer(Ligne ligne) {
    Optional<NatureFait> nature =
        Arrays.stream(NatureFait.values()).filter(n -> n.name().equals(ligne.nature())).findFirst();
    if (nature.isEmpty()) {
      refus = "nature inconnue";
    } else {
      accepter(nature.get(), ligne);
      exigerStatut(nature.get(), ligne);
    }
  }

  private void accepter(NatureFait nature, Ligne ligne) {
    switch (nature) {
      case CREATION -> creer(ligne);
      case EMISSION -> emettre(ligne);
      case ARRIVEE, FIN_DE_CIRCUIT -> arriver(nature == NatureFait.FIN_DE_CIRCUIT, ligne);
      case ATTENTE -> attendre(ligne);
      case ANNOTATION -> exiger(emis() && arriveesDues == 0, "aucun avis n’est attendu ici");
      case LECTURE -> lire(ligne);
      case METADONNEES -> renseigner(ligne);
      case VISA -> decider(ActionDemandee.VISA, "VISE", ligne);
      case SIGNATURE -> decider(ActionDemandee.SIGNATURE, "SIGNE", ligne);
      case CACHET -> decider(ActionDemandee.CACHET, "CACHETE", ligne);
      case REJET -> rejeter(ligne);
      case REMORD -> reprendre(ligne);
      case ARCHIVAGE -> archiver(ligne);
      case MODIFICATION -> modifier(ligne);
      case CORRECTION -> corriger(ligne);
      case EFFACEMENT -> effacer(ligne);
      case RETRAIT -> retirer(ligne);
    }
  }

  private void creer(Ligne ligne) {
    exiger(etat == null, "le dossier existe déjà");
    exiger(etapes.courante().isPresent(), "le dossier n’a aucune étape");
    if (refus == null) {
      etat = EtatDossier.BROUILLON;
      creeLe = ligne.instant();
      etapes.poser(etapes.courante().get(), Suivi.RIEN.arrivee(ligne.instant()));
    }
  }

  private void emettre(Ligne ligne) {
    exiger(etat == EtatDossier.BROUILLON, "le dossier n’est pas un brouillon");
    exiger(attend(ActionDemandee.EMISSION), "il n’attend pas d’être émis");
    if (refus == null) {
      etapes.conclure(etapes.courante().get(), ligne.issue("EMIS"), null);
      etat = EtatDossier.EN_COURS;
      emisLe = ligne.instant();
      arriveesDues = etapes.actives().size();
    }
  }

  private void arriver(boolean fin, Ligne ligne) {
    exiger(etat == EtatDossier.EN_COURS && arriveesDues > 0, "aucune arrivée n’est attendue ici");
    exigerActive(ligne);
    exiger(fin == attend(ActionDemandee.ARCHIVAGE), "ce n’est pas ce qu’attend cette étape");
    if (refus == null) {
      Etape etape = designee(ligne);
      exiger(etapes.suivi(etape).arriveeLe() == null, "le dossier y était déjà arrivé");
      etapes.poser(etape, etapes.suivi(etape).arrivee(ligne.instant()));
      arriveesDues--;
      etat = fin ? EtatDossier.TERMINE : etat;
    }
  }

  /** Une étape parallèle dit quels bureaux manquent encore. */
  private void attendre(Ligne ligne) {
    exigerEnCours();
    exigerActive(ligne);
    exiger(
        etapes.actives().size() < etapes.groupe(designee(ligne)).size(),
        "aucun bureau n’avait décidé ici");
  }

  private void renseigner(Ligne ligne) {
    exigerEnCours();
    exigerActive(ligne);
  }

  private void lire(Ligne ligne) {
    exigerEnCours();
    exigerActive(ligne);
    if (refus == null) {
      Etape etape = designee(ligne);
      exiger(etapes.suivi(etape).lueLe() == null, "l’étape était déjà lue");
      etapes.poser(etape, etapes.suivi(etape).lue(ligne.instant()));
    }
  }

  private void decider(ActionDemandee action, String decision, Ligne ligne) {
    exigerEnCours();
    exigerActive(ligne);
    exiger(attend(action), "l’étape demande autre chose");
    if (refus == null) {
      Etape etape = designee(ligne);
      etapes.conclure(etape, ligne.issue(decision), ligne.annotation());
      if (etapes.accompli(etape)) {
        etapes.suffire(etape, ligne.instant());
        arriveesDues = etapes.actives().size();
      }
    }
  }

  private void rejeter(Ligne ligne) {
    exigerEnCours();
    exigerActive(ligne);
    exiger(!attend(ActionDemandee.ARCHIVAGE), "une fin de circuit ne se rejette pas");
    Optional<Etape> correction = etapes.correctionSuivante();
    exiger(correction.isPresent(), "le dossier n’a pas l’étape de correction qu’un rejet laisse");
    if (refus == null) {
      etapes.conclure(designee(ligne), ligne.issue("REJETE"), ligne.annotation());
      etapes.abandonner(ligne.instant());
      etapes.poser(correction.get(), Suivi.RIEN.arrivee(ligne.instant()));
      etat = EtatDossier.REJETE;
    }
  }

  private void reprendre(Ligne ligne) {
    exigerEnCours();
    Optional<Etape> reprise = etapes.precedente();
    exiger(etapes.etape(ligne.etape()).equals(reprise), "ce n’est pas la dernière étape décidée");
    exiger(
        reprise
            .map(e -> etapes.suivi(e).issue().decision())
            .filter(REPRENABLES::contains)
            .isPresent(),
        "cette décision ne se reprend pas");
    if (refus == null) {
      exiger(
          etapes.actives().stream().allMatch(e -> etapes.suivi(e).lueLe() == null),
          "l’étape suivante avait été ouverte");
      etapes.actives().forEach(e -> etapes.poser(e, Suivi.RIEN));
      etapes.groupe(reprise.get()).stream().filter(etapes::sansObjet).forEach(etapes::rouvrir);
      boolean emission = EtapesRejouees.action(reprise.get(), ActionDemandee.EMISSION);
      Instant lue = emission ? null : ligne.instant();
      etapes.poser(reprise.get(), etapes.suivi(reprise.get()).reprise(lue));
      etat = emission ? EtatDossier.BROUILLON : etat;
      emisLe = emission ? null : emisLe;
    }
  }

  private void archiver(Ligne ligne) {
    exiger(etat == EtatDossier.TERMINE, "le circuit n’est pas terminé");
    if (refus == null) {
      etapes.conclure(etapes.courante().get(), ligne.issue("ARCHIVE"), null);
      clore(EtatDossier.ARCHIVE, ligne);
    }
  }

  /** Un autre circuit, s’il y en a un au tour suivant, commence à cet instant. */
  private void modifier(Ligne ligne) {
    exiger(etat == EtatDossier.BROUILLON, "le dossier n’est pas un brouillon");
    int tour = etapes.courante().map(e -> e.place().tour()).orElse(0);
    if (refus == null && commence(tour + 1, ligne.instant())) {
      etapes.abandonner(ligne.instant());
      ouvrirTour(tour + 1, ligne.instant());
    }
  }

  private boolean commence(int tour, Instant instant) {
    return etapes
        .tour(tour)
        .findFirst()
        .filter(e -> instant.equals(e.suivi().arriveeLe()))
        .isPresent();
  }

  private void corriger(Ligne ligne) {
    exiger(etat == EtatDossier.REJETE, "le dossier n’est pas rejeté");
    exigerActive(ligne);
    if (refus == null) {
      Etape correction = designee(ligne);
      etapes.conclure(correction, ligne.issue("CORRIGE"), null);
      ouvrirTour(correction.place().tour() + 1, ligne.instant());
      etat = EtatDossier.BROUILLON;
      emisLe = null;
    }
  }

  private void ouvrirTour(int tour, Instant instant) {
    etapes.tour(tour).forEach(e -> etapes.poser(e, Suivi.RIEN));
    exiger(etapes.courante().isPresent(), "le dossier n’a pas le tour que cette ligne ouvre");
    etapes.courante().ifPresent(e -> etapes.poser(e, Suivi.RIEN.arrivee(instant)));
  }

  private void effacer(Ligne ligne) {
    boolean permis =
        etat == EtatDossier.BROUILLON || etat == EtatDossier.REJETE || etat == EtatDossier.TERMINE;
    exiger(permis, "un dossier dans cet état ne s’efface pas");
    if (refus == null) {
      etapes.abandonner(ligne.instant());
      clore(EtatDossier.SUPPRIME, ligne);
    }
  }

  private void retirer(Ligne ligne) {
    exiger(etat != null && closLe == null, "le dossier n’est pas en circulation");
    if (refus == null) {
      etapes.abandonner(ligne.instant());
      clore(EtatDossier.SUPPRIME, ligne);
    }
  }

  private void clore(EtatDossier fin, Ligne ligne) {
    etat = fin;
    closLe = ligne.instant();
  }

  // ---- ce qui est permis

  private void exigerStatut(NatureFait nature, Ligne ligne) {
    String attendu = StatutAttendu.de(nature, etapes.etape(ligne.etape()), statut);
    exiger(ligne.statut().equals(attendu), "son statut devrait être " + attendu);
    if (nature != NatureFait.ANNOTATION) {
      statut = ligne.statut();
    }
  }

  private void exigerEnCours() {
    exiger(etat == EtatDossier.EN_COURS, "le dossier n’est pas en cours");
    exiger(arriveesDues == 0, "l’acte précédent n’a pas dit où le dossier est arrivé");
  }

  private void exigerActive(Ligne ligne) {
    Optional<Etape> designee = etapes.etape(ligne.etape());
    exiger(designee.isPresent(), "elle désigne une étape que le dossier n’a pas");
    String attente = etapes.courante().map(e -> "le dossier attend à l’" + e.nom()).orElse("");
    exiger(designee.filter(etapes.actives()::contains).isPresent(), attente);
  }

  private void exiger(boolean vrai, String sinon) {
    if (!vrai && refus == null) {
      refus = sinon;
    }
  }

  private boolean emis() {
    return etat == EtatDossier.EN_COURS || etat == EtatDossier.TERMINE;
  }

  private boolean attend(ActionDemandee action) {
    return etapes.courante().filter(e -> EtapesRejouees.action(e, action)).isPresent();
  }

  /** L’étape que la ligne désigne ; à n’appeler qu’une fois {@link #exigerActive} satisfaite. */
  private Etape designee(Ligne ligne) {
    return etapes.etape(ligne.etape()).orElseThrow();
  }
}
