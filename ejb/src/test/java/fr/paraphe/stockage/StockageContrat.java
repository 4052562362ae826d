package fr.paraphe.stockage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.socle.ErreurMetier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ce que tout stockage doit tenir, quel que soit l’endroit où il range. */
public interface StockageContrat {

  int VILLE = 7;
  int AUTRE_VILLE = 8;
  int SEGMENT = 64 * 1024;

  Stockage sujet();

  @Test
  default void un_blob_se_relit_tel_qu_il_a_ete_ecrit_quelle_que_soit_sa_taille() throws Exception {
    for (int taille : new int[] {0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 1_000_003}) {
      byte[] contenu = contenu(taille);
      BlobScelle blob = deposer(contenu);

      assertThat(blob.taille()).isEqualTo(taille);
      assertThat(blob.sha256()).isEqualTo(Empreinte.de(contenu));
      assertThat(relire(blob)).isEqualTo(contenu);
    }
  }

  @Test
  default void une_plage_se_lit_sans_lire_le_reste() throws Exception {
    byte[] contenu = contenu(3 * SEGMENT + 100);
    BlobScelle blob = deposer(contenu);

    for (int[] plage :
        new int[][] {
          {0, 0},
          {0, 1},
          {SEGMENT - 1, 2},
          {SEGMENT, SEGMENT},
          {2 * SEGMENT + 50, SEGMENT + 50},
          {contenu.length - 1, 1},
          {contenu.length, 0}
        }) {
      try (LectureBlob lecture = sujet().ouvrir(blob)) {
        byte[] attendu = java.util.Arrays.copyOfRange(contenu, plage[0], plage[0] + plage[1]);
        assertThat(lecture.flux(plage[0], plage[1]).readAllBytes()).isEqualTo(attendu);
      }
    }
  }

  @Test
  default void on_lit_dans_le_desordre_et_plusieurs_fois() throws Exception {
    byte[] contenu = contenu(20 * SEGMENT + 17);
    BlobScelle blob = deposer(contenu);
    Random hasard = new Random(42);

    try (LectureBlob lecture = sujet().ouvrir(blob)) {
      for (int i = 0; i < 500; i++) {
        int position = hasard.nextInt(contenu.length);
        byte[] lu = new byte[1 + hasard.nextInt(300)];
        int n = lecture.lire(position, lu, 0, lu.length);
        assertThat(n).isPositive();
        assertThat(java.util.Arrays.copyOf(lu, n))
            .isEqualTo(java.util.Arrays.copyOfRange(contenu, position, position + n));
      }
      assertThat(lecture.lire(contenu.length, new byte[1], 0, 1)).isEqualTo(-1);
    }
  }

