package fr.paraphe.dossier;

import fr.paraphe.circuit.ApercuCircuit;
import fr.paraphe.circuit.Circuits;
import fr.paraphe.circuit.CircuitsImposes;
import fr.paraphe.circuit.DemandeParcours;
import fr.paraphe.circuit.EtapeImposee;
import fr.paraphe.circuit.EtapePrevue;
import fr.paraphe.circuit.EtapeResolue;
import fr.paraphe.dossier.infra.DepotsMachine;
import fr.paraphe.dossier.infra.DossierRepository;
import fr.paraphe.dossier.infra.Pieces;
import fr.paraphe.dossier.modele.Auteur;
import fr.paraphe.dossier.modele.BureauEmetteur;
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
import fr.paraphe.stockage.BlobRef;
import fr.paraphe.typologie.BureauPropose;
import fr.paraphe.typologie.Cadre;
import fr.paraphe.typologie.Cadres;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Fait entrer un dossier. Les documents sont déjà dans le stockage ; leur contrôle se fait hors
 * transaction, puis tout s’écrit en une seule : un arrêt brutal laisse un dossier entier ou rien.
 */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Creation {

  private ActeurCourant acteurs;
  private Cadres cadres;
  private Circuits circuits;
  private CircuitsImposes imposes;
  private DossierRepository dossiers;
  private Pieces pieces;
  private DepotsMachine depots;
  private Transactions transactions;
  private Horloge horloge;

  protected Creation() {}

  @Inject
  public Creation(
      ActeurCourant acteurs,
      Cadres cadres,
      Circuits circuits,
      CircuitsImposes imposes,
      DossierRepository dossiers,
      Pieces pieces,
      DepotsMachine depots,
      Transactions transactions,
      Horloge horloge) {
    this.acteurs = acteurs;
    this.cadres = cadres;
    this.circuits = circuits;
    this.imposes = imposes;
    this.dossiers = dossiers;
    this.pieces = pieces;
    this.depots = depots;
    this.transactions = transactions;
    this.horloge = horloge;
  }

  /**
   * Crée le dossier et, si la demande le veut, le transmet.
   *
   * @throws ErreurMetier type ou sous-type inconnu, pièces refusées, métadonnée absente,
   *     identifiant déjà pris (phrases du contrat §B.7) ; rien n’est créé
   */
  public DossierCree creer(CreerDossier commande) {
    Demande demande = transactions.nouvelle(() -> lire(commande));
    Map<Long, Integer> pages = pieces.pages(demande.pdfs());
    try {
      return transactions.nouvelle(() -> inscrire(commande, demande, pages));
    } catch (RuntimeException e) {
      if (!DepotsMachine.identifiantPris(e)) {
        throw e;
      }
      return transactions.nouvelle(
          () ->
              depots.rejouer(
                  acteurs.exiger(), commande.identifiant().orElseThrow(), demande.empreinte()));
    }
  }

  private record Demande(Cadre cadre, byte[] empreinte, List<BlobRef> pdfs) {}

  private Demande lire(CreerDossier commande) {
    Acteur acteur = acteurs.exiger();
    Cadre cadre = cadres.exiger(acteur, commande.type(), commande.sousType());
    RegleCreation.verifier(commande, cadre);
    pieces.controler(acteur, commande, cadre);
    return new Demande(cadre, pieces.empreinte(acteur, commande), pieces.pdfs(acteur, commande));
  }

  private DossierCree inscrire(CreerDossier commande, Demande demande, Map<Long, Integer> pages) {
    Cadre cadre = demande.cadre();
    Acteur acteur = acteurs.exiger();
    Optional<DossierCree> deja = deja(acteur, commande, demande.empreinte());
    if (deja.isPresent()) {
      return deja.get();
    }
    Optional<IdentifiantDossier> donne = commande.identifiant();
    IdentifiantDossier identifiant = donne.orElseGet(RegleCreation::nouvelIdentifiant);
    String titre = RegleCreation.titre(commande, identifiant);
    BureauId bureau = emetteur(acteur, commande.bureauEmetteur());
    Constitution constitution =
        new Constitution(
            acteur.collectivite(),
            cadre,
            titre,
            commande.visibilite(),
            commande.dateLimite(),
            commande.origine(),
            commande.courrielEmetteur(),
            commande.principaux(),
            commande.visuel(),
            commande.annexes(),
            commande.complements().signatures(),
            commande.complements().xpath(),
            Cadres.verifier(cadre, commande.metadonnees()),
            demande.empreinte(),
            pages);
    List<EtapeResolue> circuit = circuit(acteur, commande, constitution, bureau);
    Dossier dossier =
        new Dossier(identifiant, constitution, circuit, circonstance(acteur, bureau, commande));
    if (commande.emettre()) {
      dossier.transmettre(circonstance(acteur, bureau, commande));
    }
    dossiers.ajouter(dossier);
    return new DossierCree(identifiant, titre, donne.isPresent(), false);
  }

  /**
   * La même demande, dont la réponse n’est pas arrivée ; un identifiant pris autrement est refusé.
   */
  private Optional<DossierCree> deja(Acteur acteur, CreerDossier commande, byte[] empreinte) {
    Optional<IdentifiantDossier> donne = commande.identifiant();
    if (donne.isPresent()) {
      return donne
          .filter(id -> dossiers.existe(acteur.collectivite(), id))
          .map(id -> depots.rejouer(acteur, id, empreinte));
    }
    return commande.origine() == Origine.SOAP
        ? depots.retrouver(acteur, commande.titre().strip(), empreinte)
        : Optional.empty();
  }

  private List<EtapeResolue> circuit(
      Acteur acteur, CreerDossier commande, Constitution constitution, BureauId bureau) {
    Cadre cadre = constitution.cadre();
    List<EtapeImposee> imposees = commande.complements().circuit();
    if (!imposees.isEmpty()) {
      return imposes.resoudre(acteur.collectivite(), imposees, bureau, cadre.cachetId() != null);
    }
    cadres.exigerVariables(acteur, cadre, bureau, commande.variables());
    return circuits.resoudre(
        new DemandeParcours(
            acteur.collectivite(),
            cadre.aiguillage(),
            bureau,
            constitution.metadonnees(),
            commande.variables()));
  }

  private Circonstance circonstance(Acteur acteur, BureauId bureau, CreerDossier commande) {
    Avis avis =
        new Avis(commande.annotationPublique(), commande.annotationPrivee(), OptionalInt.empty());
    Auteur auteur = new Auteur(acteur.id(), acteur.nomComplet(), bureau, null);
    return new Circonstance(auteur, horloge.maintenant(), avis, dossiers::nomBureau);
  }

  private BureauId emetteur(Acteur acteur, Optional<BureauId> demande) {
    return BureauEmetteur.choisir(acteur, demande, dossiers::peutCreer);
  }

  /**
   * Le circuit qu’un dossier prendrait ; la dernière étape est la fin de circuit (GetCircuit,
   * aperçu).
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public List<EtapePrevue> apercu(String type, String sousType, Optional<BureauId> bureauEmetteur) {
    return apercu(new DemandeApercu(type, sousType, bureauEmetteur, Map.of(), List.of())).etapes();
  }

  /**
   * Le circuit que prendrait un dossier ainsi renseigné ; un bureau qui n’est pas encore connu
   * reste en blanc.
   *
   * @throws ErreurMetier {@link fr.paraphe.circuit.ErreurCircuit#AUCUNE_REGLE} tant que ce qui est
   *     saisi ne mène à aucun circuit
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public ApercuCircuit apercu(DemandeApercu demande) {
    Acteur acteur = acteurs.exiger();
    Cadre cadre = cadres.exiger(acteur, demande.type(), demande.sousType());
    BureauId bureau = emetteur(acteur, demande.bureauEmetteur());
    cadres.exigerVariables(acteur, cadre, bureau, demande.variables());
    return circuits.prevoir(
        new DemandeParcours(
            acteur.collectivite(),
            cadre.aiguillage(),
            bureau,
            Cadres.completer(cadre, demande.metadonnees()),
            demande.variables()));
  }

  /** Les bureaux que l’on peut donner aux étapes variables, par ordre alphabétique. */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public List<BureauPropose> variables(
      String type, String sousType, Optional<BureauId> bureauEmetteur) {
    Acteur acteur = acteurs.exiger();
    Cadre cadre = cadres.exiger(acteur, type, sousType);
    return cadres.variables(acteur, cadre, emetteur(acteur, bureauEmetteur));
  }

  /**
   * La réponse de création est partie en entier vers l’appelant : une nouvelle demande du même
   * identifiant sera un doublon.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public void accuserReception(IdentifiantDossier id) {
    depots.livrer(acteurs.exiger(), id, horloge.maintenant());
  }

  /**
   * À exécuter, de n’importe quel fil, s’il apparaît après coup que la réponse n’est sans doute pas
   * arrivée : la même demande la recevra de nouveau.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public Runnable doute(IdentifiantDossier id) {
    Acteur acteur = acteurs.exiger();
    DepotsMachine noteur = depots;
    Transactions courtes = transactions;
    return () ->
        courtes.nouvelle(
            () -> {
              noteur.douter(acteur, id);
              return null;
            });
  }
}
