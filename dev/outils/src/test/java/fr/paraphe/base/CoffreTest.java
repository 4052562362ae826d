package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import fr.paraphe.stockage.Balayeur;
import fr.paraphe.stockage.BlobRef;
import fr.paraphe.stockage.Coffre;
import fr.paraphe.stockage.Ecart;
import fr.paraphe.stockage.ErreurStockage;
import fr.paraphe.stockage.LectureBlob;
import fr.paraphe.stockage.Limite;
import fr.paraphe.stockage.Reconciliation;
import fr.paraphe.stockage.Stockage;
import fr.paraphe.stockage.infra.Inventaire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Les blobs et leurs lignes, contre un vrai PostgreSQL. */
class CoffreTest {

  private static final int VILLE = 1;
  private static final int AGGLO = 2;

  @TempDir Path donnees;
  private Mairie mairie;
  private Coffre coffre;

  @BeforeEach
  void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    coffre = mairie.atelier.bean(Coffre.class);
  }

  @AfterEach
  void fermer() {
    mairie.close();
  }

  @Test
  void un_meme_contenu_n_est_garde_qu_une_fois_dans_une_collectivite() throws Exception {
    BlobRef un = deposer(VILLE, "acte");
    BlobRef deux = deposer(VILLE, "acte");

    assertThat(deux.id()).isEqualTo(un.id());
    assertThat(fichiers()).isEqualTo(1);
    assertThat(lire(deux)).isEqualTo("acte");
  }

  @Test
  void deux_collectivites_ne_partagent_rien() throws Exception {
    BlobRef ville = deposer(VILLE, "acte");
    BlobRef agglo = deposer(AGGLO, "acte");

    assertThat(agglo.id()).isNotEqualTo(ville.id());
    assertThat(fichiers()).isEqualTo(2);
    assertThatThrownBy(() -> exiger(AGGLO, ville.id()))
        .isInstanceOfSatisfying(
            ErreurMetier.class, e -> assertThat(e.code()).isEqualTo(ErreurStockage.BLOB_INCONNU));
  }

  @Test
  void un_contenu_vide_est_refuse_et_ne_laisse_rien() throws Exception {
    assertThatThrownBy(() -> deposer(VILLE, ""))
        .isInstanceOfSatisfying(
            ErreurMetier.class, e -> assertThat(e.code()).isEqualTo(ErreurStockage.FICHIER_VIDE));
    assertThat(fichiers()).isZero();
  }

  @Test
  void une_ligne_refusee_par_la_base_ne_laisse_pas_de_fichier() throws Exception {
    assertThatThrownBy(() -> deposer(999, "sans collectivité")).isInstanceOf(Exception.class);
    assertThat(fichiers()).isZero();
  }

  @Test
  void un_fichier_perdu_est_remplace_quand_le_meme_contenu_revient() throws Exception {
    BlobRef perdu = deposer(VILLE, "acte");
    stockage().supprimer(perdu.scelle().emplacement());
    BlobRef revenu = deposer(VILLE, "acte");

    assertThat(revenu.id()).isEqualTo(perdu.id());
    assertThat(lire(exiger(VILLE, perdu.id()))).isEqualTo("acte");
  }

  @Test
  void vingt_depots_simultanes_du_meme_contenu_donnent_une_ligne_et_un_fichier() throws Exception {
    ExecutorService fils = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Long>> depots = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        depots.add(
            () ->
                mairie
                    .atelier
                    .bean(Coffre.class)
                    .deposer(VILLE, flux("acte"), "text/plain", Limite.FICHIER)
                    .id());
      }
      List<Long> ids = new ArrayList<>();
      for (Future<Long> depot : fils.invokeAll(depots)) {
        ids.add(depot.get());
      }
      assertThat(ids).containsOnly(ids.get(0));
      assertThat(fichiers()).isEqualTo(1);
    } finally {
      fils.shutdown();
    }
  }

  @Test
  void un_depot_que_rien_ne_rattache_part_apres_un_jour_pas_avant() throws Exception {
    BlobRef oublie = deposer(VILLE, "oublié");

    assertThat(balayeur(Duration.ofHours(23)).balayer().lignes()).isZero();
    assertThat(lire(oublie)).isEqualTo("oublié");
    assertThat(balayeur(Duration.ofHours(25)).balayer().lignes()).isEqualTo(1);
    assertThat(fichiers()).isZero();
    assertThatThrownBy(() -> exiger(VILLE, oublie.id())).isInstanceOf(ErreurMetier.class);
  }

  @Test
  void les_documents_d_un_dossier_ne_partent_jamais() throws Exception {
    mairie.deposer("ws@demo", "Courrier", "simple", "garde-1", "");
    long avant = fichiers();
    deposer(VILLE, "oublié");

    assertThat(balayeur(Duration.ofDays(4000)).balayer().lignes()).isEqualTo(1);
    assertThat(fichiers()).isEqualTo(avant);
  }

  @Test
  void un_fichier_sans_ligne_et_une_ecriture_abandonnee_partent_apres_un_jour() throws Exception {
    stockage().deposer(VILLE, flux("tombé entre le fichier et la ligne"), Limite.FICHIER);
    stockage().ecrire(VILLE, Limite.FICHIER).write(1);

    assertThat(balayeur(Duration.ofHours(1)).balayer()).isEqualTo(new Balayeur.Bilan(0, 0, 0));
    assertThat(balayeur(Duration.ofHours(25)).balayer()).isEqualTo(new Balayeur.Bilan(0, 1, 1));
  }

  @Test
  void la_reconciliation_nomme_ce_qui_manque_ce_qui_est_altere_et_ce_qui_est_de_trop()
      throws Exception {
    BlobRef sain = deposer(VILLE, "sain");
    BlobRef absent = deposer(VILLE, "absent");
    BlobRef altere = deposer(VILLE, "altéré");
    String deTrop = stockage().deposer(VILLE, flux("de trop"), Limite.FICHIER).emplacement();
    stockage().supprimer(absent.scelle().emplacement());
    byte[] octets = Files.readAllBytes(fichier(altere));
    octets[20] ^= 1;
    Files.write(fichier(altere), octets);

    List<Ecart> ecarts = new ArrayList<>();
    assertThat(reconciliation().comparer(Instant.MAX, ecarts::add)).isEqualTo(3);
    assertThat(ecarts)
        .containsExactlyInAnyOrder(
            ecart(Ecart.Nature.FICHIER_ABSENT, absent),
            new Ecart(Ecart.Nature.FICHIER_SANS_LIGNE, deTrop, Optional.empty()));

    ecarts.clear();
    assertThat(reconciliation().verifierContenus(ecarts::add)).isEqualTo(3);
    assertThat(ecarts)
        .containsExactlyInAnyOrder(
            ecart(Ecart.Nature.FICHIER_ABSENT, absent), ecart(Ecart.Nature.CONTENU_ALTERE, altere));
    assertThat(lire(sain)).isEqualTo("sain");
  }

  private static Ecart ecart(Ecart.Nature nature, BlobRef blob) {
    return new Ecart(nature, blob.scelle().emplacement(), Optional.of(blob.id()));
  }

  private BlobRef deposer(int collectivite, String contenu) throws IOException {
    return coffre.deposer(collectivite, flux(contenu), "text/plain", Limite.FICHIER);
  }

  private BlobRef exiger(int collectivite, long id) {
    return mairie.lire("ws@demo", () -> coffre.exiger(collectivite, id));
  }

  private static ByteArrayInputStream flux(String contenu) {
    return new ByteArrayInputStream(contenu.getBytes(StandardCharsets.UTF_8));
  }

  private String lire(BlobRef blob) throws IOException {
    try (LectureBlob lecture = coffre.ouvrir(blob)) {
      return new String(lecture.flux().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Stockage stockage() {
    return mairie.atelier.bean(Stockage.class);
  }

  private long fichiers() throws IOException {
    try (var parcours = stockage().parcourir()) {
      return parcours.count();
    }
  }

  private Path fichier(BlobRef blob) {
    String nom = blob.scelle().emplacement();
    return donnees
        .resolve("blobs")
        .resolve(nom.substring(0, 2))
        .resolve(nom.substring(2, 4))
        .resolve(nom);
  }

  private Reconciliation reconciliation() {
    return mairie.atelier.bean(Reconciliation.class);
  }

  /** Le balayeur, dans l’avenir. */
  private Balayeur balayeur(Duration plusTard) {
    Clock avance = Clock.offset(Clock.system(ZoneOffset.UTC), plusTard);
    return new Balayeur(stockage(), mairie.atelier.bean(Inventaire.class), new Horloge(avance));
  }
}
