package fr.paraphe.stockage.infra;

import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.stockage.ErreurStockage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Ce que le système de fichiers demande pour être durable, et ce qu’il dit quand il est plein. */
final class Disque {

  private static final long PLEIN = 512L * 1024;

  private Disque() {}

  /** Rend durables les noms d’un dossier (fsync du dossier). */
  static void synchroniser(Path dossier) throws IOException {
    try (FileChannel canal = FileChannel.open(dossier, StandardOpenOption.READ)) {
      canal.force(true);
    }
  }

  /**
   * Traduit un échec d’écriture : la place manque, et c’est un refus clair ; sinon l’incident tel
   * quel.
   */
  static IOException traduire(IOException echec, Path dossier) {
    if (plein(echec, dossier)) {
      throw new ErreurMetier(
          ErreurStockage.STOCKAGE_PLEIN,
          "L’espace de stockage est plein : le document n’a pas été enregistré. Prévenez l’administrateur.",
          echec);
    }
    return echec;
  }

  private static boolean plein(IOException echec, Path dossier) {
    String message = String.valueOf(echec.getMessage());
    if (message.contains("No space left") || message.contains("quota")) {
      return true;
    }
    try {
      return Files.getFileStore(dossier).getUsableSpace() < PLEIN;
    } catch (IOException inconnu) {
      return false;
    }
  }
}
