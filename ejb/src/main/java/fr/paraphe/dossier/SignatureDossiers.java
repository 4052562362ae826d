package fr.paraphe.dossier;

import fr.paraphe.dossier.infra.ContexteSignature;
import fr.paraphe.dossier.infra.DossierRepository;
import fr.paraphe.dossier.infra.Guichet;
import fr.paraphe.dossier.infra.PoseCachet;
import fr.paraphe.dossier.infra.PoseSignature;
import fr.paraphe.dossier.infra.Preparations;
import fr.paraphe.dossier.infra.Preuves;
import fr.paraphe.dossier.modele.Auteur;
import fr.paraphe.dossier.modele.Circonstance;
import fr.paraphe.dossier.modele.Dossier;
import fr.paraphe.dossier.modele.Porte;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.ActeurCourant;
import fr.paraphe.organisation.Roles;
import fr.paraphe.signature.Autorites;
import fr.paraphe.signature.Chaine;
import fr.paraphe.signature.ControleCertificat;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.Transactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Signer des dossiers, un ou cent, en deux phases (design §2). La clé privée reste où le signataire
 * la garde : on lui donne des octets à signer, il rend des valeurs. Aucun travail sur un document
 * ne tient de transaction ; chaque dossier se décide dans la sienne, l’échec de l’un ne touche pas
 * les autres. Rien n’est jamais signé dans un format moindre que demandé.
 */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignatureDossiers {

  /** Le temps de choisir un certificat et de taper un code. */
  static final Duration VALIDITE = Duration.ofMinutes(30);

  private ActeurCourant acteurs;
  private DossierRepository dossiers;
  private Guichet guichet;
  private ContexteSignature contexte;
  private PoseSignature pose;
  private PoseCachet cachet;
  private Preparations preparations;
  private Preuves preuves;
  private Autorites autorites;
  private Transactions transactions;
  private Horloge horloge;

  protected SignatureDossiers() {}

  @Inject
  public SignatureDossiers(
      ActeurCourant acteurs,
      DossierRepository dossiers,
      Guichet guichet,
      ContexteSignature contexte,
      PoseSignature pose,
      PoseCachet cachet,
      Preparations preparations,
      Preuves preuves,
      Autorites autorites,
      Transactions transactions,
      Horloge horloge) {
    this.acteurs = acteurs;
    this.dossiers = dossiers;
    this.guichet = guichet;
    this.contexte = contexte;
    this.pose = pose;
    this.cachet = cachet;
    this.preparations = preparations;
    this.preuves = preuves;
    this.autorites = autorites;
    this.transactions = transactions;
    this.horloge = horloge;
  }

  /**
   * Première phase.
   *
   * @param certificats chaîne DER, le signataire en premier
   * @throws ErreurMetier si le certificat ne peut pas servir (expiré, pas pour signer, à une autre
   *     personne…) ; un dossier qui ne peut pas être signé n’est pas une erreur : il est dans
   *     {@code refus} avec sa raison
   */
  public PreparationSignature preparer(
      List<IdentifiantDossier> identifiants, List<byte[]> certificats) {
    return preparer(identifiants, certificats, Map.of());
  }

  /**
   * La même, quand l’étape exige des métadonnées.
   *
   * @param metadonnees les valeurs qui viendront avec la décision : ce qui manque se sait avant le
   *     code de la clé
   */
  public PreparationSignature preparer(
      List<IdentifiantDossier> identifiants,
      List<byte[]> certificats,
      Map<String, String> metadonnees) {
    Avis avis = new Avis("", "", OptionalInt.empty(), metadonnees);
    Chaine chaine = Chaine.lire(certificats);
    Instant maintenant = horloge.maintenant();
    exigerCertificat(chaine, maintenant);
    List<PreparationSignature.Refus> refus = new ArrayList<>();
    List<PoseSignature.Prepare> prepares = new ArrayList<>();
    for (IdentifiantDossier id : identifiants.stream().distinct().toList()) {
      PoseSignature.Demande demande = null;
      try {
        demande = transactions.nouvelle(() -> lire(id, avis));
        prepares.addAll(pose.preparer(demande, chaine, maintenant));
      } catch (ErreurMetier e) {
        refus.add(
            new PreparationSignature.Refus(id, demande == null ? id.valeur() : demande.titre(), e));
      }
    }
    UUID jeton = UUID.randomUUID();
    Instant expire = maintenant.plus(VALIDITE);
    if (!prepares.isEmpty()) {
      transactions.nouvelle(() -> garder(jeton, chaine, maintenant, expire, prepares));
    }
    return new PreparationSignature(
        jeton, expire, prepares.stream().map(PoseSignature.Prepare::aSigner).toList(), refus);
  }

  private void exigerCertificat(Chaine chaine, Instant maintenant) {
    var signataire = transactions.nouvelle(() -> contexte.signataire(acteurs.exiger()));
    ControleCertificat.exigerAcceptable(
        new ControleCertificat.Examen(
            chaine, Optional.of(signataire.titulaire()), autorites.reconnues(), maintenant));
  }

  private PoseSignature.Demande lire(IdentifiantDossier id, Avis avis) {
    Acteur acteur = acteurs.exiger();
    Dossier dossier =
        dossiers.chercher(acteur.collectivite(), id).orElseThrow(() -> Porte.introuvable(id));
    Auteur auteur = guichet.franchir(acteur, dossier, Action.SIGNER, avis);
    return pose.demande(acteur, dossier, auteur);
  }

  private Void garder(
      UUID jeton,
      Chaine chaine,
      Instant creee,
      Instant expire,
      List<PoseSignature.Prepare> prepares) {
    Acteur acteur = acteurs.exiger();
    long preparation = preparations.ouvrir(acteur, jeton, chaine, creee, expire);
    prepares.forEach(p -> preparations.ajouter(acteur, preparation, p));
    return null;
  }

  /**
   * Seconde phase : vérifie chaque valeur contre le certificat annoncé et les octets préparés, la
   * pose, relit le résultat, décide l’étape. Un résultat par dossier préparé.
   *
   * @throws ErreurMetier si le jeton n’est pas à l’appelant, a expiré ou a déjà servi
   */
  public List<ResultatSignature> incorporer(UUID jeton, List<ValeurSignature> valeurs, Avis avis) {
    Preparations.Consommee consommee =
        transactions.nouvelle(
            () -> preparations.consommer(acteurs.exiger(), jeton, horloge.maintenant()));
    Map<UUID, byte[]> parDocument =
        valeurs.stream()
            .collect(
                Collectors.toMap(ValeurSignature::document, ValeurSignature::valeur, (a, b) -> a));
    return consommee.lignes().stream()
        .collect(
            Collectors.groupingBy(
                Preparations.Ligne::dossier, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            e ->
                resultat(
                    e.getKey(),
                    id -> incorporer(consommee.chaine(), e.getValue(), parDocument, avis)))
        .toList();
  }

  private static ResultatSignature resultat(
      IdentifiantDossier id, Function<IdentifiantDossier, Void> acte) {
    try {
      acte.apply(id);
      return new ResultatSignature(id, Optional.empty());
    } catch (ErreurMetier e) {
      return new ResultatSignature(id, Optional.of(e));
    }
  }

  private Void incorporer(
      Chaine chaine, List<Preparations.Ligne> lignes, Map<UUID, byte[]> valeurs, Avis avis) {
    exigerCertificat(chaine, horloge.maintenant());
    List<Preuves.Signe> signes = pose.incorporer(chaine, lignes, valeurs);
    return transactions.nouvelle(() -> decider(chaine, lignes, signes, avis));
  }

  private Void decider(
      Chaine chaine, List<Preparations.Ligne> lignes, List<Preuves.Signe> signes, Avis avis) {
    Acteur acteur = acteurs.exiger();
    Dossier dossier = dossiers.verrouiller(acteur.collectivite(), lignes.get(0).dossier());
    Auteur auteur = guichet.franchir(acteur, dossier, Action.SIGNER, avis);
    PoseSignature.exigerInchange(dossier, auteur, lignes);
    Instant instant = horloge.maintenant();
    var etape = dossier.active(auteur);
    PoseSignature.remplacer(dossier, signes);
    dossier.signer(new Circonstance(auteur, instant, avis, dossiers::nomBureau));
    dossiers.enregistrer(dossier);
    signes.forEach(s -> preuves.ajouter(etape, auteur, "PERSONNE", s, chaine, instant));
    return null;
  }

  /** Appose le cachet de la collectivité, dont la clé est sur le serveur, et décide l’étape. */
  public void cacheter(IdentifiantDossier id, Avis avis) {
    PoseCachet.Demande demande = transactions.nouvelle(() -> demandeCachet(id, avis));
    List<Preuves.Signe> signes = cachet.apposer(demande);
    transactions.nouvelle(() -> deciderCachet(id, demande, signes, avis));
  }

  private PoseCachet.Demande demandeCachet(IdentifiantDossier id, Avis avis) {
    Acteur acteur = acteurs.exiger();
    Dossier dossier =
        dossiers.chercher(acteur.collectivite(), id).orElseThrow(() -> Porte.introuvable(id));
    guichet.franchir(acteur, dossier, Action.CACHETER, avis);
    return cachet.demande(dossier);
  }

  private Void deciderCachet(
      IdentifiantDossier id, PoseCachet.Demande demande, List<Preuves.Signe> signes, Avis avis) {
    Acteur acteur = acteurs.exiger();
    Dossier dossier = dossiers.verrouiller(acteur.collectivite(), id);
    Auteur auteur = guichet.franchir(acteur, dossier, Action.CACHETER, avis);
    Circonstance c = new Circonstance(auteur, horloge.maintenant(), avis, dossiers::nomBureau);
    cachet.decider(dossier, demande, signes, c, Dossier::cacheter);
    return null;
  }
}
