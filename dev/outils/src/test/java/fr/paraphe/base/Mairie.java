package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.element.Paragraph;
import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.Consultation;
import fr.paraphe.dossier.Creation;
import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.DemandeCorbeille;
import fr.paraphe.dossier.DossierCree;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Instruction;
import fr.paraphe.dossier.Origine;
import fr.paraphe.dossier.Piece;
import fr.paraphe.dossier.SignatureDossiers;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.outils.atelier.Atelier;
import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.controle.Fsck;
import fr.paraphe.socle.CodeErreur;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Tranche;
import fr.paraphe.stockage.Depot;
import fr.paraphe.stockage.DocumentDepose;
import fr.paraphe.stockage.Limite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** La commune au travail : un atelier sur une base neuve, et les gestes que les tests répètent. */
final class Mairie implements AutoCloseable {

  static final BureauId COURRIER = new BureauId(11);
  static final BureauId DGS = new BureauId(12);
  static final BureauId MAIRE = new BureauId(13);
  static final BureauId WS = new BureauId(15);

  final Base base;
  final Atelier atelier;

  private Mairie(Base base, Atelier atelier) {
    this.base = base;
    this.atelier = atelier;
  }

  static Mairie ouvrir(Path donnees) {
    System.setProperty("paraphe.blobs", donnees.resolve("blobs").toString());
    System.setProperty("paraphe.cles", donnees.resolve("cles").toString());
    System.setProperty("paraphe.tmp", donnees.resolve("tmp").toString());
    Base base = BaseDEssai.neuve();
    Commune.fonder(base);
    return new Mairie(base, Atelier.ouvrir(base));
  }

  @Override
  public void close() {
    atelier.close();
  }

  /** Ferme, après avoir relu tout ce que les frontières ont écrit : le journal l’explique. */
  void fermerSaine() throws SQLException, IOException {
    close();
    assertThat(Fsck.fautes(base)).isEmpty();
  }

  Consultation consultation() {
    return atelier.bean(Consultation.class);
  }

  Instruction instruction() {
    return atelier.bean(Instruction.class);
  }

  Creation creation() {
    return atelier.bean(Creation.class);
  }

  SignatureDossiers signature() {
    return atelier.bean(SignatureDossiers.class);
  }

  <T> T lire(String login, Supplier<T> lecture) {
    return atelier.enTantQue(login, lecture);
  }

  Void faire(String login, Runnable acte) {
    atelier.faire(login, acte);
    return null;
  }

  DossierCree deposer(String login, String type, String sousType, String id, String annotation) {
    return creer(login, commande(type, sousType, id, annotation, null, true, texte(login)));
  }

  DossierCree deposerPdf(String login, String type, String sousType) {
    return creer(
        login,
        commande(
            type,
            sousType,
            "",
            "",
            null,
            true,
            piece(login, "courrier.pdf", pdf("Madame, Monsieur,"))));
  }

  DossierCree creer(String login, CreerDossier commande) {
    DossierCree cree = atelier.horsTransaction(login, () -> creation().creer(commande));
    if (commande.identifiant().isEmpty()) {
      faire(login, () -> creation().accuserReception(cree.identifiant()));
    }
    return cree;
  }

  CreerDossier commande(
      String type,
      String sousType,
      String id,
      String annotation,
      LocalDate limite,
      boolean emettre,
      Piece piece) {
    return new CreerDossier(
        Optional.of(id).filter(i -> !i.isEmpty()).map(IdentifiantDossier::new),
        "Dossier d’essai",
        type,
        sousType,
        Visibilite.SERVICE,
        limite,
        List.of(piece),
        Optional.empty(),
        List.of(),
        Map.of(),
        annotation,
        "",
        Optional.empty(),
        null,
        Origine.SOAP,
        emettre);
  }

  Piece texte(String login) {
    return piece(login, "essai.txt", "Bonjour".getBytes(StandardCharsets.UTF_8));
  }

  Piece piece(String login, String nom, byte[] contenu) {
    DocumentDepose depose =
        atelier.horsTransaction(
            login,
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

  static byte[] pdf(String texte) {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    try (Document document = new Document(new PdfDocument(new PdfWriter(sortie)))) {
      document.add(new Paragraph(texte));
    }
    return sortie.toByteArray();
  }

  List<String> bannette(String login, BureauId bureau, Bannette bannette) {
    DemandeCorbeille demande = DemandeCorbeille.de(bureau, bannette, Tranche.page(1, 500));
    return lire(
        login,
        () ->
            consultation().corbeille(demande).lignes().stream().map(l -> l.id().valeur()).toList());
  }

  /** Un ordre de préparation, sous le rôle propriétaire. */
  void sql(String ordre) {
    try (Connection c = DriverManager.getConnection(base.url(), base.compte(), base.motDePasse());
        Statement s = c.createStatement()) {
      s.execute(ordre);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** La première colonne, en texte. */
  List<String> textes(String requete) {
    List<String> textes = new ArrayList<>();
    try (Connection c = DriverManager.getConnection(base.url(), base.compte(), base.motDePasse());
        Statement s = c.createStatement();
        ResultSet r = s.executeQuery(requete)) {
      while (r.next()) {
        textes.add(r.getString(1));
      }
      return textes;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void refuse(CodeErreur code, String phrase, Supplier<?> acte) {
    assertThatThrownBy(acte::get)
        .isInstanceOfSatisfying(
            ErreurMetier.class,
            e -> {
              if (code != null) {
                assertThat(e.code()).isEqualTo(code);
              }
              if (phrase != null) {
                assertThat(e).hasMessage(phrase);
              }
            });
  }

  /** Lance des actes au même instant ; un refus est rendu comme un résultat. */
  static List<Object> ensemble(List<Callable<Object>> actes) throws Exception {
    ExecutorService bassin = Executors.newFixedThreadPool(actes.size());
    CyclicBarrier depart = new CyclicBarrier(actes.size());
    try {
      List<Future<Object>> promesses = new ArrayList<>();
      actes.forEach(acte -> promesses.add(bassin.submit(() -> apres(depart, acte))));
      List<Object> resultats = new ArrayList<>();
      for (Future<Object> promesse : promesses) {
        resultats.add(promesse.get());
      }
      return resultats;
    } finally {
      bassin.shutdownNow();
    }
  }

  private static Object apres(CyclicBarrier depart, Callable<Object> acte) throws Exception {
    depart.await();
    try {
      return acte.call();
    } catch (ErreurMetier e) {
      return e;
    }
  }
}
