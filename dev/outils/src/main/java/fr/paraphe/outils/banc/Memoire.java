package fr.paraphe.outils.banc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** La mémoire du processus serveur, en mébioctets, et le temps de processeur qu’il a pris. */
public final class Memoire {

  private static final Pattern OCCUPE = Pattern.compile("used (\\d+)K");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final long serveur;

  private Memoire(long serveur) {
    this.serveur = serveur;
  }

  /** Le serveur que ce lanceur a démarré. */
  public static Memoire duServeur() throws IOException {
    return ProcessHandle.current()
        .descendants()
        .filter(p -> p.info().commandLine().orElse("").contains("-D[Standalone]"))
        .filter(p -> p.info().command().orElse("").endsWith("java"))
        .findFirst()
        .map(p -> new Memoire(p.pid()))
        .orElseThrow(() -> new IOException("le processus du serveur est introuvable"));
  }

  /** Tas réellement vivant : après un ramassage complet. */
  public long tasVivant() throws IOException {
    jcmd("GC.run");
    return tasOccupe();
  }

  /** Tas occupé, déchets compris. */
  long tasOccupe() throws IOException {
    Matcher m = OCCUPE.matcher(jcmd("GC.heap_info"));
    return m.find() ? Long.parseLong(m.group(1)) / 1024 : -1;
  }

  long residente() throws IOException {
    Matcher m = RESIDENT.matcher(Files.readString(Path.of("/proc/" + serveur + "/status")));
    return m.find() ? Long.parseLong(m.group(1)) / 1024 : -1;
  }

  /** Temps de processeur pris par le serveur depuis son démarrage, tous fils ensemble. */
  Duration processeur() {
    return ProcessHandle.of(serveur)
        .flatMap(p -> p.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  private String jcmd(String ordre) throws IOException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(serveur),
                ordre)
            .redirectErrorStream(true)
            .start();
    String sortie = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      jcmd.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return sortie;
  }
}
