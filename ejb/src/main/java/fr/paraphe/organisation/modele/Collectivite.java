package fr.paraphe.organisation.modele;

import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.organisation.ReglageCollectivite;
import fr.paraphe.socle.ErreurMetier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Une collectivité : rien ne passe de l’une à l’autre. */
@Entity
@Table(name = "collectivite")
@SequenceGenerator(
    name = "seq_organisation",
    sequenceName = "seq_organisation",
    allocationSize = 50)
public class Collectivite {

  private static final int TITRE_MAX = 200;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seq_organisation")
  private int id;

  @Version private int version;

  private String domaine;
  private String titre;
  private String siren;
  private String ville;

  @Column(name = "code_postal")
  private String codePostal;

  @Column(name = "par_defaut")
  private boolean parDefaut;

  private boolean active = true;

  protected Collectivite() {}

  /**
   * @throws ErreurMetier {@link ErreurOrganisation#DOMAINE_INVALIDE}
   */
  public Collectivite(String domaine) {
    if (!domaine.matches("[a-z0-9][a-z0-9.-]{0,99}")) {
      throw new ErreurMetier(
          ErreurOrganisation.DOMAINE_INVALIDE,
          "Le domaine commence par une lettre ou un chiffre, puis lettres sans accent, chiffres, points et tirets.");
    }
    this.domaine = domaine;
  }

  /**
   * @throws ErreurMetier {@link ErreurOrganisation#COLLECTIVITE_INCOMPLETE}
   */
  public void regler(ReglageCollectivite reglage) {
    boolean nommee = !reglage.titre().isEmpty() && reglage.titre().length() <= TITRE_MAX;
    if (!nommee || !reglage.siren().matches("([0-9]{9})?")) {
      throw new ErreurMetier(
          ErreurOrganisation.COLLECTIVITE_INCOMPLETE,
          "Donnez un nom, en 200 caractères au plus ; le SIREN a neuf chiffres, ou reste vide.");
    }
    titre = reglage.titre();
    siren = reglage.siren().isEmpty() ? null : reglage.siren();
    ville = reglage.ville();
    codePostal = reglage.codePostal();
  }

  public void fermer() {
    active = false;
  }

  public void rouvrir() {
    active = true;
  }

  public ReglageCollectivite reglage() {
    return new ReglageCollectivite(domaine, titre, texte(siren), texte(ville), texte(codePostal));
  }

  private static String texte(String valeur) {
    return valeur == null ? "" : valeur;
  }

  public int id() {
    return id;
  }

  public int version() {
    return version;
  }

  public boolean parDefaut() {
    return parDefaut;
  }

  public boolean active() {
    return active;
  }
}
