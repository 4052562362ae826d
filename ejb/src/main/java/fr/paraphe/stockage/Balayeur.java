package fr.paraphe.stockage;

import fr.paraphe.socle.Horloge;
import fr.paraphe.stockage.infra.Inventaire;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Retire ce que plus rien ne rattache : lignes que personne ne nomme depuis un jour, fichiers sans
 * ligne, écritures abandonnées. La ligne part avant le fichier : un arrêt entre les deux laisse un
 * fichier de trop, jamais un document perdu. À appeler la nuit, hors de toute transaction.
 */
@Dependent
public class Balayeur {

  /** Le temps laissé à un dépôt pour être rattaché à un dossier. */
  public static final Duration DELAI = Duration.ofHours(24);

  private final Stockage stockage;
  private final Inventaire inventaire;
  private final Horloge horloge;

  @Inject
  public Balayeur(Stockage stockage, Inventaire inventaire, Horloge horloge) {
    this.stockage = stockage;
    this.inventaire = inventaire;
    this.horloge = horloge;
  }

  /**
   * Ce qui a été retiré.
   *
   * @param lignes blobs sans attache, avec leur fichier
   * @param fichiers fichiers sans ligne
   * @param abandons écritures interrompues
   */
  public record Bilan(int lignes, int fichiers, int abandons) {}

  public Bilan balayer() throws IOException {
    Instant avant = horloge.maintenant().minus(DELAI);
    int lignes = inventaire.retirerSansAttache(avant, this::supprimer);
    int[] fichiers = {0};
    new Reconciliation(stockage, inventaire)
        .comparer(
            avant,
            ecart -> {
              if (ecart.nature() == Ecart.Nature.FICHIER_SANS_LIGNE) {
                supprimer(ecart.emplacement());
                fichiers[0]++;
              }
            });
    return new Bilan(lignes, fichiers[0], stockage.balayerAbandons(avant));
  }

  private void supprimer(String emplacement) {
    try {
      stockage.supprimer(emplacement);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
