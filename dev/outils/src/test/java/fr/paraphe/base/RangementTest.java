package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.controle.Fsck;
import fr.paraphe.outils.lancement.Cles;
import fr.paraphe.outils.lancement.Empechement;
import fr.paraphe.stockage.Coffre;
import fr.paraphe.stockage.Limite;
import fr.paraphe.stockage.Stockage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ce que {@code fsck} dit des fichiers, et par quoi il sort. */
class RangementTest {

  @TempDir Path donnees;
  private Mairie mairie;

  @BeforeEach
  void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    mairie.deposer("ws@demo", "Visa", "simple", "range", "");
  }

  @AfterEach
  void fermer() {
    mairie.close();
  }

  @Test
  void un_fichier_sans_ligne_est_une_faute_passe_deux_jours_pas_avant() throws Exception {
    String deTrop = stockage().deposer(1, flux("de trop"), Limite.FICHIER).emplacement();
    vieillir(fichier(deTrop), Duration.ofHours(47));
    assertThat(Fsck.fautes(mairie.base)).isEmpty();

    vieillir(fichier(deTrop), Duration.ofHours(49));
    assertThat(Fsck.fautes(mairie.base))
        .containsExactly(
            "Fichier rangé en "
                + deTrop
                + " : la base ne le nomme pas, et le balayage de nuit aurait dû l’ôter.");
    assertThat(fichier(deTrop)).exists();
  }

  @Test
  void un_fichier_disparu_est_nomme_une_fois_avec_son_dossier() throws Exception {
    Path fichier = duDossier();
    Files.delete(fichier);

    assertThat(Fsck.fautes(mairie.base))
        .containsExactly(
            "Document rangé en "
                + fichier.getFileName()
                + " (dossier « range ») : son fichier a disparu.");
  }

  @Test
  void un_contenu_altere_ou_tronque_est_nomme_avec_son_dossier() throws Exception {
    Path fichier = duDossier();
    byte[] octets = Files.readAllBytes(fichier);
    octets[octets.length / 2] ^= 1;
    Files.write(fichier, octets);
    String faute =
        "Document rangé en "
            + fichier.getFileName()
            + " (dossier « range ») : son contenu a été altéré.";
    assertThat(Fsck.fautes(mairie.base)).containsExactly(faute);

    Files.write(fichier, List.of());
    assertThat(Fsck.fautes(mairie.base)).containsExactly(faute);
  }

  @Test
  void une_empreinte_fausse_en_base_est_nommee() throws Exception {
    Commune.executer(mairie.base, "UPDATE blob SET sha256 = sha256('autre')");

    assertThat(Fsck.fautes(mairie.base)).singleElement().asString().endsWith("a été altéré.");
  }

  @Test
  void un_document_que_nul_dossier_ne_prend_est_verifie_aussi() throws Exception {
    String seul =
        mairie
            .atelier
            .bean(Coffre.class)
            .deposer(1, flux("seul"), "text/plain", Limite.FICHIER)
            .scelle()
            .emplacement();
    Files.delete(fichier(seul));

    assertThat(Fsck.fautes(mairie.base))
        .containsExactly("Document rangé en " + seul + " : son fichier a disparu.");
  }

  @Test
  void un_fichier_de_travail_de_plus_d_une_heure_est_une_faute() throws Exception {
    Path reste = donnees.resolve("tmp/paraphe-signature-123/document.pdf");
    Files.createDirectories(reste.getParent());
    Files.writeString(reste, "en clair");
    assertThat(Fsck.fautes(mairie.base)).isEmpty();

    vieillir(reste, Duration.ofMinutes(61));
    assertThat(Fsck.fautes(mairie.base))
        .containsExactly(
            "Fichier de travail en clair laissé dans "
                + donnees.resolve("tmp")
                + " : paraphe-signature-123/document.pdf.");
    assertThat(reste).exists();
  }

  @Test
  void un_controle_sans_faute_date_la_verification_de_chaque_document() throws Exception {
    Fsck.fautes(mairie.base);

    assertThat(Commune.compter(mairie.base, "SELECT count(*) FROM blob WHERE verifie_le IS NULL"))
        .isZero();
  }

  @Test
  void la_commande_sort_par_0_sans_faute_1_avec_2_si_elle_n_a_pas_pu_se_faire() throws Exception {
    assertThat(commande(mairie.base)).isEqualTo(new Fin(0, "Tout concorde."));

    Commune.executer(mairie.base, "UPDATE dossier SET statut = 'Lu'");
    assertThat(commande(mairie.base)).isEqualTo(new Fin(1, "1 faute(s)."));

    Fin absente = commande(new Base(mairie.base.url() + "_absente", "postgres", "postgres"));
    assertThat(absente.code()).isEqualTo(2);
    assertThat(absente.phrase()).contains("n’a pas pu");
  }

  /** Une sauvegarde restaurée sans ses clés, ou avec celles d’une autre installation. */
  @Test
  void sans_cle_le_controle_ne_se_fait_pas_et_n_en_tire_pas_une_autre() throws Exception {
    Path cle = donnees.resolve("cles/maitre-1.cle");
    Files.delete(cle);

    Fin fin = commande(mairie.base);
    assertThat(fin.code()).isEqualTo(2);
    assertThat(fin.phrase()).contains("restaurez ce dossier avant tout");
    assertThat(cle).doesNotExist();
    assertThatThrownBy(() -> Cles.exiger(mairie.base, donnees.resolve("absent")))
        .isInstanceOf(Empechement.class);
  }

  @Test
  void sans_document_une_installation_neuve_peut_se_passer_de_cle() throws Exception {
    Commune.executer(
        mairie.base,
        "BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM document; DELETE FROM blob; COMMIT");

    assertThatCode(() -> Cles.exiger(mairie.base, donnees.resolve("absent")))
        .doesNotThrowAnyException();
  }

  @Test
  void avec_les_cles_d_une_autre_installation_chaque_document_est_nomme() throws Exception {
    Files.write(donnees.resolve("cles/maitre-1.cle"), new byte[32]);

    assertThat(Fsck.fautes(mairie.base))
        .containsExactly(
            "Document rangé en "
                + duDossier().getFileName()
                + " (dossier « range ») : les clés de cette installation ne l’ouvrent pas.");
  }

  private record Fin(int code, String phrase) {}

  private Fin commande(Base base) throws IOException, InterruptedException {
    ProcessBuilder commande =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.logging.config.file=../../dev/outils/journal.properties",
                "-cp",
                System.getProperty("java.class.path"),
                Fsck.class.getName())
            .redirectErrorStream(true);
    commande
        .environment()
        .putAll(
            Map.of(
                "PARAPHE_DATA", donnees.toString(),
                "PARAPHE_DB_URL", base.url(),
                "PARAPHE_DB_USER", base.compte(),
                "PARAPHE_DB_PASSWORD", base.motDePasse()));
    Process processus = commande.start();
    List<String> lignes =
        new String(processus.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    return new Fin(processus.waitFor(), lignes.get(lignes.size() - 1));
  }

  private Path duDossier() throws IOException {
    try (var blobs = Files.walk(donnees.resolve("blobs"))) {
      return blobs.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  private Path fichier(String emplacement) {
    return donnees
        .resolve("blobs")
        .resolve(emplacement.substring(0, 2))
        .resolve(emplacement.substring(2, 4))
        .resolve(emplacement);
  }

  private Stockage stockage() {
    return mairie.atelier.bean(Stockage.class);
  }

  private static void vieillir(Path fichier, Duration age) throws IOException {
    Files.setLastModifiedTime(fichier, FileTime.from(Instant.now().minus(age)));
  }

  private static ByteArrayInputStream flux(String contenu) {
    return new ByteArrayInputStream(contenu.getBytes(StandardCharsets.UTF_8));
  }
}
