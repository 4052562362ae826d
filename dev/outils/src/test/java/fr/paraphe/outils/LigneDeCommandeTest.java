package fr.paraphe.outils;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Le script {@code paraphe}, dans un projet vide où Java et la construction ne font que dire ce
 * qu’on leur demande : chaque commande suit les mêmes options, ou les refuse.
 */
class LigneDeCommandeTest {

  private static final String ECHO =
      "#!/bin/sh\nfor mot; do case \"$mot\" in -*=*|-cp|dev/outils/target/*) ;; *) printf '%s ' \"$mot\" ;; esac; done\n"
          + "echo \"[${PARAPHE_DATA:-}]\"\n";
  private static final String RIEN = "#!/bin/sh\nexit 0\n";

  @TempDir Path projet;

  @BeforeEach
  void poser() throws IOException {
    Files.copy(Path.of("../../paraphe"), projet.resolve("paraphe"));
    executable("dev/mvn", RIEN);
    for (String outil : List.of("java", "javac", "mvn", "setsid")) {
      executable("bin/" + outil, outil.equals("java") ? ECHO : RIEN);
    }
    Files.createDirectories(projet.resolve("ear/target"));
    Files.createDirectories(projet.resolve("ailleurs"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fsck | fr.paraphe.outils.controle.Fsck [PROJET/data]",
        "fsck --port-offset 500 | fr.paraphe.outils.controle.Fsck [PROJET/data-500]",
        "fsck --data /autre --port-offset 500 | fr.paraphe.outils.controle.Fsck [/autre]",
        "fsck --data ici | fr.paraphe.outils.controle.Fsck [PROJET/ailleurs/ici]",
        "journal verify --data /autre | fr.paraphe.outils.controle.JournalVerification [/autre]",
        "import a.yaml --data /autre /b.yaml | fr.paraphe.outils.importation.Importer PROJET/ailleurs/a.yaml /b.yaml [/autre]",
        "import --port-offset 7 a.yaml | fr.paraphe.outils.importation.Importer PROJET/ailleurs/a.yaml [PROJET/data-7]",
        "import --dry-run a.yaml --prune | fr.paraphe.outils.importation.Importer --dry-run PROJET/ailleurs/a.yaml --prune [PROJET/data]",
        "import --bureaux b.csv --dry-run --collectivite ville | fr.paraphe.outils.importation.Importer --bureaux ville PROJET/ailleurs/b.csv --dry-run [PROJET/data]",
        "export --collectivite ville --output f.yaml --data /autre | fr.paraphe.outils.importation.Exporter ville PROJET/ailleurs/f.yaml [/autre]",
        "export --force --output /f.yaml --collectivite ville | fr.paraphe.outils.importation.Exporter ville /f.yaml --force [PROJET/data]",
        "import --demo --data /autre | fr.paraphe.outils.demo.Charger [/autre]",
        "run --data /autre --port-offset 500 | fr.paraphe.outils.lancement.Lanceur PROJET /autre 500 []",
        "run --port-offset 0500 | fr.paraphe.outils.lancement.Lanceur PROJET PROJET/data-500 500 []",
        "run | fr.paraphe.outils.lancement.Lanceur PROJET PROJET/data 0 []",
        "bench --dossiers 9 --data ici --port-offset 4 | fr.paraphe.outils.banc.Banc --dossiers 9 --port-offset 4 --data PROJET/ailleurs/ici []",
        "bench | fr.paraphe.outils.banc.Banc []"
      })
  void chaque_commande_vise_la_copie_qu_on_lui_dit(String arguments, String attendu)
      throws Exception {
    Fin fin = lancer(arguments);

    assertThat(fin.sortie()).endsWith(attendu.replace("PROJET", projet.toString()));
    assertThat(fin.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fsck /autre | ./paraphe fsck ne prend pas d'argument : /autre.",
        "fsck --dat /autre | Option inconnue de ./paraphe fsck : --dat. ./paraphe help les donne toutes.",
        "journal verify tout | ./paraphe journal verify ne prend pas d'argument : tout.",
        "journal | Usage : ./paraphe journal verify",
        "run demo | ./paraphe run ne prend pas d'argument : demo.",
        "run --port-offset | Il manque un nombre après --port-offset.",
        "run --port-offset cent | --port-offset demande un nombre entier, de 0 à 50000.",
        "run --port-offset -5 | --port-offset demande un nombre entier, de 0 à 50000.",
        "run --port-offset 50001 | --port-offset demande un nombre entier, de 0 à 50000.",
        "bench --port-offset 123456789012 | --port-offset demande un nombre entier, de 0 à 50000.",
        "fsck --data | Il manque un dossier après --data.",
        "import | 'Usage : ./paraphe import [--data DOSSIER] [--port-offset N] [--dry-run] [--prune] FICHIER… | --demo'",
        "import --force a.yaml | Option inconnue de ./paraphe import : --force. ./paraphe help les donne toutes.",
        "import --dry-run | 'Usage : ./paraphe import [--data DOSSIER] [--port-offset N] [--dry-run] [--prune] FICHIER… | --demo'",
        "export --collectivite ville | 'Usage : ./paraphe export [--data DOSSIER] [--port-offset N] --collectivite CODE --output FICHIER [--force]'",
        "export --output f.yaml --collectivite | 'Usage : ./paraphe export [--data DOSSIER] [--port-offset N] --collectivite CODE --output FICHIER [--force]'",
        "import --utilisateurs u.csv | 'Usage : ./paraphe import --utilisateurs|--bureaux FICHIER.csv --collectivite CODE [--dry-run]'",
        "import --bureaux b.csv --prune --collectivite v | 'Usage : ./paraphe import --utilisateurs|--bureaux FICHIER.csv --collectivite CODE [--dry-run]'",
        "export tout | ./paraphe export ne prend pas d'argument : tout.",
        "export --tout | Option inconnue de ./paraphe export : --tout. ./paraphe help les donne toutes.",
        "create-admin | Usage : ./paraphe create-admin [--data DOSSIER] [--port-offset N] NOM",
        "create-admin un deux | Usage : ./paraphe create-admin [--data DOSSIER] [--port-offset N] NOM",
        "create-admin --data /nulle-part un | Aucun serveur n'est posé dans /nulle-part : lancez-y d'abord ./paraphe run.",
        "test --data /autre | ./paraphe test ne prend pas --data : les tests se donnent leurs ports et leurs données.",
        "test --port-offset 5 | ./paraphe test ne prend pas --port-offset : les tests se donnent leurs ports et leurs données.",
        "test tout | Groupe inconnu : tout (forme, unites, recette)."
      })
  void ce_qu_une_commande_ne_suit_pas_elle_le_refuse(String arguments, String phrase)
      throws Exception {
    assertThat(lancer(arguments)).isEqualTo(new Fin(2, phrase));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create-admin chef | data | 9990",
        "create-admin --port-offset 500 chef | data-500 | 10490",
        "create-admin --data /D --port-offset 500 chef | D | 10490",
        "create-admin chef --data /D | D | 10290"
      })
  void create_admin_suit_la_copie_et_dit_l_adresse_de_sa_console(
      String arguments, String donnees, int port) throws Exception {
    Path serveur = projet.resolve(donnees).resolve("serveur");
    executable(
        projet.relativize(serveur) + "/bin/add-user.sh",
        "#!/bin/sh\necho \"$JBOSS_HOME $*\" > " + projet + "/appel\n");
    if (donnees.equals("D")) {
      Files.writeString(serveur.resolve("paraphe.decalage"), "300");
    }

    Fin fin = lancer(arguments.replace("/D", projet.resolve("D").toString()));

    assertThat(fin)
        .isEqualTo(new Fin(0, "Compte chef créé : http://127.0.0.1:" + port + "/console"));
    assertThat(projet.resolve("appel")).hasContent(serveur + " -u chef -p mot-lu -s");
  }

