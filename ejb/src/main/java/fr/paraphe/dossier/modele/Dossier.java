package fr.paraphe.dossier.modele;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.EtapeResolue;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.NatureDocument;
import fr.paraphe.dossier.NatureFait;
import fr.paraphe.dossier.Piece;
import fr.paraphe.dossier.Statut;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Le dossier et sa vie. Chaque verbe suppose que la porte ({@link Porte}) a dit oui, fait avancer
 * l’état, et laisse des faits que le dépôt publie. L’état, le statut classique et l’étape courante
 * changent ensemble ou pas du tout.
 */
@Entity
@Table(name = "dossier")
@SequenceGenerator(name = "seq_dossier", sequenceName = "seq_dossier", allocationSize = 50)
public class Dossier extends Enveloppe {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seq_dossier")
  private long id;

  @Version private int version;

  @Enumerated(EnumType.STRING)
  private EtatDossier etat;

  private Statut statut;

  @Column(name = "statut_le")
  private Instant statutLe;

  @Column(name = "emis_le")
  private Instant emisLe;

  @Column(name = "clos_le")
  private Instant closLe;

  @OneToMany(mappedBy = "dossier", cascade = CascadeType.PERSIST)
  @OrderBy("rang, creneau")
  private List<Etape> etapes = new ArrayList<>();

  @OneToMany(mappedBy = "dossier", cascade = CascadeType.PERSIST)
  @OrderBy("nature, ordre")
  private List<Document> documents = new ArrayList<>();

  @Transient private final Registre registre = new Registre();

  protected Dossier() {}

  /** Un brouillon sur le bureau de l’auteur, avec sa copie du circuit. */
  public Dossier(
      IdentifiantDossier identifiant,
      Constitution c,
      List<EtapeResolue> circuit,
      Circonstance circonstance) {
    super(identifiant, c, circonstance);
    this.etat = EtatDossier.BROUILLON;
    marquer(Statut.NON_LU, circonstance);
    poserCircuit(circuit, 1);
    Etape emission = courante().orElseThrow();
    emission.arriver(circonstance.instant());
    emission.annoter(circonstance.avis());
    joindre(NatureDocument.PRINCIPAL, c.principaux(), c.pages());
    joindre(NatureDocument.ANNEXE, c.annexes(), c.pages());
    joindre(NatureDocument.SIGNATURE_DETACHEE, c.signatures(), c.pages());
    c.visuel().ifPresent(v -> documents.get(0).visuel(v.blob()));
    registre.noter(NatureFait.CREATION, Statut.NON_LU, circonstance, MotsDuContrat.CREATION);
  }

  private void poserCircuit(List<EtapeResolue> circuit, int tour) {
    ajouterEtape(new EtapeResolue(ActionDemandee.EMISSION, bureauEmetteur()), tour);
    circuit.forEach(prevue -> ajouterEtape(prevue, tour));
  }

  private Etape ajouterEtape(EtapeResolue prevue, int tour) {
    return parcours().ajouter(this, prevue, tour);
  }

  private Parcours parcours() {
    return new Parcours(etapes);
  }

  private void joindre(NatureDocument nature, List<Piece> pieces, Map<Long, Integer> pages) {
    for (Piece piece : pieces) {
      int ordre = (int) documents.stream().filter(d -> d.nature() == nature).count();
      documents.add(new Document(this, nature, ordre, piece, pages.get(piece.blob())));
    }
  }

  // ---- verbes

  /** Un brouillon est récrit ; un autre circuit ouvre un autre tour, l’ancien reste sans objet. */
  public void recrire(Constitution c, List<EtapeResolue> circuit, Circonstance circonstance) {
    recrire(c);
    remplacer(NatureDocument.PRINCIPAL, c.principaux(), c.pages());
    remplacer(NatureDocument.ANNEXE, c.annexes(), c.pages());
    registre.noter(
        NatureFait.MODIFICATION, statut, circonstance, null, MotsDuContrat.MODIFICATION, false);
    if (!parcours().suit(courante().orElseThrow(), circuit)) {
      parcours().abandonner(circonstance.instant());
      ouvrirTour(circuit, circonstance);
    }
    courante().orElseThrow().annoter(circonstance.avis());
  }

  /** Les pièces prennent une à une la place des anciennes ; celles en plus s’ajoutent. */
  private void remplacer(NatureDocument nature, List<Piece> pieces, Map<Long, Integer> pages) {
    List<Document> places = documents(nature);
    for (int i = 0; i < Math.min(places.size(), pieces.size()); i++) {
      places.get(i).remplacer(pieces.get(i), pages.get(pieces.get(i).blob()));
    }
    if (pieces.size() > places.size()) {
      joindre(nature, pieces.subList(places.size(), pieces.size()), pages);
    }
  }

