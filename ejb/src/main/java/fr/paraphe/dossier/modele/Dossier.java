package fr.paraphe.dossier.modele;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.EtapeResolue;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.NatureDocument;
import fr.paraphe.dossier.NatureFait;
import fr.paraphe.dossier.Origine;
import fr.paraphe.dossier.Piece;
import fr.paraphe.dossier.Statut;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Le dossier et sa vie. Chaque verbe suppose que la porte ({@link Porte}) a dit oui, fait avancer
 * l’état, et laisse des faits que le dépôt publie. L’état, le statut classique et l’étape courante
 * changent ensemble ou pas du tout.
 */
@Entity
@Table(name = "dossier")
@SequenceGenerator(name = "seq_dossier", sequenceName = "seq_dossier", allocationSize = 50)
public class Dossier {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seq_dossier")
  private long id;

  @Version private int version;

  @Column(name = "collectivite_id")
  private int collectiviteId;

  private String identifiant;
  private String titre;

  @Column(name = "type_id")
  private int typeId;

  @Column(name = "sous_type_id")
  private int sousTypeId;

  @Column(name = "emetteur_id")
  private int emetteurId;

  @Column(name = "bureau_emetteur_id")
  private int bureauEmetteurId;

  @Enumerated(EnumType.STRING)
  private EtatDossier etat;

  private Statut statut;

  @Column(name = "statut_le")
  private Instant statutLe;

  @Column(name = "cree_le")
  private Instant creeLe;

  @Column(name = "emis_le")
  private Instant emisLe;

  @Column(name = "clos_le")
  private Instant closLe;

  @Column(name = "date_limite")
  private LocalDate dateLimite;

  @Enumerated(EnumType.STRING)
  private Visibilite visibilite;

  @Enumerated(EnumType.STRING)
  private Origine origine;

  @Column(name = "depot_empreinte")
  private byte[] depotEmpreinte;

  private Metadonnees metadonnees;

