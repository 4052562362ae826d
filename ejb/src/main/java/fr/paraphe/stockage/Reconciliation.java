package fr.paraphe.stockage;

import fr.paraphe.stockage.infra.EmplacementsConnus;
import fr.paraphe.stockage.infra.Inventaire;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Compare la base et le rangement dans les deux sens, pendant que le produit travaille : ce qui est
 * trop récent pour être jugé n’est pas signalé. À appeler hors de toute transaction.
 */
@Dependent
public class Reconciliation {

  private static final int PAGE = 5000;

  private final Stockage stockage;
  private final Inventaire inventaire;

  @Inject
  public Reconciliation(Stockage stockage, Inventaire inventaire) {
    this.stockage = stockage;
    this.inventaire = inventaire;
  }

  /**
   * Chaque ligne a-t-elle son fichier, chaque fichier sa ligne ? Sans lire les contenus.
   *
   * @param avant les fichiers plus récents que cet instant peuvent n’avoir pas encore leur ligne
   * @return le nombre de lignes vues
   */
  public long comparer(Instant avant, Consumer<Ecart> signaler) throws IOException {
    EmplacementsConnus connus = new EmplacementsConnus();
    long lignes = 0;
    for (List<BlobRef> page = inventaire.page(0, PAGE);
        !page.isEmpty();
        page = inventaire.page(page.get(page.size() - 1).id(), PAGE)) {
      for (BlobRef blob : page) {
        connus.ajouter(blob.scelle().emplacement());
        exigerPresent(blob, signaler);
      }
      lignes += page.size();
    }
    connus.trier();
    try (Stream<Stockage.Rangement> fichiers = stockage.parcourir()) {
      fichiers
          .filter(f -> f.ecritLe().isBefore(avant) && !connus.contient(f.emplacement()))
          .map(f -> new Ecart(Ecart.Nature.FICHIER_SANS_LIGNE, f.emplacement(), Optional.empty()))
          .forEach(signaler);
    }
    return lignes;
  }

  /** La ligne est relue avant de conclure : le balayage a pu la retirer entre-temps. */
  private void exigerPresent(BlobRef blob, Consumer<Ecart> signaler) throws IOException {
    if (!stockage.present(blob.scelle())
        && inventaire.page(blob.id() - 1, 1).stream().anyMatch(l -> memeFichier(l, blob))) {
      signaler.accept(ecart(Ecart.Nature.FICHIER_ABSENT, blob));
    }
  }

  private static boolean memeFichier(BlobRef ligne, BlobRef blob) {
    return ligne.id() == blob.id()
        && ligne.scelle().emplacement().equals(blob.scelle().emplacement());
  }

  /**
   * Relit chaque contenu et recalcule son empreinte.
   *
   * @return le nombre de contenus relus
   */
  public long verifierContenus(Consumer<Ecart> signaler) throws IOException {
    long relus = 0;
    for (List<BlobRef> page = inventaire.page(0, PAGE);
        !page.isEmpty();
        page = inventaire.page(page.get(page.size() - 1).id(), PAGE)) {
      List<Long> intacts = new ArrayList<>();
      for (BlobRef blob : page) {
        if (intact(blob, signaler)) {
          intacts.add(blob.id());
        }
      }
      inventaire.noterVerifies(intacts);
      relus += page.size();
    }
    return relus;
  }

  private boolean intact(BlobRef blob, Consumer<Ecart> signaler) throws IOException {
    MessageDigest calcul = Empreinte.calcul();
    byte[] tampon = new byte[64 * 1024];
    try (LectureBlob lecture = stockage.ouvrir(blob.scelle());
        InputStream flux = lecture.flux()) {
      for (int lus = flux.read(tampon); lus > 0; lus = flux.read(tampon)) {
        calcul.update(tampon, 0, lus);
      }
      if (Empreinte.of(calcul.digest()).equals(blob.sha256())) {
        return true;
      }
      signaler.accept(ecart(Ecart.Nature.CONTENU_ALTERE, blob));
    } catch (BlobIllisible illisible) {
      switch (illisible.cause()) {
        case ABSENT -> exigerPresent(blob, signaler);
        case CLE -> signaler.accept(ecart(Ecart.Nature.CLE_INCONNUE, blob));
        default -> signaler.accept(ecart(Ecart.Nature.CONTENU_ALTERE, blob));
      }
    }
    return false;
  }

  private static Ecart ecart(Ecart.Nature nature, BlobRef blob) {
    return new Ecart(nature, blob.scelle().emplacement(), Optional.of(blob.id()));
  }
}