  private List<Document> documents(NatureDocument nature) {
    return documents.stream().filter(d -> d.nature() == nature).toList();
  }

  /** Les documents qui n’ont plus de place parmi tant de principaux et tant d’annexes. */
  public Set<Long> enTrop(int principaux, int annexes) {
    return Stream.concat(
            documents(NatureDocument.PRINCIPAL).stream().skip(principaux),
            documents(NatureDocument.ANNEXE).stream().skip(annexes))
        .map(Document::id)
        .collect(Collectors.toSet());
  }

  /** Un dossier rejeté redevient un brouillon ; son circuit recommence, au tour suivant. */
  public void corriger(Circonstance c) {
    List<EtapeResolue> circuit = parcours().circuitDuTour();
    Etape correction = courante().orElseThrow();
    correction.decider(Decision.CORRIGE, c);
    documents.forEach(Document::revenirALOrigine);
    registre.noter(
        NatureFait.CORRECTION, Statut.NON_LU, c, correction, MotsDuContrat.CORRECTION, true);
    etat = EtatDossier.BROUILLON;
    emisLe = null;
    marquer(Statut.NON_LU, c);
    ouvrirTour(circuit, c);
  }

  private void ouvrirTour(List<EtapeResolue> circuit, Circonstance c) {
    poserCircuit(circuit, parcours().tourSuivant());
    courante().orElseThrow().arriver(c.instant());
  }

  /** L’avis donné à la création vaut pour l’envoi, si l’envoi n’en apporte pas. */
  public void transmettre(Circonstance demande) {
    Etape emission = courante().orElseThrow();
    Circonstance c = demande.avis().vide() ? demande.avec(emission.avis()) : demande;
    emission.decider(Decision.EMIS, c);
    etat = EtatDossier.EN_COURS;
    emisLe = c.instant();
    registre.noter(NatureFait.EMISSION, Statut.NON_LU, c, Decision.EMIS.texte());
    avancer(c);
    if (!c.avis().annotationPublique().isEmpty()) {
      registre.noter(NatureFait.ANNOTATION, Statut.NON_LU, c, c.avis().annotationPublique());
    }
  }

  public void viser(Circonstance c) {
    accomplir(Decision.VISE, NatureFait.VISA, c);
  }

  /** L’étape de signature est accomplie ; les documents ont déjà reçu leur contenu signé. */
  public void signer(Circonstance c) {
    accomplir(Decision.SIGNE, NatureFait.SIGNATURE, c);
  }

  public void cacheter(Circonstance c) {
    accomplir(Decision.CACHETE, NatureFait.CACHET, c);
  }

  /**
   * Cachet posé par le serveur sans personne : l’historique le dit au nom de l’émetteur (contrat
   * §D.2).
   */
  public void cacheterAutomatiquement(Circonstance c) {
    Etape etape = courante().orElseThrow();
    etape.decider(Decision.CACHETE, c);
    registre.noter(
        NatureFait.CACHET,
        Decision.CACHETE.statut(),
        c,
        etape,
        MotsDuContrat.CACHET_AUTOMATIQUE,
        true);
    avancer(c);
  }

  /** Retour au bureau émetteur. Le motif est l’annotation publique. */
  public void rejeter(Circonstance c) {
    Etape etape = parcours().active(c.auteur().bureau());
    Statut rejet = MotsDuContrat.rejet(etape.action());
    completer(etape, c);
    etape.decider(Decision.REJETE, c);
    registre.noter(NatureFait.REJET, rejet, c, etape, c.avis().annotationPublique(), true);
    parcours().abandonner(c.instant());
    ajouterEtape(new EtapeResolue(ActionDemandee.CORRECTION, bureauEmetteur()), etape.tour())
        .arriver(c.instant());
    etat = EtatDossier.REJETE;
    marquer(rejet, c);
  }

  /** La dernière décision est reprise, avant que quiconque n’ait ouvert le dossier après elle. */
  public void recuperer(Circonstance c) {
    Etape reprise = recuperable().orElseThrow();
    actives().forEach(Etape::oublierArrivee);
    parcours().groupe(reprise).stream().filter(Etape::sansObjet).forEach(Etape::rouvrir);
    reprise.reprendre(c.instant());
    if (reprise.action() == ActionDemandee.EMISSION) {
      etat = EtatDossier.BROUILLON;
      emisLe = null;
    }
    marquer(MotsDuContrat.arrivee(reprise.action()), c);
    registre.noter(NatureFait.REMORD, statut, c, reprise, MotsDuContrat.REMORD, true);
  }

