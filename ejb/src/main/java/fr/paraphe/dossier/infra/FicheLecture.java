package fr.paraphe.dossier.infra;

import fr.paraphe.circuit.Exigences;
import fr.paraphe.dossier.AnnotationVue;
import fr.paraphe.dossier.EtapeVue;
import fr.paraphe.dossier.FicheDossier;
import fr.paraphe.dossier.MetadonneeExigee;
import fr.paraphe.dossier.modele.Auteur;
import fr.paraphe.dossier.modele.Decision;
import fr.paraphe.dossier.modele.Dossier;
import fr.paraphe.dossier.modele.Droits;
import fr.paraphe.dossier.modele.Etape;
import fr.paraphe.dossier.modele.Porte;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.socle.Horloge;
import fr.paraphe.typologie.Cadres;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compose la fiche d’un dossier ; le nombre de requêtes ne dépend pas de sa taille. */
@Dependent
public class FicheLecture {

  private final NomsLecture noms;
  private final DocumentLecture documents;
  private final SignatureLecture signatures;
  private final ConnecteurLecture historique;
  private final Cadres cadres;
  private final Horloge horloge;

  @Inject
  public FicheLecture(
      NomsLecture noms,
      DocumentLecture documents,
      SignatureLecture signatures,
      ConnecteurLecture historique,
      Cadres cadres,
      Horloge horloge) {
    this.noms = noms;
    this.documents = documents;
    this.signatures = signatures;
    this.historique = historique;
    this.cadres = cadres;
    this.horloge = horloge;
  }

  public FicheDossier lire(Acteur acteur, Dossier d) {
    NomsLecture.Noms n = noms.lire(d);
    Optional<Etape> courante = d.courante().filter(e -> d.etat().enCirculation());
    boolean aTraiter = courante.filter(e -> e.action().aTraiter()).isPresent();
    return new FicheDossier(
        d.identifiant(),
        Porte.repere(d),
        d.titre(),
        n.type(),
        n.sousType(),
        d.etat(),
        d.statut(),
        d.visibilite(),
        d.dateLimite(),
        aTraiter ? CorbeilleLecture.joursRetard(d.dateLimite(), horloge.aujourdhui()) : 0,
        d.creeLe(),
        d.emisLe(),
        n.personne(d.emetteur()),
        d.bureauEmetteur(),
        n.bureau(d.bureauEmetteur()),
        courante.map(Etape::action),
        courante.map(Etape::bureau),
        courante.map(e -> n.bureau(e.bureau())).orElse(""),
        noms.metadonnees(d),
        exigees(acteur, d),
        documents.vues(d),
        d.etapes().stream().filter(FicheLecture::montrable).map(e -> vue(e, d, n)).toList(),
        annotations(acteur, d, n),
        signatures.vues(d, n),
        historique.evenements(d.id()),
        Droits.actions(acteur, d),
        agitPour(acteur, d, n));
  }

  private List<MetadonneeExigee> exigees(Acteur acteur, Dossier d) {
    Exigences e =
        d.etat().enCirculation()
            ? Droits.titre(acteur, d).map(a -> d.active(a).exigences()).orElse(Exigences.AUCUNE)
            : Exigences.AUCUNE;
    Set<String> toutes = new LinkedHashSet<>(e.validation());
    toutes.addAll(e.rejet());
    Map<String, String> valeurs = d.metadonnees().valeurs();
    return cadres.decrire(d.collectivite(), toutes).stream()
        .map(
            m ->
                new MetadonneeExigee(
                    m,
                    valeurs.getOrDefault(m.nomCourt(), ""),
                    e.validation().contains(m.nomCourt()),
                    e.rejet().contains(m.nomCourt())))
        .toList();
  }

  /** Une étape que le rejet ou l’effacement a rendue sans objet n’est plus montrée. */
  private static boolean montrable(Etape etape) {
    return etape.decision().filter(Decision.SANS_OBJET::equals).isEmpty();
  }

  private static EtapeVue vue(Etape e, Dossier d, NomsLecture.Noms n) {
    return new EtapeVue(
        e.tour(),
        e.mode(),
        e.action(),
        n.bureau(e.bureau()),
        n.proprietaires(e.bureau()),
        d.etat().enCirculation() && d.actives().contains(e),
        e.arriveeLe(),
        e.decision().map(Enum::name).orElse(null),
        e.decideeLe(),
        e.decideePar() == null ? "" : n.personne(e.decideePar()),
        e.delegation() == null ? "" : n.bureau(e.bureau()),
        e.annotationPublique());
  }

  private static List<AnnotationVue> annotations(Acteur acteur, Dossier d, NomsLecture.Noms n) {
    List<AnnotationVue> annotations = new ArrayList<>();
    List<Etape> etapes = d.etapes();
    for (Etape e : etapes) {
      if (e.decideePar() != null) {
        ajouter(annotations, e, e.annotationPublique(), false, n);
        if (priveeLisible(acteur, d, e)) {
          ajouter(annotations, e, e.annotationPrivee(), true, n);
        }
      }
    }
    return annotations;
  }

  /** L’annotation privée est pour l’acteur suivant, et pour qui l’a écrite (features.md §2.12). */
  private static boolean priveeLisible(Acteur acteur, Dossier d, Etape ecrite) {
    boolean auteur = ecrite.decideePar() == acteur.id().valeur();
    Optional<Etape> suivante =
        d.etapes().stream()
            .filter(e -> e.rang() > ecrite.rang())
            .filter(FicheLecture::montrable)
            .findFirst();
    boolean charge = suivante.filter(e -> acteur.possede(e.bureau())).isPresent();
    boolean delegue = suivante.equals(d.courante()) && Droits.titre(acteur, d).isPresent();
    return auteur || charge || delegue;
  }

  private static void ajouter(
      List<AnnotationVue> annotations, Etape e, String texte, boolean privee, NomsLecture.Noms n) {
    if (!texte.isEmpty()) {
      annotations.add(
          new AnnotationVue(
              e.decideeLe(), n.personne(e.decideePar()), n.bureau(e.bureau()), texte, privee));
    }
  }

  private static String agitPour(Acteur acteur, Dossier d, NomsLecture.Noms n) {
    return Droits.titre(acteur, d)
        .filter(a -> a.delegation() != null)
        .map(Auteur::bureau)
        .map((BureauId b) -> n.bureau(b))
        .orElse("");
  }
}