  @Test
  default void une_plage_hors_du_blob_est_refusee() throws Exception {
    BlobScelle blob = deposer(contenu(10));

    try (LectureBlob lecture = sujet().ouvrir(blob)) {
      assertThatThrownBy(() -> lecture.flux(5, 6)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> lecture.flux(-1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  default void un_contenu_de_la_taille_limite_passe() throws Exception {
    BlobScelle blob =
        sujet().deposer(VILLE, new ByteArrayInputStream(contenu(1000)), new Limite(1000));

    assertThat(blob.taille()).isEqualTo(1000);
  }

  @Test
  default void un_octet_de_trop_est_refuse_avec_la_limite_et_rien_ne_reste() throws Exception {
    InputStream gros = new ByteArrayInputStream(contenu(1_000_001));

    assertThatThrownBy(() -> sujet().deposer(VILLE, gros, Limite.mo(1)))
        .isInstanceOfSatisfying(
            ErreurMetier.class,
            e -> assertThat(e.code()).isEqualTo(ErreurStockage.FICHIER_TROP_GROS))
        .hasMessageContaining("1 Mo");
    rienNeReste();
  }

  @Test
  default void une_connexion_coupee_ne_laisse_rien() throws Exception {
    InputStream coupe =
        new java.io.SequenceInputStream(
            new ByteArrayInputStream(contenu(200_000)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("connexion coupée");
              }
            });

    assertThatThrownBy(() -> sujet().deposer(VILLE, coupe, Limite.FICHIER))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("connexion coupée");
    rienNeReste();
  }

  @Test
  default void une_ecriture_fermee_sans_etre_scellee_ne_laisse_rien() throws Exception {
    try (EcritureBlob ecriture = sujet().ecrire(VILLE, Limite.FICHIER)) {
      ecriture.write(contenu(100));
    }

    rienNeReste();
  }

  @Test
  default void un_blob_scelle_ne_s_ecrit_plus() throws Exception {
    try (EcritureBlob ecriture = sujet().ecrire(VILLE, Limite.FICHIER)) {
      ecriture.write(1);
      ecriture.sceller();

      assertThatThrownBy(() -> ecriture.write(2)).isInstanceOf(IOException.class);
      assertThatThrownBy(ecriture::sceller).isInstanceOf(IOException.class);
    }
  }

  @Test
  default void un_blob_supprime_est_absent_et_le_supprimer_encore_ne_fait_rien() throws Exception {
    BlobScelle blob = deposer(contenu(10));
    sujet().supprimer(blob.emplacement());

    assertThat(sujet().present(blob)).isFalse();
    assertThatThrownBy(() -> sujet().ouvrir(blob))
        .isInstanceOfSatisfying(
            BlobIllisible.class, e -> assertThat(e.cause()).isEqualTo(BlobIllisible.Cause.ABSENT));
    assertThatCode(() -> sujet().supprimer(blob.emplacement())).doesNotThrowAnyException();
  }

  @Test
  default void une_autre_collectivite_n_ouvre_pas_le_blob() throws Exception {
    BlobScelle blob = deposer(contenu(10));
    BlobScelle usurpe =
        new BlobScelle(
            AUTRE_VILLE,
            blob.emplacement(),
            blob.sha256(),
            blob.taille(),
            blob.cleEnveloppee(),
            blob.cleMaitre());

    assertThatThrownBy(() -> sujet().ouvrir(usurpe)).isInstanceOf(BlobIllisible.class);
  }

  @Test
  default void une_taille_annoncee_fausse_est_vue_avant_le_premier_octet() throws Exception {
    BlobScelle blob = deposer(contenu(SEGMENT + 5));
    for (long fausse : new long[] {0, SEGMENT, SEGMENT + 4, SEGMENT + 6, 2L * SEGMENT}) {
      BlobScelle menteur =
          new BlobScelle(
              VILLE,
              blob.emplacement(),
              blob.sha256(),
              fausse,
              blob.cleEnveloppee(),
              blob.cleMaitre());

      assertThat(sujet().present(menteur)).isFalse();
      assertThatThrownBy(() -> sujet().ouvrir(menteur)).isInstanceOf(BlobIllisible.class);
    }
  }

  @Test
  default void deux_depots_du_meme_contenu_ont_deux_emplacements() throws Exception {
    byte[] contenu = contenu(100);

    assertThat(deposer(contenu).emplacement()).isNotEqualTo(deposer(contenu).emplacement());
  }

  @Test
  default void le_parcours_rend_tout_ce_qui_est_scelle_dans_l_ordre_et_rien_d_autre()
      throws Exception {
    List<String> attendus = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      attendus.add(deposer(contenu(i)).emplacement());
    }
    attendus.sort(null);
    try (EcritureBlob enCours = sujet().ecrire(VILLE, Limite.FICHIER);
        Stream<Stockage.Rangement> parcours = sujet().parcourir()) {
      enCours.write(1);

      assertThat(parcours.map(Stockage.Rangement::emplacement)).containsExactlyElementsOf(attendus);
    }
  }

  @Test
  default void les_ecritures_abandonnees_se_balaient_sans_toucher_aux_blobs() throws Exception {
    BlobScelle blob = deposer(contenu(10));
    EcritureBlob oubliee = sujet().ecrire(VILLE, Limite.FICHIER);
    oubliee.write(1);

    assertThat(sujet().balayerAbandons(Instant.EPOCH)).isZero();
    sujet().balayerAbandons(Instant.MAX);
    assertThat(relire(blob)).hasSize(10);
    oubliee.close();
  }

  @Test
  default void plusieurs_fils_deposent_ensemble_sans_se_gener() throws Exception {
    ExecutorService fils = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> depots = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        byte[] contenu = contenu(100_000 + i);
        depots.add(() -> java.util.Arrays.equals(relire(deposer(contenu)), contenu));
      }
      for (Future<Boolean> depot : fils.invokeAll(depots)) {
        assertThat(depot.get()).isTrue();
      }
    } finally {
      fils.shutdown();
    }
  }

  default BlobScelle deposer(byte[] contenu) throws IOException {
    return sujet().deposer(VILLE, new ByteArrayInputStream(contenu), Limite.FICHIER);
  }

  default byte[] relire(BlobScelle blob) throws IOException {
    try (LectureBlob lecture = sujet().ouvrir(blob)) {
      return lecture.flux().readAllBytes();
    }
  }

  default void rienNeReste() throws IOException {
    try (Stream<Stockage.Rangement> parcours = sujet().parcourir()) {
      assertThat(parcours).isEmpty();
    }
    assertThat(sujet().balayerAbandons(Instant.MAX)).isZero();
  }

  /** Des octets reproductibles qui ne se compriment ni ne se répètent. */
  static byte[] contenu(int taille) {
    byte[] octets = new byte[taille];
    new Random(taille).nextBytes(octets);
    return octets;
  }
}