  /** Une personne en charge de l’étape a ouvert le dossier. Sans effet si c’est déjà fait. */
  public void lire(Circonstance c) {
    Etape etape = parcours().active(c.auteur().bureau());
    if (etape.lue()) {
      return;
    }
    etape.lire(c.instant());
    boolean signature = etape.action() == ActionDemandee.SIGNATURE;
    if (signature) {
      marquer(Statut.LU, c);
    }
    registre.noter(
        NatureFait.LECTURE, signature ? Statut.LU : statut, c, etape, MotsDuContrat.LU, signature);
  }

  public void archiver(Circonstance c) {
    courante().orElseThrow().decider(Decision.ARCHIVE, c);
    clore(EtatDossier.ARCHIVE, NatureFait.ARCHIVAGE, c, "Dossier archivé");
  }

  public void effacer(Circonstance c) {
    courante().orElseThrow();
    parcours().abandonner(c.instant());
    clore(EtatDossier.SUPPRIME, NatureFait.EFFACEMENT, c, "Dossier supprimé");
  }

  /** Retiré par qui l’administre, où qu’il en soit ; le motif est l’annotation publique. */
  public void retirer(Circonstance c) {
    parcours().abandonner(c.instant());
    clore(EtatDossier.SUPPRIME, NatureFait.RETRAIT, c, c.avis().annotationPublique());
  }

  private void clore(EtatDossier fin, NatureFait nature, Circonstance c, String texte) {
    etat = fin;
    closLe = c.instant();
    registre.noter(nature, statut, c, null, texte, false);
  }

  private void accomplir(Decision decision, NatureFait nature, Circonstance c) {
    Etape etape = parcours().active(c.auteur().bureau());
    completer(etape, c);
    etape.decider(decision, c);
    String annotation = c.avis().annotationPublique();
    registre.noter(
        nature,
        decision.statut(),
        c,
        etape,
        annotation.isEmpty() ? decision.texte() : annotation,
        true);
    if (parcours().accompli(etape)) {
      parcours().suffire(etape, c.instant());
      avancer(c);
    } else {
      deposer(NatureFait.ATTENTE, c);
    }
  }

  private void completer(Etape etape, Circonstance c) {
    Map<String, String> saisies = c.avis().metadonnees();
    if (!saisies.isEmpty()) {
      completer(saisies);
      registre.noter(
          NatureFait.METADONNEES, statut, c, etape, Metadonnees.raconter(saisies), false);
    }
  }

  private void avancer(Circonstance c) {
    actives().forEach(e -> e.arriver(c.instant()));
    Etape suivante = courante().orElseThrow();
    if (suivante.action() == ActionDemandee.ARCHIVAGE) {
      etat = EtatDossier.TERMINE;
      marquer(Statut.ARCHIVE, c);
      registre.noter(NatureFait.FIN_DE_CIRCUIT, statut, c, suivante, MotsDuContrat.FIN, true);
    } else {
      deposer(NatureFait.ARRIVEE, c);
    }
  }

  /** Où le dossier attend, une ligne par bureau : la dernière ligne n’est jamais une décision. */
  private void deposer(NatureFait nature, Circonstance c) {
    for (Etape etape : actives()) {
      marquer(MotsDuContrat.arrivee(etape.action()), c);
      String bureau = c.nomBureau().apply(etape.bureau());
      String texte = MotsDuContrat.depose(bureau, etape.action());
      registre.noter(nature, statut, c, etape, texte, true);
    }
  }

  private void marquer(Statut nouveau, Circonstance c) {
    statut = nouveau;
    statutLe = c.instant();
  }

  // ---- lecture

  /** L’étape où le dossier attend, la première si elles sont parallèles ; vide à la fin. */
  public Optional<Etape> courante() {
    return parcours().courante();
  }

  /** Toutes les étapes où le dossier attend : plusieurs si elles sont parallèles. */
  public List<Etape> actives() {
    return parcours().actives();
  }

  /** Celle des étapes actives dont cet auteur a la charge. */
  public Etape active(Auteur auteur) {
    return parcours().active(auteur.bureau());
  }

  /** L’étape dont la décision peut être reprise ; vide s’il est trop tard. */
  public Optional<Etape> recuperable() {
    return RegleRemords.reprise(this);
  }

  public long id() {
    return id;
  }

  public EtatDossier etat() {
    return etat;
  }

  public Statut statut() {
    return statut;
  }

  public Instant emisLe() {
    return emisLe;
  }

  public List<Etape> etapes() {
    return List.copyOf(etapes);
  }

  public List<Document> documents() {
    return List.copyOf(documents);
  }

  List<Fait> reprendreFaits() {
    return registre.reprendre();
  }
}
