package fr.paraphe.outils.controle;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.NatureFait;
import fr.paraphe.outils.controle.DossierLu.Etape;
import fr.paraphe.outils.controle.DossierLu.Issue;
import fr.paraphe.outils.controle.DossierLu.Ligne;
import fr.paraphe.outils.controle.DossierLu.Situation;
import fr.paraphe.outils.controle.DossierLu.Suivi;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Le journal d’un dossier, rejoué ligne après ligne par les règles de sa vie : chaque ligne doit
 * être permise là où elle tombe, et la fin doit être exactement ce que la base garde (quality.md
 * I2, I3). Les règles sont récrites ici, à part de l’agrégat qu’elles jugent.
 */
final class Rejeu {

  private static final String SANS_OBJET = "SANS_OBJET";
  private static final Set<String> REPRENABLES = Set.of("EMIS", "VISE");

  private final DossierLu dossier;
  private final Map<Long, Suivi> suivis = new LinkedHashMap<>();
  private EtatDossier etat;
  private String statut;
  private Instant creeLe;
  private Instant emisLe;
  private Instant closLe;
  private int arriveesDues;
  private String refus;

  private Rejeu(DossierLu dossier) {
    this.dossier = dossier;
    dossier.etapes().stream()
        .filter(e -> !action(e, ActionDemandee.CORRECTION))
        .forEach(e -> suivis.put(e.id(), Suivi.RIEN));
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
    return Comparaison.fautes(dossier, rejeu.situation(), rejeu.suivis);
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
      case EFFACEMENT -> effacer(ligne);
      case RETRAIT -> retirer(ligne);
    }
  }

  private void creer(Ligne ligne) {
    exiger(etat == null, "le dossier existe déjà");
    exiger(courante().isPresent(), "le dossier n’a aucune étape");
    if (refus == null) {
      etat = EtatDossier.BROUILLON;
      creeLe = ligne.instant();
      poser(courante().get(), Suivi.RIEN.arrivee(ligne.instant()));
    }
  }

  private void emettre(Ligne ligne) {
    exiger(etat == EtatDossier.BROUILLON, "le dossier n’est pas un brouillon");
    exiger(attend(ActionDemandee.EMISSION), "il n’attend pas d’être émis");
    if (refus == null) {
      conclure(courante().get(), ligne.issue("EMIS"), null);
      etat = EtatDossier.EN_COURS;
      emisLe = ligne.instant();
      arriveesDues = actives().size();
    }
  }

  private void arriver(boolean fin, Ligne ligne) {
    exiger(etat == EtatDossier.EN_COURS && arriveesDues > 0, "aucune arrivée n’est attendue ici");
    exigerActive(ligne);
    exiger(fin == attend(ActionDemandee.ARCHIVAGE), "ce n’est pas ce qu’attend cette étape");
    if (refus == null) {
      Etape etape = designee(ligne);
      exiger(suivi(etape).arriveeLe() == null, "le dossier y était déjà arrivé");
      poser(etape, suivi(etape).arrivee(ligne.instant()));
      arriveesDues--;
      etat = fin ? EtatDossier.TERMINE : etat;
    }
  }

  /** Une étape parallèle dit quels bureaux manquent encore. */
  private void attendre(Ligne ligne) {
    exigerEnCours();
    exigerActive(ligne);
    exiger(actives().size() < groupe(designee(ligne)).size(), "aucun bureau n’avait décidé ici");
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
      exiger(suivi(etape).lueLe() == null, "l’étape était déjà lue");
      poser(etape, suivi(etape).lue(ligne.instant()));
    }
  }

  private void decider(ActionDemandee action, String decision, Ligne ligne) {
    exigerEnCours();
    exigerActive(ligne);
    exiger(attend(action), "l’étape demande autre chose");
    if (refus == null) {
      Etape etape = designee(ligne);
      conclure(etape, ligne.issue(decision), ligne.annotation());
      if (accompli(etape)) {
        suffire(etape, ligne.instant());
        arriveesDues = actives().size();
      }
    }
  }

  private void rejeter(Ligne ligne) {
    exigerEnCours();
    exigerActive(ligne);
    exiger(!attend(ActionDemandee.ARCHIVAGE), "une fin de circuit ne se rejette pas");
    Optional<Etape> correction = correctionSuivante();
    exiger(correction.isPresent(), "le dossier n’a pas l’étape de correction qu’un rejet laisse");
    if (refus == null) {
      conclure(designee(ligne), ligne.issue("REJETE"), ligne.annotation());
      abandonner(ligne.instant());
      poser(correction.get(), Suivi.RIEN.arrivee(ligne.instant()));
      etat = EtatDossier.REJETE;
    }
  }

  private void reprendre(Ligne ligne) {
    exigerEnCours();
    Optional<Etape> reprise = precedente();
    exiger(etape(ligne.etape()).equals(reprise), "ce n’est pas la dernière étape décidée");
    exiger(
        reprise.map(e -> suivi(e).issue().decision()).filter(REPRENABLES::contains).isPresent(),
        "cette décision ne se reprend pas");
    if (refus == null) {
      exiger(
          actives().stream().allMatch(e -> suivi(e).lueLe() == null),
          "l’étape suivante avait été ouverte");
      actives().forEach(e -> poser(e, Suivi.RIEN));
      groupe(reprise.get()).stream().filter(this::sansObjet).forEach(this::rouvrir);
      boolean emission = action(reprise.get(), ActionDemandee.EMISSION);
      Instant lue = emission ? null : ligne.instant();
      poser(reprise.get(), suivi(reprise.get()).reprise(lue));
      etat = emission ? EtatDossier.BROUILLON : etat;
      emisLe = emission ? null : emisLe;
    }
  }

  private void archiver(Ligne ligne) {
    exiger(etat == EtatDossier.TERMINE, "le circuit n’est pas terminé");
    if (refus == null) {
      conclure(courante().get(), ligne.issue("ARCHIVE"), null);
      clore(EtatDossier.ARCHIVE, ligne);
    }
  }

  private void effacer(Ligne ligne) {
    boolean permis =
        etat == EtatDossier.BROUILLON || etat == EtatDossier.REJETE || etat == EtatDossier.TERMINE;
    exiger(permis, "un dossier dans cet état ne s’efface pas");
    if (refus == null) {
      abandonner(ligne.instant());
      clore(EtatDossier.SUPPRIME, ligne);
    }
  }

  private void retirer(Ligne ligne) {
    exiger(etat != null && closLe == null, "le dossier n’est pas en circulation");
    if (refus == null) {
      abandonner(ligne.instant());
      clore(EtatDossier.SUPPRIME, ligne);
    }
  }

  private void clore(EtatDossier fin, Ligne ligne) {
    etat = fin;
    closLe = ligne.instant();
  }

  // ---- ce qui est permis

  private void exigerStatut(NatureFait nature, Ligne ligne) {
    String attendu = StatutAttendu.de(nature, etape(ligne.etape()), statut);
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
    Optional<Etape> designee = etape(ligne.etape());
    exiger(designee.isPresent(), "elle désigne une étape que le dossier n’a pas");
    String attente = courante().map(e -> "le dossier attend à l’" + e.nom()).orElse("");
    exiger(designee.filter(actives()::contains).isPresent(), attente);
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
    return courante().filter(e -> action(e, action)).isPresent();
  }

  private static boolean action(Etape etape, ActionDemandee action) {
    return etape.action().equals(action.name());
  }

  // ---- les étapes, au point où en est le rejeu

  /** Là où le dossier attend ; plusieurs étapes si elles sont parallèles. */
  private List<Etape> actives() {
    List<Etape> attendues =
        dossier.etapes().stream()
            .filter(e -> suivis.containsKey(e.id()) && suivi(e).issue() == null)
            .toList();
    return attendues.stream().filter(e -> e.rang() == attendues.get(0).rang()).toList();
  }

  private Optional<Etape> courante() {
    return actives().stream().findFirst();
  }

  /** La dernière décidée du rang qui précède. */
  private Optional<Etape> precedente() {
    return dossier.etapes().stream()
        .filter(e -> suivis.containsKey(e.id()) && suivi(e).issue() != null)
        .filter(e -> e.rang() < courante().map(Etape::rang).orElse(Integer.MAX_VALUE))
        .reduce((a, b) -> b)
        .flatMap(e -> groupe(e).stream().filter(d -> !sansObjet(d)).max(this::ordreDeDecision));
  }

  private int ordreDeDecision(Etape a, Etape b) {
    return suivi(a).issue().instant().compareTo(suivi(b).issue().instant());
  }

  private List<Etape> groupe(Etape etape) {
    return dossier.etapes().stream()
        .filter(e -> e.rang() == etape.rang() && suivis.containsKey(e.id()))
        .toList();
  }

  private boolean accompli(Etape etape) {
    int bureaux = groupe(etape).size();
    Integer requis = etape.place().requis();
    int suffit = "ET".equals(etape.place().mode()) ? (requis == null ? bureaux : requis) : 1;
    return groupe(etape).stream().filter(e -> suivi(e).issue() != null).count()
        >= Math.min(suffit, bureaux);
  }

  private void suffire(Etape etape, Instant instant) {
    Issue sansObjet = new Issue(SANS_OBJET, instant, null, null, null);
    groupe(etape).stream()
        .filter(e -> suivi(e).issue() == null)
        .forEach(e -> conclure(e, sansObjet, null));
  }

  private boolean sansObjet(Etape etape) {
    Issue issue = suivi(etape).issue();
    return issue != null && SANS_OBJET.equals(issue.decision());
  }

  private void rouvrir(Etape etape) {
    Suivi s = suivi(etape);
    poser(etape, new Suivi(s.arriveeLe(), s.lueLe(), null, null));
  }

  /** L’étape que la ligne désigne ; à n’appeler qu’une fois {@link #exigerActive} satisfaite. */
  private Etape designee(Ligne ligne) {
    return etape(ligne.etape()).orElseThrow();
  }

  private Optional<Etape> correctionSuivante() {
    return dossier.etapes().stream().filter(e -> !suivis.containsKey(e.id())).findFirst();
  }

  private Optional<Etape> etape(Long id) {
    return dossier.etapes().stream().filter(e -> id != null && e.id() == id).findFirst();
  }

  private Suivi suivi(Etape etape) {
    return suivis.get(etape.id());
  }

  private void poser(Etape etape, Suivi suivi) {
    suivis.put(etape.id(), suivi);
  }

  private void conclure(Etape etape, Issue issue, String annotation) {
    poser(etape, suivi(etape).decidee(issue, annotation));
  }

  private void abandonner(Instant instant) {
    Issue sansObjet = new Issue(SANS_OBJET, instant, null, null, null);
    suivis.replaceAll((id, s) -> s.issue() == null ? s.decidee(sansObjet, null) : s);
  }
}
