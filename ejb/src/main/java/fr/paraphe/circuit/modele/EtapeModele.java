package fr.paraphe.circuit.modele;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.Designation;
import fr.paraphe.circuit.EtapeDessinee;
import fr.paraphe.circuit.Exigences;
import fr.paraphe.circuit.Mode;
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
 * Une étape parallèle en est plusieurs, de même rang.
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
  private short creneau;

  @Enumerated(EnumType.STRING)
  private Mode mode;

  private Short requis;

  @Enumerated(EnumType.STRING)
  private ActionDemandee action;

  @Enumerated(EnumType.STRING)
  private Designation designation;

  @Column(name = "bureau_id")
  private Integer bureauId;

  private Exigences exigences;

  protected EtapeModele() {}

  EtapeModele(Circuit circuit, int collectiviteId, int rang, EtapeDessinee dessin, int creneau) {
    this.circuit = circuit;
    this.collectiviteId = collectiviteId;
    this.rang = (short) rang;
    this.creneau = (short) creneau;
    this.mode = dessin.mode();
    this.requis = dessin.requis() == null ? null : dessin.requis().shortValue();
    this.action = dessin.action();
    this.designation = dessin.designation();
    this.bureauId = dessin.bureaux().isEmpty() ? null : dessin.bureaux().get(creneau).valeur();
    this.exigences = dessin.exigences();
  }

  int rang() {
    return rang;
  }

  int creneau() {
    return creneau;
  }

  Mode mode() {
    return mode;
  }

  Integer requis() {
    return requis == null ? null : requis.intValue();
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

  Exigences exigences() {
    return exigences;
  }
}
