package fr.paraphe.organisation.modele;

import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.organisation.Habilitation;
import fr.paraphe.organisation.ReglageBureau;
import fr.paraphe.socle.ErreurMetier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Un bureau : une fonction, que des personnes tiennent. */
@Entity
@Table(name = "bureau")
@SequenceGenerator(
    name = "seq_organisation",
    sequenceName = "seq_organisation",
    allocationSize = 50)
public class Bureau {

  private static final Pattern NOM_COURT =
      Pattern.compile("[^&\"£*/<>?%|+;\\p{Cntrl}]{0,99}[\\p{L}\\p{N}]");
  private static final int TITRE_MAX = 200;
  private static final int DESCRIPTION_MAX = 1000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seq_organisation")
  private int id;

  @Version private int version;

  @Column(name = "collectivite_id")
  private int collectiviteId;

  @Column(name = "nom_court")
  private String nomCourt;

  private String titre;
  private String description;

  @Column(name = "superieur_id")
  private Integer superieurId;

  @Column(name = "affiche_a_venir")
  private boolean afficheAVenir;

  @Column(name = "peut_creer")
  private boolean peutCreer;

  @Column(name = "peut_traiter")
  private boolean peutTraiter;

  @Column(name = "peut_archiver")
  private boolean peutArchiver;

  @Column(name = "peut_enchainer")
  private boolean peutEnchainer;

  @Column(name = "peut_secretariat")
  private boolean peutSecretariat;

  private boolean actif = true;

  protected Bureau() {}

  /**
   * Un bureau neuf. Le nom court ne change plus ensuite : connecteurs et circuits le citent.
   *
   * @throws ErreurMetier {@link ErreurOrganisation#NOM_INVALIDE}
   */
  public Bureau(int collectiviteId, String nomCourt) {
    if (!NOM_COURT.matcher(nomCourt).matches()) {
      throw new ErreurMetier(
          ErreurOrganisation.NOM_INVALIDE,
          "Le nom technique finit par une lettre ou un chiffre, sans & \" £ * / < > ? % | + ; et en 100 caractères au plus.");
    }
    this.collectiviteId = collectiviteId;
    this.nomCourt = nomCourt;
  }

  /**
   * @throws ErreurMetier {@link ErreurOrganisation#TITRE_EXIGE}, {@link
   *     ErreurOrganisation#TEXTE_TROP_LONG}
   */
  public void regler(ReglageBureau reglage, Integer superieur) {
    if (reglage.titre().isEmpty()) {
      throw new ErreurMetier(ErreurOrganisation.TITRE_EXIGE, "Donnez un titre au bureau.");
    }
    if (reglage.titre().length() > TITRE_MAX || reglage.description().length() > DESCRIPTION_MAX) {
      throw new ErreurMetier(
          ErreurOrganisation.TEXTE_TROP_LONG,
          "Le titre ou la description est trop long : 200 et 1000 caractères au plus.");
    }
    titre = reglage.titre();
    description = reglage.description();
    superieurId = superieur;
    afficheAVenir = reglage.afficheAVenir();
    habiliter(reglage.habilitations());
  }

  private void habiliter(Set<Habilitation> voulues) {
    peutCreer = voulues.contains(Habilitation.CREER);
    peutTraiter = peutCreer || voulues.contains(Habilitation.TRAITER);
    peutArchiver = voulues.contains(Habilitation.ARCHIVER);
    peutEnchainer = voulues.contains(Habilitation.ENCHAINER);
    peutSecretariat = voulues.contains(Habilitation.SECRETARIAT);
  }

  public void desactiver() {
    actif = false;
  }

  public void reactiver() {
    actif = true;
  }

  public Set<Habilitation> habilitations() {
    Set<Habilitation> tenues = EnumSet.noneOf(Habilitation.class);
    ajouter(tenues, peutCreer, Habilitation.CREER);
    ajouter(tenues, peutTraiter, Habilitation.TRAITER);
    ajouter(tenues, peutArchiver, Habilitation.ARCHIVER);
    ajouter(tenues, peutEnchainer, Habilitation.ENCHAINER);
    ajouter(tenues, peutSecretariat, Habilitation.SECRETARIAT);
    return tenues;
  }

  private static void ajouter(Set<Habilitation> tenues, boolean oui, Habilitation habilitation) {
    if (oui) {
      tenues.add(habilitation);
    }
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

  public String nomCourt() {
    return nomCourt;
  }

  public String titre() {
    return titre;
  }

  public String description() {
    return description;
  }

  public Integer superieurId() {
    return superieurId;
  }

  public boolean afficheAVenir() {
    return afficheAVenir;
  }

  public boolean actif() {
    return actif;
  }
}
