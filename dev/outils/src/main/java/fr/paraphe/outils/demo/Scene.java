package fr.paraphe.outils.demo;

import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.Creation;
import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Instruction;
import fr.paraphe.dossier.Origine;
import fr.paraphe.dossier.Piece;
import fr.paraphe.dossier.PreparationSignature;
import fr.paraphe.dossier.ResultatSignature;
import fr.paraphe.dossier.SignatureDossiers;
import fr.paraphe.dossier.ValeurSignature;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.dossier.infra.CachetAutomatique;
import fr.paraphe.dossier.infra.PoseCachet;
import fr.paraphe.outils.atelier.Atelier;
import fr.paraphe.outils.atelier.HorlogeReglable;
import fr.paraphe.signature.Identite;
import fr.paraphe.stockage.Depot;
import fr.paraphe.stockage.DocumentDepose;
import fr.paraphe.stockage.Limite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joue un récit par les frontières du produit, chaque geste à son heure et sous son auteur. */
final class Scene {

  private static final int LOT = 50;

  private final Atelier atelier;
  private final HorlogeReglable horloge;
  private final DejaLa dejaLa;
  private final Calendrier calendrier;
  private final Documents documents;
  private final Map<String, Identite> signataires;

  /**
   * @param signataires la clé de chaque personne qui signe, par login
   */
  Scene(
      Atelier atelier,
      DejaLa dejaLa,
      Calendrier calendrier,
      Documents documents,
      Map<String, Identite> signataires) {
    this.atelier = atelier;
    this.horloge = atelier.bean(HorlogeReglable.class);
    this.dejaLa = dejaLa;
    this.calendrier = calendrier;
    this.documents = documents;
    this.signataires = signataires;
  }

  /** Joue ce qui, de ce récit, n’est pas déjà au journal. */
  void jouer(Recit recit) throws SQLException {
    List<DejaLa.Fait> faits = dejaLa.faits(recit);
    IdentifiantDossier id = new IdentifiantDossier(recit.id());
    Recit.Moment debut = recit.creation();
    regler(debut);
    if (faits.isEmpty()) {
      CreerDossier commande = commande(recit, id);
      atelier.horsTransaction(debut.par(), () -> atelier.bean(Creation.class).creer(commande));
    }
    if (origine(debut) == Origine.SOAP) {
      atelier.faire(debut.par(), () -> atelier.bean(Creation.class).accuserReception(id));
    }
    for (Recit.Acte acte : recit.actes()) {
      String preuve = acte.verbe().preuve().name();
      if (!faits.remove(new DejaLa.Fait(preuve, acte.moment().par()))) {
        jouer(id, acte);
      }
    }
  }

  private void regler(Recit.Moment moment) {
    horloge.regler(calendrier.ilYA(moment.ilYA(), moment.heure()));
  }

  private static Origine origine(Recit.Moment creation) {
    return creation.par().startsWith("ws@") ? Origine.SOAP : Origine.WEB;
  }

  private CreerDossier commande(Recit recit, IdentifiantDossier id) throws SQLException {
    String par = recit.creation().par();
    Documents.Liasse liasse = documents.de(recit);
    return new CreerDossier(
        Optional.of(id),
        recit.titre(),
        recit.type(),
        recit.sousType(),
        Visibilite.SERVICE,
        recit.echeance().map(calendrier::jour).orElse(null),
        List.of(deposer(par, liasse.principal())),
        liasse.visuel().map(v -> deposer(par, v)),
        liasse.annexes().stream().map(a -> deposer(par, a)).toList(),
        Map.of(),
        recit.note(),
        "",
        dejaLa.bureau(recit.creation()),
        null,
        origine(recit.creation()),
        recit.transmis());
  }

  Piece deposer(String login, Documents.Fichier fichier) {
    DocumentDepose depose =
        atelier.horsTransaction(
            login,
            () -> {
              try {
                return atelier
                    .bean(Depot.class)
                    .deposer(
                        fichier.nom(), new ByteArrayInputStream(fichier.contenu()), Limite.FICHIER);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return new Piece(depose.blob(), depose.nom(), depose.typeMime());
  }

  private void jouer(IdentifiantDossier id, Recit.Acte acte) {
    String par = acte.moment().par();
    Avis avis = Avis.publique(acte.note());
    Instruction instruction = atelier.bean(Instruction.class);
    regler(acte.moment());
    switch (acte.verbe()) {
      case LIRE -> atelier.faire(par, () -> instruction.marquerLu(id));
      case VISER -> atelier.faire(par, () -> instruction.viser(id, avis));
      case REJETER -> atelier.faire(par, () -> instruction.rejeter(id, avis));
      case ARCHIVER -> atelier.faire(par, () -> instruction.archiver(id));
      case SIGNER -> signer(par, id, avis);
      case CACHETER -> cacheter(par, id, avis);
      case SCELLER -> sceller(id);
    }
  }

  /** Un échec est dit, au contraire de la veille du serveur, qui passe au dossier suivant. */
  private void sceller(IdentifiantDossier id) {
    PoseCachet pose = atelier.bean(PoseCachet.class);
    atelier.bean(CachetAutomatique.class).enAttente(LOT).stream()
        .filter(e -> e.dossier().equals(id))
        .forEach(e -> pose.automatique(e.collectivite(), e.dossier()));
  }

  private void cacheter(String par, IdentifiantDossier id, Avis avis) {
    atelier.horsTransaction(
        par,
        () -> {
          atelier.bean(SignatureDossiers.class).cacheter(id, avis);
          return null;
        });
  }

  private void signer(String par, IdentifiantDossier id, Avis avis) {
    SignatureDossiers signature = atelier.bean(SignatureDossiers.class);
    Identite cle = signataires.get(par);
    PreparationSignature preparation =
        atelier.horsTransaction(par, () -> signature.preparer(List.of(id), cle.chaine().ders()));
    exigerAucun(preparation.refus().stream().map(PreparationSignature.Refus::raison).toList());
    List<ValeurSignature> valeurs =
        preparation.aSigner().stream()
            .map(a -> new ValeurSignature(a.document(), valeur(cle, a.octets())))
            .toList();
    List<ResultatSignature> resultats =
        atelier.horsTransaction(
            par, () -> signature.incorporer(preparation.jeton(), valeurs, avis));
    exigerAucun(resultats.stream().filter(r -> !r.signe()).map(ResultatSignature::raison).toList());
  }

  private static void exigerAucun(List<String> refus) {
    if (!refus.isEmpty()) {
      throw new IllegalStateException(String.join(" ", refus));
    }
  }

  private static byte[] valeur(Identite cle, byte[] octets) {
    try {
      return cle.signer(octets);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
