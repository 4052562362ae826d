package fr.paraphe.outils.demo;

import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.Creation;
import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Instruction;
import fr.paraphe.dossier.Origine;
import fr.paraphe.dossier.Piece;
import fr.paraphe.dossier.PreparationSignature;
import fr.paraphe.dossier.SignatureDossiers;
import fr.paraphe.dossier.ValeurSignature;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.outils.atelier.Atelier;
import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.atelier.HorlogeReglable;
import fr.paraphe.outils.sql.Ordres;
import fr.paraphe.signature.Identite;
import fr.paraphe.signature.ImageSignature;
import fr.paraphe.socle.Horloge;
import fr.paraphe.stockage.Depot;
import fr.paraphe.stockage.DocumentDepose;
import fr.paraphe.stockage.Limite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joue les scènes par les vraies frontières, chacun au nom de son personnage et à son heure. */
final class Tournage {

  private static final String DOMAINE = "@demo";

  private final Atelier atelier;
  private final Base base;
  private final HorlogeReglable horloge;
  private final Identite maire;
  private int bordereau = 213;

  Tournage(Atelier atelier, Base base, Identite maire) {
    this.atelier = atelier;
    this.base = base;
    this.horloge = atelier.bean(HorlogeReglable.class);
    this.maire = maire;
  }

  void jouer(List<Scene> scenes) throws IOException, SQLException {
    donnerImage();
    scenes.forEach(this::jouer);
    horloge.regler(null);
  }

  /** La signature manuscrite du maire. */
  private void donnerImage() throws IOException, SQLException {
    byte[] image = ImageSignature.normaliser(new ByteArrayInputStream(Griffe.png()));
    long blob = deposer("maire", "signature.png", image).blob();
    try (Ordres ordres = Ordres.ouvrir(base)) {
      ordres.executer(
          "UPDATE utilisateur SET image_blob_id = ? WHERE identifiant = 'maire' AND collectivite_id = (SELECT id FROM collectivite WHERE domaine = 'demo')",
          blob);
    }
  }

  private void jouer(Scene scene) {
    Instant instant =
        Instant.now()
            .minus(Duration.ofDays(scene.age()))
            .minus(Duration.ofMinutes(scene.titre().length() * 7L));
    horloge.regler(instant);
    IdentifiantDossier id = deposer(scene);
    for (Scene.Geste geste : scene.gestes()) {
      instant = instant.plus(Duration.ofHours(5));
      horloge.regler(instant);
      faire(id, geste);
    }
  }

  private IdentifiantDossier deposer(Scene scene) {
    LocalDate jour = LocalDate.ofInstant(horloge.maintenant(), Horloge.ZONE);
    LocalDate limite =
        scene.limite() == null
            ? null
            : LocalDate.ofInstant(Instant.now(), Horloge.ZONE).plusDays(scene.limite());
    boolean pes = scene.genre() == Scene.Genre.PES;
    byte[] lisible = lisible(scene, jour);
    Piece document =
        pes
            ? deposer(
                scene.deposant(),
                "PES_" + ++bordereau + ".xml",
                Papier.pes(bordereau, jour, "Travaux de voirie", "18400.00"))
            : deposer(scene.deposant(), scene.titre() + ".pdf", lisible);
    CreerDossier commande =
        new CreerDossier(
            Optional.empty(),
            scene.titre(),
            scene.type(),
            scene.sousType(),
            Visibilite.SERVICE,
            limite,
            List.of(document),
            pes ? Optional.of(deposer(scene.deposant(), "visuel.pdf", lisible)) : Optional.empty(),
            List.of(),
            Map.of(),
            scene.annotation(),
            "",
            Optional.empty(),
            null,
            "ws".equals(scene.deposant()) ? Origine.SOAP : Origine.WEB,
            scene.transmis());
    return atelier.horsTransaction(
        scene.deposant() + DOMAINE,
        () -> atelier.bean(Creation.class).creer(commande).identifiant());
  }

  private static byte[] lisible(Scene scene, LocalDate jour) {
    if (scene.genre() == Scene.Genre.LETTRE) {
      return Papier.lettre(
          "Madame, Monsieur\n4, rue du Lavoir\n00000 Démo", jour, scene.titre(), CORPS);
    }
    return Papier.acte(scene.titre(), jour, CONSIDERANTS, ARTICLES);
  }

  private Piece deposer(String login, String nom, byte[] contenu) {
    DocumentDepose depose =
        atelier.horsTransaction(
            login + DOMAINE,
            () -> {
              try {
                return atelier
                    .bean(Depot.class)
                    .deposer(nom, new ByteArrayInputStream(contenu), Limite.FICHIER);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return new Piece(depose.blob(), depose.nom(), depose.typeMime());
  }

  private void faire(IdentifiantDossier id, Scene.Geste geste) {
    String login = geste.login() + DOMAINE;
    Avis avis = Avis.publique(geste.annotation());
    Instruction instruction = atelier.bean(Instruction.class);
    switch (geste.acte()) {
      case LIRE -> atelier.faire(login, () -> instruction.marquerLu(id));
      case VISER -> atelier.faire(login, () -> instruction.viser(id, avis));
      case REJETER -> atelier.faire(login, () -> instruction.rejeter(id, avis));
      case CACHETER -> atelier.horsTransaction(login, () -> cacheter(id, avis));
      case SIGNER -> atelier.horsTransaction(login, () -> signer(id, avis));
    }
  }

  private Void cacheter(IdentifiantDossier id, Avis avis) {
    atelier.bean(SignatureDossiers.class).cacheter(id, avis);
    return null;
  }

  private Void signer(IdentifiantDossier id, Avis avis) {
    SignatureDossiers signature = atelier.bean(SignatureDossiers.class);
    PreparationSignature preparation = signature.preparer(List.of(id), maire.chaine().ders());
    signature.incorporer(
        preparation.jeton(), preparation.aSigner().stream().map(this::valeur).toList(), avis);
    return null;
  }

  private ValeurSignature valeur(PreparationSignature.ASigner aSigner) {
    try {
      return new ValeurSignature(aSigner.document(), maire.signer(aSigner.octets()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final List<String> CORPS =
      List.of(
          "Madame, Monsieur,",
          "Par courrier du 2 novembre 2026, vous avez appelé l’attention de la commune sur le sujet rappelé en objet. Je vous en remercie.",
          "Après examen par les services, j’ai le plaisir de vous confirmer que la ville donnera une suite favorable à votre demande, dans la"
              + " limite des crédits inscrits au budget. Les démarches nécessaires seront engagées dès la signature de la présente.",
          "Le service courrier reste à votre disposition pour toute précision. Une convention précisant les engagements de chacun vous sera"
              + " adressée avant la fin du mois de janvier.",
          "Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.");

  private static final List<String> CONSIDERANTS =
      List.of(
          "Vu le code général des collectivités territoriales,",
          "Vu la demande présentée au service compétent,",
          "Considérant l’intérêt communal qui s’attache à cette mesure,");

  private static final List<String> ARTICLES =
      List.of(
          "La mesure décrite en titre est approuvée et prend effet à la date de sa publication.",
          "La directrice générale des services est chargée de l’exécution du présent acte, qui sera affiché en mairie.",
          "Le présent acte peut être contesté devant le tribunal administratif dans un délai de deux mois.");
}
