package fr.paraphe.circuit.modele;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.Designation;
import fr.paraphe.circuit.ErreurCircuit;
import fr.paraphe.circuit.EtapeResolue;
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

  @OneToMany(mappedBy = "circuit", cascade = CascadeType.PERSIST)
  @OrderBy("rang")
  private List<EtapeModele> etapes = new ArrayList<>();

  protected Circuit() {}

  public Circuit(int collectiviteId, String nom) {
    this.collectiviteId = collectiviteId;
    this.nom = nom;
  }

  public int id() {
    return id;
  }

  public void ajouter(ActionDemandee action, Designation designation, Integer bureauId) {
    etapes.add(
        new EtapeModele(this, collectiviteId, etapes.size() + 1, action, designation, bureauId));
  }

  /**
   * Donne un bureau à chaque étape, et ajoute la fin de circuit sur le bureau final (à défaut, le
   * bureau émetteur).
   *
   * @param superieur le supérieur d’un bureau, s’il en a un
   */
  public List<EtapeResolue> resoudre(
      BureauId emetteur, Function<BureauId, Optional<BureauId>> superieur) {
    List<EtapeResolue> resolues = new ArrayList<>();
    BureauId precedent = emetteur;
    for (EtapeModele etape : etapes) {
      precedent = bureau(etape, emetteur, precedent, superieur);
      resolues.add(new EtapeResolue(disponible(etape.action()), precedent));
    }
    resolues.add(
        new EtapeResolue(
            ActionDemandee.ARCHIVAGE,
            bureauFinalId == null ? emetteur : new BureauId(bureauFinalId)));
    return resolues;
  }

  private BureauId bureau(
      EtapeModele etape,
      BureauId emetteur,
      BureauId precedent,
      Function<BureauId, Optional<BureauId>> superieur) {
    return switch (etape.designation()) {
      case BUREAU -> new BureauId(etape.bureauId());
      case EMETTEUR -> emetteur;
      case CHEF_DE -> superieur.apply(precedent).orElseThrow(this::sansSuperieur);
      case VARIABLE ->
          throw new ErreurMetier(
                  ErreurCircuit.DESIGNATION_NON_RESOLUE,
                  "Le circuit « " + nom + " » demande un bureau variable, qui n’a pas été choisi.")
              .avec(nom);
    };
  }

  private ErreurMetier sansSuperieur() {
    return new ErreurMetier(
            ErreurCircuit.SANS_SUPERIEUR,
            "Le circuit « "
                + nom
                + " » passe par un supérieur hiérarchique, et un de ses bureaux n’en a pas.")
        .avec(nom);
  }

  private ActionDemandee disponible(ActionDemandee action) {
    if (!DISPONIBLES.contains(action)) {
      throw new ErreurMetier(
              ErreurCircuit.ETAPE_NON_DISPONIBLE,
              "Le circuit « "
                  + nom
                  + " » comporte une étape que cette version ne traite pas encore ("
                  + action
                  + ").")
          .avec(nom, action);
    }
    return action;
  }
}
