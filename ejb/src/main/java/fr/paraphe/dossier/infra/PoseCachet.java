package fr.paraphe.dossier.infra;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.modele.Auteur;
import fr.paraphe.dossier.modele.Circonstance;
import fr.paraphe.dossier.modele.Dossier;
import fr.paraphe.dossier.modele.Etape;
import fr.paraphe.dossier.modele.Porte;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.organisation.UtilisateurId;
import fr.paraphe.signature.CachetServeur;
import fr.paraphe.signature.DocumentSigne;
import fr.paraphe.signature.Placement;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.Transactions;
import fr.paraphe.stockage.BlobRef;
import fr.paraphe.stockage.Coffre;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Pose le cachet de la collectivité : lire, apposer hors transaction, décider si rien n’a bougé.
 */
@Dependent
public class PoseCachet {

  private static final String CACHET =
      """
      SELECT k.cle_alias, k.titre, k.image_blob_id, coalesce(c.ville, c.titre) FROM sous_type s
      JOIN cachet k ON k.id = s.cachet_id JOIN collectivite c ON c.id = k.collectivite_id WHERE s.id = ?1
      """;

  private final EntityManager em;
  private final DossierRepository dossiers;
  private final ContexteSignature contexte;
  private final CachetServeur cachets;
  private final Preuves preuves;
  private final Coffre coffre;
  private final Transactions transactions;
  private final Horloge horloge;

  @Inject
  public PoseCachet(
      EntityManager em,
      DossierRepository dossiers,
      ContexteSignature contexte,
      CachetServeur cachets,
      Preuves preuves,
      Coffre coffre,
      Transactions transactions,
      Horloge horloge) {
    this.em = em;
    this.dossiers = dossiers;
    this.contexte = contexte;
    this.cachets = cachets;
    this.preuves = preuves;
    this.coffre = coffre;
    this.transactions = transactions;
    this.horloge = horloge;
  }

  /** Ce qu’il faut pour cacheter les documents d’un dossier. */
  public record Demande(
      long etape,
      String alias,
      String titre,
      Optional<BlobRef> image,
      String lieu,
      List<ContexteSignature.ADocument> documents) {}

  /**
   * @throws ErreurMetier CACHET_ABSENT si le sous-type n’a pas de cachet, FORMAT_NON_DISPONIBLE si
   *     un document n’est pas un PDF
   */
  public Demande demande(Dossier dossier) {
    List<?> lignes =
        em.createNativeQuery(CACHET).setParameter(1, dossier.sousTypeId()).getResultList();
    if (lignes.isEmpty()) {
      throw new ErreurMetier(
          ErreurDossier.CACHET_ABSENT,
          "Aucun cachet n’est réglé pour ce sous-type. Prévenez votre administrateur.");
    }
    Object[] c = (Object[]) lignes.get(0);
    Optional<BlobRef> image =
        Optional.ofNullable((Number) c[2])
            .map(id -> contexte.blob(dossier.collectivite(), id.longValue()));
    return new Demande(
        dossier.courante().orElseThrow().id(),
        (String) c[0],
        (String) c[1],
        image,
        (String) c[3],
        contexte.aSigner(dossier));
  }

  /** Appose le cachet sur chaque document, hors de toute transaction. */
  public List<Preuves.Signe> apposer(Demande demande) {
    CachetServeur.Apparence apparence =
        new CachetServeur.Apparence(
            Placement.sur(Placement.BALISE_CACHET),
            demande.image().map(this::lire),
            demande.titre(),
            demande.lieu());
    List<Preuves.Signe> signes = new ArrayList<>();
    for (ContexteSignature.ADocument document : demande.documents()) {
      signes.add(
          new Preuves.Signe(
              document.id(), document.blob().id(), apposer(document, demande.alias(), apparence)));
    }
    return signes;
  }

  private DocumentSigne apposer(
      ContexteSignature.ADocument document, String alias, CachetServeur.Apparence apparence) {
    try {
      return cachets.apposer(document.blob(), alias, apparence);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] lire(BlobRef image) {
    try (var flux = coffre.ouvrir(image).flux()) {
      return flux.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Décide l’étape si elle et les documents sont ceux de la demande. Dans la transaction de
   * l’appelant, dossier verrouillé.
   */
  public void decider(
      Dossier dossier,
      Demande demande,
      List<Preuves.Signe> signes,
      Circonstance c,
      BiConsumer<Dossier, Circonstance> verbe) {
    Etape etape = dossier.courante().orElseThrow();
    if (etape.id() != demande.etape() || !PoseSignature.inchanges(dossier, signes)) {
      throw new ErreurMetier(
          ErreurDossier.MODIFIE_ENTRE_TEMPS,
          "Ce dossier a changé pendant la pose du cachet : relisez-le et recommencez.");
    }
    PoseSignature.remplacer(dossier, signes);
    verbe.accept(dossier, c);
    dossiers.enregistrer(dossier);
    signes.forEach(
        s ->
            preuves.ajouter(
                etape, c.auteur(), "CACHET", s, cachets.chaine(demande.alias()), c.instant()));
  }

  /** Le cachet que personne n’a à demander, au nom de l’émetteur (contrat §D.2). */
  public void automatique(CollectiviteId collectivite, IdentifiantDossier id) {
    Demande demande =
        transactions.nouvelle(
            () ->
                demande(
                    dossiers.chercher(collectivite, id).orElseThrow(() -> Porte.introuvable(id))));
    List<Preuves.Signe> signes = apposer(demande);
    transactions.nouvelle(() -> deciderSeul(collectivite, id, demande, signes));
  }

  private Void deciderSeul(
      CollectiviteId collectivite,
      IdentifiantDossier id,
      Demande demande,
      List<Preuves.Signe> signes) {
    Dossier dossier = dossiers.verrouiller(collectivite, id);
    boolean attendu =
        dossier.courante().filter(e -> e.action() == ActionDemandee.CACHET).isPresent();
    if (attendu) {
      Auteur emetteur =
          new Auteur(
              new UtilisateurId(dossier.emetteur()),
              dossiers.nomUtilisateur(dossier.emetteur()),
              dossier.courante().orElseThrow().bureau(),
              null);
      Circonstance c =
          new Circonstance(emetteur, horloge.maintenant(), Avis.SANS, dossiers::nomBureau);
      decider(dossier, demande, signes, c, Dossier::cacheterAutomatiquement);
    }
    return null;
  }
}
