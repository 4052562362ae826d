package fr.paraphe.organisation.modele;

import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.organisation.OrigineCompte;
import fr.paraphe.organisation.ReglageUtilisateur;
import fr.paraphe.organisation.RoleUtilisateur;
import fr.paraphe.socle.ErreurMetier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.regex.Pattern;

/** Une personne connue, ou un compte technique. */
@Entity
@Table(name = "utilisateur")
@SequenceGenerator(
    name = "seq_organisation",
    sequenceName = "seq_organisation",
    allocationSize = 50)
public class Utilisateur {

  private static final Pattern IDENTIFIANT =
      Pattern.compile("[^@&\"£*/<>?%|+;:\\s\\p{Cntrl}]{1,100}");
  private static final Pattern COURRIEL =
      Pattern.compile("[^\\s@,;<>\"\\p{Cntrl}]{1,64}@[^\\s@,;<>\"\\p{Cntrl}]{1,190}");
  private static final int NOM_MAX = 100;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seq_organisation")
  private int id;

  @Version private int version;

  @Column(name = "collectivite_id")
  private int collectiviteId;

  private String identifiant;
  private String nom;
  private String prenom;
  private String courriel;

  @Column(name = "mot_de_passe")
  private String motDePasse;

  @Enumerated(EnumType.STRING)
  private RoleUtilisateur role;

  @Enumerated(EnumType.STRING)
  private OrigineCompte origine = OrigineCompte.LOCAL;

  private boolean actif = true;

  protected Utilisateur() {}

  /** Un compte neuf, local. L’identifiant ne change plus ensuite : il sert à se connecter. */
  public Utilisateur(int collectiviteId, String identifiant) {
    if (!IDENTIFIANT.matcher(identifiant).matches()) {
      throw new ErreurMetier(
          ErreurOrganisation.LOGIN_INVALIDE,
          "L’identifiant tient en 100 caractères, sans espace ; les signes @ & \" £ * / < > ? % | + ; : n’y sont pas admis.");
    }
    this.collectiviteId = collectiviteId;
    this.identifiant = identifiant;
  }

  /**
   * @throws ErreurMetier {@link ErreurOrganisation#IDENTITE_INCOMPLETE}, {@link
   *     ErreurOrganisation#COURRIEL_INVALIDE}, {@link ErreurOrganisation#CHAMP_VERROUILLE}
   */
  public void regler(ReglageUtilisateur reglage) {
    exigerIdentite(reglage);
    if (origine != OrigineCompte.LOCAL && changeIdentite(reglage)) {
      throw new ErreurMetier(
          ErreurOrganisation.CHAMP_VERROUILLE,
          "Le nom et le courriel de cette personne viennent de l’annuaire : changez-les là-bas.");
    }
    prenom = reglage.prenom();
    nom = reglage.nom();
    courriel = reglage.courriel();
    role = reglage.role();
  }

  private static void exigerIdentite(ReglageUtilisateur r) {
    if (r.nom().isEmpty() || r.nom().length() > NOM_MAX || r.prenom().length() > NOM_MAX) {
      throw new ErreurMetier(
          ErreurOrganisation.IDENTITE_INCOMPLETE,
          "Donnez un nom ; nom et prénom tiennent chacun en 100 caractères.");
    }
    if (!COURRIEL.matcher(r.courriel()).matches()) {
      throw new ErreurMetier(
          ErreurOrganisation.COURRIEL_INVALIDE,
          "Donnez une adresse de courriel, comme nom@ville.fr.");
    }
  }

  private boolean changeIdentite(ReglageUtilisateur r) {
    return !prenom.equals(r.prenom()) || !nom.equals(r.nom()) || !courriel.equals(r.courriel());
  }

  /**
   * @param empreinte bcrypt
   * @throws ErreurMetier {@link ErreurOrganisation#CHAMP_VERROUILLE} si le mot de passe est
   *     ailleurs
   */
  public void poserMotDePasse(String empreinte) {
    if (origine != OrigineCompte.LOCAL) {
      throw new ErreurMetier(
          ErreurOrganisation.CHAMP_VERROUILLE,
          "Le mot de passe de cette personne est tenu par l’annuaire : changez-le là-bas.");
    }
    motDePasse = empreinte;
  }

  public void desactiver() {
    actif = false;
  }

  public void reactiver() {
    actif = true;
  }

  public int id() {
    return id;
  }

  public int version() {
    return version;
  }

  public int collectiviteId() {
    return collectiviteId;
  }

  public String identifiant() {
    return identifiant;
  }

  public String nom() {
    return nom;
  }

  public String prenom() {
    return prenom;
  }

  public String courriel() {
    return courriel;
  }

  public RoleUtilisateur role() {
    return role;
  }

  public OrigineCompte origine() {
    return origine;
  }

  public boolean actif() {
    return actif;
  }

  /** Vrai si ce compte ouvert administre toute la collectivité. */
  public boolean administreTout() {
    return actif && (role == RoleUtilisateur.ADMIN || role == RoleUtilisateur.SUPER_ADMIN);
  }
}
