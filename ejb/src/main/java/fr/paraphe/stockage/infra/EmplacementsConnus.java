package fr.paraphe.stockage.infra;

import java.util.Arrays;

/**
 * Des emplacements en mémoire : huit octets chacun. Deux emplacements tirés au hasard qui partagent
 * leurs 64 premiers bits feraient seulement manquer un fichier de trop.
 */
public final class EmplacementsConnus {

  private long[] cles = new long[1024];
  private int nombre;

  public void ajouter(String emplacement) {
    if (nombre == cles.length) {
      cles = Arrays.copyOf(cles, nombre * 2);
    }
    cles[nombre++] = cle(emplacement);
  }

  public void trier() {
    Arrays.sort(cles, 0, nombre);
  }

  public boolean contient(String emplacement) {
    return Arrays.binarySearch(cles, 0, nombre, cle(emplacement)) >= 0;
  }

  private static long cle(String emplacement) {
    return Long.parseUnsignedLong(emplacement.substring(0, 16), 16);
  }
}
