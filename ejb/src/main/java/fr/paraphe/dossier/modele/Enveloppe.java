package fr.paraphe.dossier.modele;

import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Origine;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Ce qui est écrit sur le dossier : de qui il vient, ce qu’il est, pour quand. */
@MappedSuperclass
public abstract class Enveloppe {

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

  @Column(name = "cree_le")
  private Instant creeLe;

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

  @Column(name = "xpath_signature")
  private String xpathSignature;

  protected Enveloppe() {}

  Enveloppe(IdentifiantDossier identifiant, Constitution c, Circonstance circonstance) {
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
    this.xpathSignature = c.xpath().isEmpty() ? null : c.xpath();
    this.emetteurId = circonstance.auteur().utilisateur().valeur();
    this.bureauEmetteurId = circonstance.auteur().bureau().valeur();
    this.creeLe = circonstance.instant();
  }

  /** Récrit ce qui n’est pas l’identité du dossier. */
  void recrire(Constitution c) {
    titre = c.titre();
    typeId = c.cadre().typeId();
    sousTypeId = c.cadre().sousTypeId();
    visibilite = c.visibilite();
    dateLimite = c.dateLimite();
    metadonnees = new Metadonnees(c.metadonnees());
  }

  /** Les valeurs saisies s’ajoutent, ou remplacent celles du même nom. */
  void completer(Map<String, String> saisies) {
    Map<String, String> toutes = new HashMap<>(metadonnees.valeurs());
    toutes.putAll(saisies);
    metadonnees = new Metadonnees(toutes);
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

  public Visibilite visibilite() {
    return visibilite;
  }

  public LocalDate dateLimite() {
    return dateLimite;
  }

  public Instant creeLe() {
    return creeLe;
  }

  /** Le nœud du document XML à signer ; vide : tout le document. */
  public String xpathSignature() {
    return xpathSignature == null ? "" : xpathSignature;
  }

  public Metadonnees metadonnees() {
    return metadonnees;
  }
}
