package fr.paraphe.circuit.modele;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.Designation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * Une étape du modèle : une action demandée, et la façon de désigner le bureau à qui elle l’est.
 */
@Entity
@Table(name = "etape_modele")
public class EtapeModele {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seq_organisation")
  private int id;

  @Column(name = "collectivite_id")
  private int collectiviteId;

  @ManyToOne(optional = false)
  @JoinColumn(name = "circuit_id")
  private Circuit circuit;

  private short rang;

  @Enumerated(EnumType.STRING)
  private ActionDemandee action;

  @Enumerated(EnumType.STRING)
  private Designation designation;

  @Column(name = "bureau_id")
  private Integer bureauId;

  protected EtapeModele() {}

  EtapeModele(
      Circuit circuit,
      int collectiviteId,
      int rang,
      ActionDemandee action,
      Designation designation,
      Integer bureauId) {
    this.circuit = circuit;
    this.collectiviteId = collectiviteId;
    this.rang = (short) rang;
    this.action = action;
    this.designation = designation;
    this.bureauId = bureauId;
  }

  ActionDemandee action() {
    return action;
  }

  Designation designation() {
    return designation;
  }

  Integer bureauId() {
    return bureauId;
  }
}
