package fr.paraphe.circuit.modele;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.Designation;
import fr.paraphe.circuit.ErreurCircuit;
import fr.paraphe.circuit.EtapeDesignee;
import fr.paraphe.circuit.EtapeDessinee;
import fr.paraphe.circuit.EtapeResolue;
import fr.paraphe.circuit.Exigences;
import fr.paraphe.circuit.Manque;
import fr.paraphe.circuit.Mode;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.socle.ErreurMetier;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Le modèle d’un parcours. */
@Entity
@Table(name = "circuit")
@SequenceGenerator(
    name = "seq_organisation",
    sequenceName = "seq_organisation",
    allocationSize = 50)
public class Circuit {

  private static final Set<ActionDemandee> DISPONIBLES =
      EnumSet.of(ActionDemandee.VISA, ActionDemandee.SIGNATURE, ActionDemandee.CACHET);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seq_organisation")
  private int id;

  @Version private int version;

  @Column(name = "collectivite_id")
  private int collectiviteId;

  private String nom;

  @Column(name = "bureau_final_id")
  private Integer bureauFinalId;

  private Exigences fin;

  @OneToMany(mappedBy = "circuit", cascade = CascadeType.PERSIST)
  @OrderBy("rang, creneau")
  private List<EtapeModele> etapes = new ArrayList<>();

  protected Circuit() {}

  public Circuit(int collectiviteId, String nom) {
    this.collectiviteId = collectiviteId;
    this.nom = nom;
    this.fin = Exigences.AUCUNE;
  }

  public int id() {
    return id;
  }

  public String nom() {
    return nom;
  }

  public void ajouter(ActionDemandee action, Designation designation, Integer bureauId) {
    ajouter(
        EtapeDessinee.seule(action, designation, bureauId == null ? null : new BureauId(bureauId)));
  }

  /** Ajoute une étape à la fin ; un créneau par bureau si elle est parallèle. */
  public void ajouter(EtapeDessinee dessin) {
    int rang = etapes.isEmpty() ? 1 : etapes.get(etapes.size() - 1).rang() + 1;
    int creneaux = Math.max(1, dessin.bureaux().size());
    for (int creneau = 0; creneau < creneaux; creneau++) {
      etapes.add(new EtapeModele(this, collectiviteId, rang, dessin, creneau));
    }
  }

  /** Nombre d’étapes dont le bureau est choisi à la création. */
  public int variables() {
    return (int) etapes.stream().filter(e -> e.designation() == Designation.VARIABLE).count();
  }

  public List<EtapeResolue> resoudre(
      BureauId emetteur, Function<BureauId, Optional<BureauId>> superieur) {
    return resoudre(emetteur, List.of(), superieur);
  }

  /**
   * Donne un bureau à chaque étape, et ajoute la fin de circuit sur le bureau final (à défaut, le
   * bureau émetteur).
   *
   * @param variables bureaux des étapes variables, dans l’ordre
   * @param superieur le supérieur d’un bureau, s’il en a un
   * @throws ErreurMetier une étape n’a pas de bureau, ou ne peut être traitée
   */
  public List<EtapeResolue> resoudre(
      BureauId emetteur,
      List<BureauId> variables,
      Function<BureauId, Optional<BureauId>> superieur) {
    if (variables.size() > variables()) {
      throw tropDeVariables(variables.size());
    }
    etapes.forEach(e -> disponible(e.action()));
    return designer(emetteur, variables, superieur).stream().map(this::exiger).toList();
  }

  /** Les mêmes étapes, même si certaines n’ont pas encore de bureau. */
  public List<EtapeDesignee> designer(
      BureauId emetteur,
      List<BureauId> variables,
      Function<BureauId, Optional<BureauId>> superieur) {
    List<EtapeDesignee> designees = new ArrayList<>();
    Iterator<BureauId> choisis = variables.iterator();
    BureauId precedent = emetteur;
    for (EtapeModele etape : etapes) {
      Optional<BureauId> bureau =
          switch (etape.designation()) {
            case BUREAU -> Optional.of(new BureauId(etape.bureauId()));
            case EMETTEUR -> Optional.of(emetteur);
            case CHEF_DE -> Optional.ofNullable(precedent).flatMap(superieur);
            case VARIABLE -> choisis.hasNext() ? Optional.of(choisis.next()) : Optional.empty();
          };
      designees.add(designee(etape, bureau, manque(etape, precedent), emetteur));
      precedent = etape.creneau() == 0 ? bureau.orElse(null) : precedent;
    }
    designees.add(fin(emetteur));
    return designees;
  }

  private static Manque manque(EtapeModele etape, BureauId precedent) {
    return switch (etape.designation()) {
      case VARIABLE -> Manque.VARIABLE_A_CHOISIR;
      case CHEF_DE -> precedent == null ? Manque.PRECEDENT_INCONNU : Manque.SANS_SUPERIEUR;
      case BUREAU, EMETTEUR -> null;
    };
  }

  private static EtapeDesignee designee(
      EtapeModele etape, Optional<BureauId> bureau, Manque manque, BureauId emetteur) {
    return new EtapeDesignee(
        etape.rang(),
        etape.action(),
        etape.designation(),
        bureau.orElse(null),
        bureau.isPresent() ? null : manque,
        etape.mode(),
        etape.creneau(),
        etape.requis(),
        etape.exigences().pour(emetteur));
  }

  private EtapeDesignee fin(BureauId emetteur) {
    int rang = etapes.isEmpty() ? 1 : etapes.get(etapes.size() - 1).rang() + 1;
    return new EtapeDesignee(
        rang,
        ActionDemandee.ARCHIVAGE,
        bureauFinalId == null ? Designation.EMETTEUR : Designation.BUREAU,
        bureauFinalId == null ? emetteur : new BureauId(bureauFinalId),
        null,
        Mode.SEUL,
        0,
        null,
        fin.pour(emetteur));
  }

  private EtapeResolue exiger(EtapeDesignee etape) {
    if (etape.manque() == Manque.SANS_SUPERIEUR) {
      throw sansSuperieur();
    }
    if (etape.manque() != null) {
      throw new ErreurMetier(
              ErreurCircuit.DESIGNATION_NON_RESOLUE,
              "Le circuit « " + nom + " » demande un bureau variable, qui n’a pas été choisi.")
          .avec(nom);
    }
    return etape.resolue();
  }

  private ErreurMetier tropDeVariables(int choisis) {
    return new ErreurMetier(
            ErreurCircuit.VARIABLES_EN_TROP,
            "Le circuit « "
                + nom
                + " » attend "
                + variables()
                + " bureau(x) variable(s), "
                + choisis
                + " ont été choisis.")
        .avec(nom, variables(), choisis);
  }

  private ErreurMetier sansSuperieur() {
    return new ErreurMetier(
            ErreurCircuit.SANS_SUPERIEUR,
            "Le circuit « "
                + nom
                + " » passe par un supérieur hiérarchique, et un de ses bureaux n’en a pas.")
        .avec(nom);
  }

  private void disponible(ActionDemandee action) {
    if (!traitee(action)) {
      throw new ErreurMetier(
              ErreurCircuit.ETAPE_NON_DISPONIBLE,
              "Le circuit « "
                  + nom
                  + " » comporte une étape que cette version ne traite pas encore ("
                  + action
                  + ").")
          .avec(nom, action);
    }
  }

  /** Vrai si un dossier peut passer par une étape de cette action. */
  public static boolean traitee(ActionDemandee action) {
    return DISPONIBLES.contains(action);
  }
}
