package fr.paraphe.stockage.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.stockage.BlobIllisible;
import fr.paraphe.stockage.BlobScelle;
import fr.paraphe.stockage.ErreurStockage;
import fr.paraphe.stockage.LectureBlob;
import fr.paraphe.stockage.Limite;
import fr.paraphe.stockage.Stockage;
import fr.paraphe.stockage.StockageContrat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockageFichiersTest implements StockageContrat {

  private static final int SCELLE = Segments.SCELLE;

  @TempDir Path dossier;
  private StockageFichiers sujet;

  @BeforeEach
  void installer() throws IOException {
    sujet = new StockageFichiers(dossier.resolve("blobs"), dossier.resolve("cles"));
  }

  @Override
  public Stockage sujet() {
    return sujet;
  }

  @Test
  void rien_du_contenu_ni_de_son_empreinte_ne_se_lit_sur_le_disque() throws Exception {
    byte[] contenu = "Délibération du 23 novembre 2026".repeat(5000).getBytes();
    BlobScelle blob = deposer(contenu);
    byte[] brut = Files.readAllBytes(fichier(blob));

    assertThat(new String(brut, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("novembre");
    assertThat(fichier(blob).toString()).doesNotContain(blob.sha256().hex());
  }

  @Test
  void un_octet_change_ou_qu_il_soit_est_vu() throws Exception {
    byte[] contenu = StockageContrat.contenu(2 * SEGMENT + 1000);
    BlobScelle blob = deposer(contenu);
    byte[] intact = Files.readAllBytes(fichier(blob));
    for (int position :
        new int[] {0, 8, 9, 15, 16, 1000, SCELLE + 15, SCELLE + 16, intact.length - 1}) {
      byte[] abime = intact.clone();
      abime[position] ^= 1;
      Files.write(fichier(blob), abime);

      assertIllisible(blob, BlobIllisible.Cause.ALTERE);
    }
  }

  @Test
  void un_fichier_tronque_ou_allonge_est_vu_avant_le_premier_octet() throws Exception {
    BlobScelle blob = deposer(StockageContrat.contenu(3 * SEGMENT));
    byte[] intact = Files.readAllBytes(fichier(blob));
    for (int taille :
        new int[] {0, 10, 16, 16 + SCELLE, intact.length - SCELLE, intact.length - 1}) {
      Files.write(fichier(blob), Arrays.copyOf(intact, taille));

      assertThatThrownBy(() -> sujet.ouvrir(blob))
          .isInstanceOfSatisfying(
              BlobIllisible.class,
              e -> assertThat(e.cause()).isEqualTo(BlobIllisible.Cause.TAILLE));
    }
    Files.write(fichier(blob), Arrays.copyOf(intact, intact.length + 1));
    assertThatThrownBy(() -> sujet.ouvrir(blob)).isInstanceOf(BlobIllisible.class);
  }

  @Test
  void un_blob_coupe_entre_deux_segments_ne_passe_pas_meme_si_la_base_ment_aussi()
      throws Exception {
    BlobScelle blob = deposer(StockageContrat.contenu(2 * SEGMENT));
    byte[] intact = Files.readAllBytes(fichier(blob));
    Files.write(fichier(blob), Arrays.copyOf(intact, 16 + SCELLE));
    BlobScelle complice =
        new BlobScelle(
            VILLE, blob.emplacement(), blob.sha256(), SEGMENT, blob.cleEnveloppee(), (short) 1);

    assertIllisible(complice, BlobIllisible.Cause.ALTERE);
  }

  @Test
  void deux_segments_echanges_sont_vus() throws Exception {
    BlobScelle blob = deposer(StockageContrat.contenu(3 * SEGMENT));
    byte[] fichier = Files.readAllBytes(fichier(blob));
    byte[] premier = Arrays.copyOfRange(fichier, 16, 16 + SCELLE);
    System.arraycopy(fichier, 16 + SCELLE, fichier, 16, SCELLE);
    System.arraycopy(premier, 0, fichier, 16 + SCELLE, SCELLE);
    Files.write(fichier(blob), fichier);

    assertIllisible(blob, BlobIllisible.Cause.ALTERE);
  }

  @Test
  void le_fichier_d_un_autre_blob_ne_prend_pas_sa_place() throws Exception {
    BlobScelle un = deposer(StockageContrat.contenu(100));
    BlobScelle autre = deposer("x".repeat(100).getBytes());
    Files.copy(fichier(autre), fichier(un), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertIllisible(un, BlobIllisible.Cause.ALTERE);
  }

  @Test
  void la_cle_d_un_autre_blob_n_ouvre_rien() throws Exception {
    BlobScelle un = deposer(StockageContrat.contenu(100));
    BlobScelle autre = deposer(StockageContrat.contenu(100));
    BlobScelle greffe =
        new BlobScelle(
            VILLE, un.emplacement(), un.sha256(), 100, autre.cleEnveloppee(), autre.cleMaitre());

    assertThatThrownBy(() -> sujet.ouvrir(greffe))
        .isInstanceOfSatisfying(
            BlobIllisible.class, e -> assertThat(e.cause()).isEqualTo(BlobIllisible.Cause.CLE));
  }

  @Test
  void un_blob_vide_altere_est_vu() throws Exception {
    BlobScelle blob = deposer(new byte[0]);
    byte[] fichier = Files.readAllBytes(fichier(blob));
    fichier[20] ^= 1;
    Files.write(fichier(blob), fichier);

    assertThatThrownBy(() -> sujet.ouvrir(blob)).isInstanceOf(BlobIllisible.class);
  }

  @Test
  void les_cles_sont_tirees_une_fois_illisibles_des_autres_et_servent_apres_un_redemarrage()
      throws Exception {
    BlobScelle blob = deposer(StockageContrat.contenu(100));
    Path cle = dossier.resolve("cles/maitre-1.cle");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cle)))
        .isEqualTo("rw-------");
    sujet = new StockageFichiers(dossier.resolve("blobs"), dossier.resolve("cles"));
    assertThat(relire(blob)).hasSize(100);
  }

  @Test
  void une_cle_lisible_par_d_autres_arrete_le_demarrage() throws Exception {
    Path cle = dossier.resolve("cles/maitre-1.cle");
    Files.setPosixFilePermissions(cle, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(
            () -> new StockageFichiers(dossier.resolve("blobs"), dossier.resolve("cles")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void une_autre_cle_maitresse_n_ouvre_rien_et_une_nouvelle_laisse_lire_l_ancien()
      throws Exception {
    BlobScelle blob = deposer(StockageContrat.contenu(100));
    Path seconde = dossier.resolve("cles/maitre-2.cle");
    Files.write(seconde, new byte[32]);
    Files.setPosixFilePermissions(seconde, PosixFilePermissions.fromString("rw-------"));
    sujet = new StockageFichiers(dossier.resolve("blobs"), dossier.resolve("cles"));

    assertThat(relire(blob)).hasSize(100);
    assertThat(deposer(new byte[3]).cleMaitre()).isEqualTo((short) 2);

    Files.delete(dossier.resolve("cles/maitre-1.cle"));
    sujet = new StockageFichiers(dossier.resolve("blobs"), dossier.resolve("cles"));
    assertThatThrownBy(() -> sujet.ouvrir(blob))
        .isInstanceOfSatisfying(
            BlobIllisible.class, e -> assertThat(e.cause()).isEqualTo(BlobIllisible.Cause.CLE));
  }

  @Test
  void un_emplacement_qui_sort_du_dossier_est_refuse() {
    assertThatThrownBy(() -> sujet.supprimer("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void un_disque_plein_donne_un_refus_clair_et_ne_laisse_rien() throws Exception {
    Path petit = Files.createDirectory(dossier.resolve("petit"));
    assumeTrue(lancer("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", petit.toString()) == 0);
    try {
      StockageFichiers plein =
          new StockageFichiers(petit.resolve("blobs"), dossier.resolve("cles"));
      ByteArrayInputStream gros = new ByteArrayInputStream(StockageContrat.contenu(8_000_000));

      assertThatThrownBy(() -> plein.deposer(VILLE, gros, Limite.FICHIER))
          .isInstanceOfSatisfying(
              ErreurMetier.class,
              e -> assertThat(e.code()).isEqualTo(ErreurStockage.STOCKAGE_PLEIN))
          .hasMessageContaining("plein");
      try (Stream<Path> reste = Files.walk(petit)) {
        assertThat(reste.filter(Files::isRegularFile)).isEmpty();
      }
      BlobScelle apres =
          plein.deposer(VILLE, new ByteArrayInputStream(new byte[1000]), Limite.FICHIER);
      assertThat(plein.present(apres)).isTrue();
    } finally {
      lancer("umount", petit.toString());
    }
  }

  private static int lancer(String... commande) throws Exception {
    try {
      return new ProcessBuilder(commande).inheritIO().start().waitFor();
    } catch (IOException absente) {
      return -1;
    }
  }

  private void assertIllisible(BlobScelle blob, BlobIllisible.Cause cause) {
    assertThatThrownBy(
            () -> {
              try (LectureBlob lecture = sujet.ouvrir(blob)) {
                lecture.flux().readAllBytes();
              }
            })
        .isInstanceOfSatisfying(BlobIllisible.class, e -> assertThat(e.cause()).isEqualTo(cause));
  }

  private Path fichier(BlobScelle blob) {
    String nom = blob.emplacement();
    return dossier
        .resolve("blobs")
        .resolve(nom.substring(0, 2))
        .resolve(nom.substring(2, 4))
        .resolve(nom);
  }
}
