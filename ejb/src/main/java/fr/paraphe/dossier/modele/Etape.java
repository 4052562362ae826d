package fr.paraphe.dossier.modele;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.EtapeResolue;
import fr.paraphe.circuit.Exigences;
import fr.paraphe.circuit.Mode;
import fr.paraphe.dossier.Avis;
import fr.paraphe.organisation.BureauId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Une étape du circuit propre au dossier. Sa décision en fait partie : une ligne porte au plus une
 * décision.
 */
@Entity
@Table(name = "etape")
@SequenceGenerator(name = "seq_etape", sequenceName = "seq_etape", allocationSize = 50)
public class Etape {

  /** Écart entre deux rangs : une insertion ne renumérote jamais. */
  static final int PAS = 100;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seq_etape")
  private long id;

  @Version private int version;

  @ManyToOne(optional = false)
  @JoinColumn(name = "dossier_id")
  private Dossier dossier;

  @Column(name = "collectivite_id")
  private int collectiviteId;

  private int rang;
  private short creneau;
  private short tour;

  @Enumerated(EnumType.STRING)
  private Mode mode;

  private Short requis;

  private Exigences reglages;

  @Enumerated(EnumType.STRING)
  private ActionDemandee action;

  @Column(name = "bureau_id")
  private Integer bureauId;

  @Column(name = "arrivee_le")
  private Instant arriveeLe;

  @Column(name = "lue_le")
  private Instant lueLe;

  @Enumerated(EnumType.STRING)
  private Decision decision;

  @Column(name = "decidee_le")
  private Instant decideeLe;

  @Column(name = "decidee_par")
  private Integer decideePar;

  @Column(name = "decideur_bureau_id")
  private Integer decideurBureauId;

  @Column(name = "delegation_id")
  private Integer delegationId;

  @Column(name = "annotation_publique")
  private String annotationPublique;

  @Column(name = "annotation_privee")
  private String annotationPrivee;

  protected Etape() {}

  Etape(Dossier dossier, int rang, int tour, EtapeResolue prevue) {
    this.dossier = dossier;
    this.collectiviteId = dossier.collectivite().valeur();
    this.rang = rang;
    this.tour = (short) tour;
    this.creneau = (short) prevue.creneau();
    this.mode = prevue.mode();
    this.reglages = prevue.exigences();
    this.requis = prevue.requis() == null ? null : prevue.requis().shortValue();
    this.action = prevue.action();
    this.bureauId = prevue.bureau().valeur();
  }

  /** Ce qui avait été prévu d’elle. */
  EtapeResolue prevue() {
    Integer suffit = requis == null ? null : Integer.valueOf(requis);
    return new EtapeResolue(action, bureau(), mode, creneau, suffit, exigences());
  }

  void arriver(Instant instant) {
    arriveeLe = instant;
  }

  void lire(Instant instant) {
    lueLe = instant;
  }

  void annoter(Avis avis) {
    annotationPublique = videNul(avis.annotationPublique());
    annotationPrivee = videNul(avis.annotationPrivee());
  }

  Avis avis() {
    return new Avis(annotationPublique, annotationPrivee, OptionalInt.empty());
  }

  void decider(Decision prise, Circonstance c) {
    decision = prise;
    decideeLe = c.instant();
    decideePar = c.auteur().utilisateur().valeur();
    decideurBureauId = c.auteur().bureau().valeur();
    delegationId = c.auteur().delegation();
    annoter(c.avis());
  }

  /**
   * La décision est reprise ; ce qu’elle a été reste au journal. Qui avait décidé avait lu : celui
   * d’avant ne peut plus reprendre à son tour.
   */
  void reprendre(Instant instant) {
    decision = null;
    decideeLe = null;
    decideePar = null;
    decideurBureauId = null;
    delegationId = null;
    if (action != ActionDemandee.EMISSION) {
      annoter(Avis.SANS);
      lueLe = lueLe == null ? instant : lueLe;
    }
  }

  void oublierArrivee() {
    arriveeLe = null;
  }

  /** Une autre du même rang avait suffi, et reprend sa décision : celle-ci attend de nouveau. */
  void rouvrir() {
    decision = null;
    decideeLe = null;
  }

  void rendreSansObjet(Instant instant) {
    decision = Decision.SANS_OBJET;
    decideeLe = instant;
  }

  private static String videNul(String texte) {
    return texte.isEmpty() ? null : texte;
  }

  public long id() {
    return id;
  }

  public Dossier dossier() {
    return dossier;
  }

  public int version() {
    return version;
  }

  public int rang() {
    return rang;
  }

  public Mode mode() {
    return mode;
  }

  public Exigences exigences() {
    return reglages == null ? Exigences.AUCUNE : reglages;
  }

  Optional<Integer> requis() {
    return Optional.ofNullable(requis).map(Short::intValue);
  }

  public int tour() {
    return tour;
  }

  public ActionDemandee action() {
    return action;
  }

  public BureauId bureau() {
    return new BureauId(bureauId);
  }

  public Instant arriveeLe() {
    return arriveeLe;
  }

  public boolean lue() {
    return lueLe != null;
  }

  public boolean sansObjet() {
    return decision == Decision.SANS_OBJET;
  }

  public boolean decidee() {
    return decision != null;
  }

  /** Vrai si elle était décidée avant cet instant ; {@code null} : depuis toujours. */
  boolean decideeAvant(Instant instant) {
    return decideeLe != null && instant != null && decideeLe.isBefore(instant);
  }

  public Optional<Decision> decision() {
    return Optional.ofNullable(decision);
  }

  public Instant decideeLe() {
    return decideeLe;
  }

  public Integer decideePar() {
    return decideePar;
  }

  public Integer delegation() {
    return delegationId;
  }

  public String annotationPublique() {
    return annotationPublique == null ? "" : annotationPublique;
  }

  public String annotationPrivee() {
    return annotationPrivee == null ? "" : annotationPrivee;
  }
}