  @Test
  void create_admin_dit_pourquoi_le_compte_n_a_pas_ete_cree() throws Exception {
    executable(
        "data/serveur/bin/add-user.sh", "#!/bin/sh\necho 'mot de passe trop court'\nexit 1\n");

    assertThat(lancer("create-admin chef"))
        .isEqualTo(new Fin(1, "Le compte chef n'a pas été créé : mot de passe trop court"));
  }

  @Test
  void l_aide_nomme_chaque_commande_et_chaque_option_commune() throws Exception {
    assertThat(lancer("help").sortie())
        .contains("./paraphe run", "./paraphe test", "./paraphe create-admin NOM")
        .contains("./paraphe import FICHIER", "./paraphe fsck", "./paraphe journal verify")
        .contains("./paraphe bench", "--data DOSSIER", "--port-offset N");
  }

  private record Fin(int code, String sortie) {}

  /** Depuis un autre dossier que le projet, avec un mot de passe sur l’entrée. */
  private Fin lancer(String arguments) throws IOException, InterruptedException {
    List<String> commande = new ArrayList<>(List.of("bash", projet.resolve("paraphe").toString()));
    commande.addAll(List.of(arguments.split(" ")));
    Path entree = Files.writeString(projet.resolve("entree"), "mot-lu\n");
    ProcessBuilder processus =
        new ProcessBuilder(commande)
            .directory(projet.resolve("ailleurs").toFile())
            .redirectErrorStream(true)
            .redirectInput(entree.toFile());
    Map<String, String> env = processus.environment();
    env.remove("PARAPHE_DATA");
    env.put("PATH", projet.resolve("bin") + ":" + env.get("PATH"));
    Process lance = processus.start();
    String sortie =
        new String(lance.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return new Fin(lance.waitFor(), sortie);
  }

  private void executable(String chemin, String texte) throws IOException {
    Path fichier = projet.resolve(chemin);
    Files.createDirectories(fichier.getParent());
    Files.writeString(fichier, texte);
    Files.setPosixFilePermissions(fichier, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