  @Column(name = "courriel_emetteur")
  private String courrielEmetteur;

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
    this.identifiant = identifiant.valeur();
    this.collectiviteId = c.collectivite().valeur();
    this.titre = c.titre();
    this.typeId = c.cadre().typeId();
    this.sousTypeId = c.cadre().sousTypeId();
    this.visibilite = c.visibilite();
    this.dateLimite = c.dateLimite();
    this.origine = c.origine();
    this.metadonnees = new Metadonnees(c.metadonnees());
    this.depotEmpreinte = c.empreinte();
    this.courrielEmetteur = c.courrielEmetteur();
    this.emetteurId = circonstance.auteur().utilisateur().valeur();
    this.bureauEmetteurId = circonstance.auteur().bureau().valeur();
    this.creeLe = circonstance.instant();
    this.etat = EtatDossier.BROUILLON;
    marquer(Statut.NON_LU, circonstance);
    poserCircuit(circuit);
    Etape emission = courante().orElseThrow();
    emission.arriver(circonstance.instant());
    emission.annoter(circonstance.avis());
    joindre(NatureDocument.PRINCIPAL, c.principaux(), c.pages());
    joindre(NatureDocument.ANNEXE, c.annexes(), c.pages());
    c.visuel().ifPresent(v -> documents.get(0).visuel(v.blob()));
    registre.noter(NatureFait.CREATION, Statut.NON_LU, circonstance, MotsDuContrat.CREATION);
  }

  private void poserCircuit(List<EtapeResolue> circuit) {
    ajouterEtape(new EtapeResolue(ActionDemandee.EMISSION, bureauEmetteur()), 1);
    circuit.forEach(prevue -> ajouterEtape(prevue, 1));
  }

  private Etape ajouterEtape(EtapeResolue prevue, int tour) {
    int rang = etapes.isEmpty() ? 0 : etapes.get(etapes.size() - 1).rang() + Etape.PAS;
    Etape etape = new Etape(this, rang, tour, prevue);
    etapes.add(etape);
    return etape;
  }

  private void joindre(NatureDocument nature, List<Piece> pieces, Map<Long, Integer> pages) {
    for (Piece piece : pieces) {
      int ordre = (int) documents.stream().filter(d -> d.nature() == nature).count();
      documents.add(new Document(this, nature, ordre, piece, pages.get(piece.blob())));
    }
  }

  // ---- verbes

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
    Etape etape = courante().orElseThrow();
    Statut rejet = MotsDuContrat.rejet(etape.action());
    etape.decider(Decision.REJETE, c);
    registre.noter(NatureFait.REJET, rejet, c, etape, c.avis().annotationPublique(), true);
    etapes.stream().filter(e -> !e.decidee()).forEach(e -> e.rendreSansObjet(c.instant()));
    ajouterEtape(new EtapeResolue(ActionDemandee.CORRECTION, bureauEmetteur()), etape.tour())
        .arriver(c.instant());
    etat = EtatDossier.REJETE;
    marquer(rejet, c);
  }

  /** La dernière décision est reprise, avant que quiconque n’ait ouvert le dossier après elle. */
  public void recuperer(Circonstance c) {
    Etape reprise = recuperable().orElseThrow();
    courante().orElseThrow().oublierArrivee();
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
    Etape etape = courante().orElseThrow();
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
    etapes.stream().filter(e -> !e.decidee()).forEach(e -> e.rendreSansObjet(c.instant()));
    clore(EtatDossier.SUPPRIME, NatureFait.EFFACEMENT, c, "Dossier supprimé");
  }

  private void clore(EtatDossier fin, NatureFait nature, Circonstance c, String texte) {
    etat = fin;
    closLe = c.instant();
    registre.noter(nature, statut, c, null, texte, false);
  }

  private void accomplir(Decision decision, NatureFait nature, Circonstance c) {
    Etape etape = courante().orElseThrow();
    etape.decider(decision, c);
    String annotation = c.avis().annotationPublique();
    registre.noter(
        nature,
        decision.statut(),
        c,
        etape,
        annotation.isEmpty() ? decision.texte() : annotation,
        true);
    avancer(c);
  }

  private void avancer(Circonstance c) {
    Etape suivante = courante().orElseThrow();
    suivante.arriver(c.instant());
    Statut arrivee = MotsDuContrat.arrivee(suivante.action());
    marquer(arrivee, c);
    if (suivante.action() == ActionDemandee.ARCHIVAGE) {
      etat = EtatDossier.TERMINE;
      registre.noter(NatureFait.FIN_DE_CIRCUIT, arrivee, c, suivante, MotsDuContrat.FIN, true);
    } else {
      String bureau = c.nomBureau().apply(suivante.bureau());
      String texte = MotsDuContrat.depose(bureau, suivante.action());
      registre.noter(NatureFait.ARRIVEE, arrivee, c, suivante, texte, true);
    }
  }

  private void marquer(Statut nouveau, Circonstance c) {
    statut = nouveau;
    statutLe = c.instant();
  }

  // ---- lecture

  /** L’étape où le dossier attend ; vide s’il est sorti de la circulation. */
  public Optional<Etape> courante() {
    return etapes.stream().filter(e -> !e.decidee()).findFirst();
  }

  /** L’étape dont la décision peut être reprise ; vide s’il est trop tard. */
  public Optional<Etape> recuperable() {
    return RegleRemords.reprise(this);
  }

  public long id() {
    return id;
  }

  public CollectiviteId collectivite() {
    return new CollectiviteId(collectiviteId);
  }

  public IdentifiantDossier identifiant() {
    return new IdentifiantDossier(identifiant);
  }

  public String titre() {
    return titre;
  }

  public int typeId() {
    return typeId;
  }

  public int sousTypeId() {
    return sousTypeId;
  }

  public int emetteur() {
    return emetteurId;
  }

  public BureauId bureauEmetteur() {
    return new BureauId(bureauEmetteurId);
  }

  public EtatDossier etat() {
    return etat;
  }

  public Statut statut() {
    return statut;
  }

  public Visibilite visibilite() {
    return visibilite;
  }

  public LocalDate dateLimite() {
    return dateLimite;
  }

  public Instant creeLe() {
    return creeLe;
  }

  public Instant emisLe() {
    return emisLe;
  }

  public Metadonnees metadonnees() {
    return metadonnees;
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
