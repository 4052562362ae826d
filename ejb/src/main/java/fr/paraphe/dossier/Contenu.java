package fr.paraphe.dossier;

import java.io.IOException;
import java.io.InputStream;

/**
 * Le contenu d’un document, à lire en flux.
 *
 * @param taille octets
 * @param empreinte SHA-256 en hexadécimal minuscule (ETag)
 */
public record Contenu(String nom, String typeMime, long taille, String empreinte, Source source) {

  /** Ouvre le contenu à partir d’un octet donné ; l’appelant ferme. */
  @FunctionalInterface
  public interface Source {
    InputStream ouvrir(long debut) throws IOException;
  }
}
