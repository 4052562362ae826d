package fr.paraphe.stockage.infra;

import fr.paraphe.stockage.Stockage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Le stockage de cette installation : dossiers des propriétés système {@code paraphe.blobs} et
 * {@code paraphe.cles}.
 */
@ApplicationScoped
public class StockageInstallation {

  @Produces
  @ApplicationScoped
  Stockage stockage() throws IOException {
    return new StockageFichiers(dossier("paraphe.blobs"), dossier("paraphe.cles"));
  }

  private static Path dossier(String propriete) {
    String valeur = System.getProperty(propriete);
    if (valeur == null || valeur.isBlank()) {
      throw new IllegalStateException("la propriété système " + propriete + " manque");
    }
    return Path.of(valeur);
  }
}
