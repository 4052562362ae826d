package fr.paraphe.recette.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Un client d’un autre langage, qui ne connaît que le WSDL : le paquet Debian {@code python3-zeep}.
 * Sans lui le test s’arrête en le disant ; {@code ./paraphe test} l’installe.
 */
class ClientZeepIT {

  /** Le Python du système, celui pour qui Debian installe. */
  private static final String PYTHON = "/usr/bin/python3";

  @TempDir static Path dossier;

  private static void exigerZeep() throws Exception {
    boolean la = new File(PYTHON).canExecute() && lancer(PYTHON, "-c", "import zeep").code() == 0;
    Assumptions.assumeTrue(la, "python3-zeep manque : apt-get install python3-zeep");
  }

  private record Sortie(int code, String texte) {}

  private static Sortie lancer(String... commande) throws IOException, InterruptedException {
    ProcessBuilder constructeur = new ProcessBuilder(commande).redirectErrorStream(true);
    constructeur.environment().put("PYTHONIOENCODING", "utf-8");
    Process processus = constructeur.start();
    String texte = new String(processus.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(processus.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Sortie(processus.exitValue(), texte);
  }

  private static Sortie jouer(String adresse, String motDePasse) throws Exception {
    CommuneSoap commune = CommuneSoap.fondee();
    Path script = dossier.resolve("cycle_zeep.py");
    try (InputStream source = ClientZeepIT.class.getResourceAsStream("cycle_zeep.py")) {
      Files.write(script, source.readAllBytes());
    }
    return lancer(
        PYTHON,
        script.toString(),
        commune.adresse() + adresse,
        CommuneSoap.WS,
        CommuneSoap.DGS,
        motDePasse);
  }

  @ParameterizedTest
  @ValueSource(strings = {Connecteur.MTOM, Connecteur.SANS_MTOM})
  void zeep_va_du_depot_au_retrait(String adresse) throws Exception {
    exigerZeep();
    Sortie sortie = jouer(adresse, CommuneSoap.fondee().motDePasse());
    assertThat(sortie.texte()).endsWith("tout va bien\n");
    assertThat(sortie.code()).isZero();
  }

  @Test
  void zeep_n_entre_pas_avec_un_faux_mot_de_passe() throws Exception {
    exigerZeep();
    Sortie sortie = jouer(Connecteur.MTOM, "faux");
    assertThat(sortie.code()).isNotZero();
    assertThat(sortie.texte()).contains("401");
  }
}
