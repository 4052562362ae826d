package fr.paraphe.outils.demo;

import fr.paraphe.outils.atelier.Atelier;
import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.atelier.HorlogeReglable;
import fr.paraphe.outils.importation.Importation;
import fr.paraphe.outils.importation.MotDePasseInitial;
import fr.paraphe.outils.sql.Ordres;
import fr.paraphe.signature.AutoriteEssai;
import fr.paraphe.signature.Autorites;
import fr.paraphe.signature.CachetServeur;
import fr.paraphe.signature.Identite;
import fr.paraphe.signature.ImageSignature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Charge la démonstration, une fois : accès, certificats d’essai, organisation, dossiers. Arrêté
 * n’importe où, un chargement reprend à la fois suivante et finit dans le même état ; seule la
 * marque posée en base à la fin dit que tout y est.
 */
public final class JeuDemo {

  /** Les certificats et le cachet d’essai sont plus vieux que le premier dossier. */
  private static final Duration ANCIENNETE = Duration.ofDays(90);

  private final Base base;
  private final Path donnees;
  private final Path modeles;
  private final Instant maintenant;

  /**
   * @param base sous le rôle qui possède le schéma
   * @param donnees dossier des données ; les propriétés {@code paraphe.blobs} et {@code
   *     paraphe.cles} sont déjà posées
   * @param modeles dossier {@code dev/demo}
   * @param maintenant l’instant où finit l’histoire
   */
  public JeuDemo(Base base, Path donnees, Path modeles, Instant maintenant) {
    this.base = base;
    this.donnees = donnees;
    this.modeles = modeles;
    this.maintenant = maintenant;
  }

  /**
   * @param nouvelles reçoit une phrase quand il y a quelque chose à charger
   * @return vrai si la démonstration vient d’être chargée, ou achevée
   */
  public boolean charger(Consumer<String> nouvelles) throws IOException, SQLException {
    try (Ordres ordres = Ordres.ouvrir(base)) {
      DejaLa dejaLa = new DejaLa(ordres);
      if (dejaLa.finie()) {
        return false;
      }
      if (ComptesDemo.dAvant(donnees)) {
        nouvelles.accept("La démonstration d’une version antérieure est gardée telle quelle.");
        return false;
      }
      List<Recit> recits = Recit.lire(modeles.resolve("dossiers.yaml"), calendrier());
      nouvelles.accept(annonce(dejaLa, recits));
      ComptesDemo comptes = ComptesDemo.exiger(donnees);
      try (Atelier atelier = Atelier.ouvrir(base)) {
        charger(atelier, dejaLa, comptes, recits);
      }
      dejaLa.finir();
      nouvelles.accept("Démonstration chargée.");
      return true;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("certificats de démonstration impossibles à créer", e);
    }
  }

  private Calendrier calendrier() {
    return new Calendrier(maintenant);
  }

  private String annonce(DejaLa dejaLa, List<Recit> recits) throws SQLException {
    if (!Files.exists(ComptesDemo.fichier(donnees))) {
      return "Chargement de la démonstration (" + recits.size() + " dossiers)…";
    }
    int deja = 0;
    for (Recit recit : recits) {
      deja += dejaLa.faits(recit).isEmpty() ? 0 : 1;
    }
    return "Reprise de la démonstration interrompue ("
        + deja
        + " sur "
        + recits.size()
        + " dossiers déjà là)…";
  }

  private void charger(Atelier atelier, DejaLa dejaLa, ComptesDemo comptes, List<Recit> recits)
      throws IOException, SQLException, GeneralSecurityException {
    atelier.bean(HorlogeReglable.class).regler(maintenant.minus(ANCIENNETE));
    Map<String, Identite> signataires =
        Map.of(
            "maire@demo", certificat(atelier, comptes, "maire", "Paul Maire"),
            "adjoint@demo", certificat(atelier, comptes, "adjoint", "Anne Adjointe"));
    importer(atelier, comptes);
    Scene scene =
        new Scene(atelier, dejaLa, calendrier(), new Documents(modeles, calendrier()), signataires);
    donnerImage(scene, dejaLa);
    for (Recit recit : recits) {
      scene.jouer(recit);
    }
  }

  private void importer(Atelier atelier, ComptesDemo comptes) throws IOException, SQLException {
    Importation importation = new Importation(base, atelier.bean(CachetServeur.class));
    MotDePasseInitial initial = MotDePasseInitial.de(comptes.motDePasse());
    importation.importer(modeles.resolve("demo.yaml"), initial);
    importation.importer(modeles.resolve("agglo.yaml"), initial);
  }

  /** Le certificat logiciel de cette personne, délivré par l’autorité d’essai, gardé en .p12. */
  private Identite certificat(Atelier atelier, ComptesDemo comptes, String login, String nom)
      throws IOException, GeneralSecurityException {
    Path p12 = comptes.p12(login);
    char[] motDePasse = comptes.motDePasseCertificats().toCharArray();
    if (Files.exists(p12)) {
      try (InputStream flux = Files.newInputStream(p12)) {
        return Identite.lireP12(flux, motDePasse);
      }
    }
    AutoriteEssai.Demande demande =
        AutoriteEssai.Demande.signature(
            "CN=" + nom + ", O=Ville de Démo, C=FR", maintenant.minus(ANCIENNETE));
    Identite delivree = atelier.bean(Autorites.class).essai().delivrer(demande);
    ByteArrayOutputStream contenu = new ByteArrayOutputStream();
    delivree.ecrireP12(contenu, motDePasse);
    FichierPrive.ecrire(p12, contenu.toByteArray());
    return delivree;
  }

  /** La signature manuscrite du maire. */
  private static void donnerImage(Scene scene, DejaLa dejaLa) throws IOException, SQLException {
    if (!dejaLa.imageDuMaire()) {
      byte[] image = ImageSignature.normaliser(new ByteArrayInputStream(Griffe.png()));
      Documents.Fichier fichier = new Documents.Fichier("signature.png", image);
      dejaLa.donnerImageAuMaire(scene.deposer("maire@demo", fichier).blob());
    }
  }
}
