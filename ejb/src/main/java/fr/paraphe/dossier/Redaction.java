package fr.paraphe.dossier;

import fr.paraphe.circuit.Circuits;
import fr.paraphe.circuit.DemandeParcours;
import fr.paraphe.circuit.EtapeResolue;
import fr.paraphe.dossier.infra.BrouillonLecture;
import fr.paraphe.dossier.infra.DossierRepository;
import fr.paraphe.dossier.infra.Guichet;
import fr.paraphe.dossier.infra.Pieces;
import fr.paraphe.dossier.modele.Auteur;
import fr.paraphe.dossier.modele.Circonstance;
import fr.paraphe.dossier.modele.Constitution;
import fr.paraphe.dossier.modele.Dossier;
import fr.paraphe.dossier.modele.RegleCreation;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.ActeurCourant;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.Roles;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.Transactions;
import fr.paraphe.typologie.Cadre;
import fr.paraphe.typologie.Cadres;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Écrire et récrire un dossier avant son envoi : corriger un brouillon, ou reprendre un dossier
 * rejeté pour l’émettre à nouveau (features.md §3.2, S25).
 */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Redaction {

  private ActeurCourant acteurs;
  private Cadres cadres;
  private Circuits circuits;
  private DossierRepository dossiers;
  private BrouillonLecture brouillons;
  private Guichet guichet;
  private Pieces pieces;
  private Transactions transactions;
  private Horloge horloge;

  protected Redaction() {}

  @Inject
  public Redaction(
      ActeurCourant acteurs,
      Cadres cadres,
      Circuits circuits,
      DossierRepository dossiers,
      BrouillonLecture brouillons,
      Guichet guichet,
      Pieces pieces,
      Transactions transactions,
      Horloge horloge) {
    this.acteurs = acteurs;
    this.cadres = cadres;
    this.circuits = circuits;
    this.dossiers = dossiers;
    this.brouillons = brouillons;
    this.guichet = guichet;
    this.pieces = pieces;
    this.transactions = transactions;
    this.horloge = horloge;
  }

  /**
   * Le brouillon, pour qui peut le modifier.
   *
   * @throws ErreurMetier INTROUVABLE, ACTION_INTERDITE
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public Brouillon brouillon(IdentifiantDossier id) {
    Acteur acteur = acteurs.exiger();
    Dossier dossier = dossiers.verrouiller(acteur.collectivite(), id);
    guichet.franchir(acteur, dossier, Action.MODIFIER, Avis.SANS);
    return brouillons.lire(dossier);
  }

  /**
   * Un dossier rejeté redevient un brouillon : un nouveau tour s’ouvre, les signatures du tour
   * refusé quittent les documents et restent au journal et aux preuves.
   *
   * @throws ErreurMetier INTROUVABLE, ACTION_INTERDITE
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public void corriger(IdentifiantDossier id) {
    Acteur acteur = acteurs.exiger();
    Dossier dossier = dossiers.verrouiller(acteur.collectivite(), id);
    Auteur auteur = guichet.franchir(acteur, dossier, Action.CORRIGER, Avis.SANS);
    dossier.corriger(circonstance(auteur));
    dossiers.enregistrer(dossier);
  }

  /**
   * Récrit un brouillon en entier : ce que la demande ne dit plus n’y est plus. L’identifiant,
   * l’émetteur et son bureau restent.
   *
   * @param commande comme à la création ; {@code bureauEmetteur} et {@code identifiant} ne comptent
   *     pas ; {@code emettre} : le transmettre d’un même acte
   * @throws ErreurMetier les refus de {@link Creation#creer}, et DOCUMENT_SIGNE si un document
   *     signé à un tour refusé est ôté au lieu d’être remplacé ; rien n’est changé
   */
  public void modifier(IdentifiantDossier id, CreerDossier commande) {
    Map<Long, Integer> pages = pieces.pages(transactions.nouvelle(() -> controler(commande)));
    transactions.nouvelle(() -> recrire(id, commande, pages));
  }

  private List<fr.paraphe.stockage.BlobRef> controler(CreerDossier commande) {
    Acteur acteur = acteurs.exiger();
    Cadre cadre = cadres.exiger(acteur, commande.type(), commande.sousType());
    RegleCreation.verifier(commande, cadre);
    pieces.controler(acteur, commande, cadre);
    return pieces.pdfs(acteur, commande);
  }

  private Void recrire(IdentifiantDossier id, CreerDossier commande, Map<Long, Integer> pages) {
    Acteur acteur = acteurs.exiger();
    Dossier dossier = dossiers.verrouiller(acteur.collectivite(), id);
    Auteur auteur = guichet.franchir(acteur, dossier, Action.MODIFIER, Avis.SANS);
    Cadre cadre = cadres.exiger(acteur, commande.type(), commande.sousType());
    Set<Long> retires = dossier.enTrop(commande.principaux().size(), commande.annexes().size());
    refuserSiSigne(dossier, retires);
    Constitution constitution = constitution(acteur, dossier, cadre, commande, pages);
    dossier.recrire(
        constitution,
        circuit(acteur, dossier, constitution, commande.variables()),
        circonstance(auteur, commande));
    if (commande.emettre()) {
      dossier.transmettre(circonstance(auteur, commande));
    }
    dossiers.enregistrer(dossier);
    brouillons.retirer(retires);
    return null;
  }

  private void refuserSiSigne(Dossier dossier, Set<Long> retires) {
    Set<Long> signes = brouillons.signes(dossier);
    dossier.documents().stream()
        .filter(d -> retires.contains(d.id()) && signes.contains(d.id()))
        .findFirst()
        .ifPresent(
            d -> {
              throw new ErreurMetier(
                      ErreurDossier.DOCUMENT_SIGNE,
                      "Le document « "
                          + d.nom()
                          + " » a été signé avant le rejet : remplacez-le au lieu de l’ôter.")
                  .avec(d.nom());
            });
  }

  private Constitution constitution(
      Acteur acteur,
      Dossier dossier,
      Cadre cadre,
      CreerDossier commande,
      Map<Long, Integer> pages) {
    return new Constitution(
        acteur.collectivite(),
        cadre,
        RegleCreation.titre(commande, dossier.identifiant()),
        commande.visibilite(),
        commande.dateLimite(),
        commande.origine(),
        commande.courrielEmetteur(),
        commande.principaux(),
        commande.visuel(),
        commande.annexes(),
        List.of(),
        "",
        Cadres.verifier(cadre, commande.metadonnees()),
        null,
        pages);
  }

  private List<EtapeResolue> circuit(
      Acteur acteur, Dossier dossier, Constitution constitution, List<BureauId> variables) {
    Cadre cadre = constitution.cadre();
    cadres.exigerVariables(acteur, cadre, dossier.bureauEmetteur(), variables);
    return circuits.resoudre(
        new DemandeParcours(
            acteur.collectivite(),
            cadre.aiguillage(),
            dossier.bureauEmetteur(),
            constitution.metadonnees(),
            variables));
  }

  private Circonstance circonstance(Auteur auteur) {
    return new Circonstance(auteur, horloge.maintenant(), Avis.SANS, dossiers::nomBureau);
  }

  private Circonstance circonstance(Auteur auteur, CreerDossier commande) {
    Avis avis =
        new Avis(
            commande.annotationPublique(),
            commande.annotationPrivee(),
            java.util.OptionalInt.empty());
    return new Circonstance(auteur, horloge.maintenant(), avis, dossiers::nomBureau);
  }
}
