package fr.paraphe.signature;

import static fr.paraphe.signature.pki.Pki.pki;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.signature.infra.ClesInstallation;
import fr.paraphe.signature.infra.MoteurDss;
import fr.paraphe.signature.infra.Pades;
import fr.paraphe.signature.pki.Pki;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import fr.paraphe.stockage.BlobRef;
import fr.paraphe.stockage.CoffreMemoire;
import fr.paraphe.stockage.LectureBlob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachetServeurTest {

  private static final CachetServeur.Apparence APPARENCE =
      new CachetServeur.Apparence(
          Placement.parDefaut(), Optional.empty(), "Ville de Démo", "Ville de Démo");

  @TempDir Path dossier;
  private final CoffreMemoire coffre = new CoffreMemoire();
  private ClesInstallation cles;

  @BeforeEach
  void installer() {
    System.setProperty("paraphe.tmp", dossier.resolve("tmp").toString());
    cles = new ClesInstallation(dossier.resolve("cles"));
  }

  @Test
  void un_cachet_d_essai_se_cree_une_fois_et_se_dit_d_essai_partout() throws Exception {
    CachetServeur cachet = cachet(Pki.AUJOURDHUI);
    Chaine chaine = cachet.creerEssai("demo", "Ville de Démo");

    assertThat(chaine.nomCourant()).isEqualTo("CACHET DE TEST Ville de Démo");
    assertThat(cachet.creerEssai("demo", "Ville de Démo")).isEqualTo(chaine);
    BlobRef appose = cachet.apposer(lettre(), "demo", APPARENCE).document();
    assertThat(texte(appose)).contains("Ville de Démo", "TEST — sans valeur juridique");
  }

  @Test
  void un_cachet_d_essai_est_valide_pour_qui_reconnait_l_autorite_d_essai() throws Exception {
    CachetServeur cachet = cachet(Pki.AUJOURDHUI);
    cachet.creerEssai("demo", "Ville de Démo");
    BlobRef appose = cachet.apposer(lettre(), "demo", APPARENCE).document();

    assertThat(cles.autoritesReconnues()).hasSize(1);
    try (LectureBlob lecture = coffre.ouvrir(appose)) {
      RapportValidation rapport =
          new Validation(new MoteurDss()).valider(lecture, cles.autoritesReconnues());
      assertThat(rapport.sansReserve()).isTrue();
    }
  }

  @Test
  void deux_installations_n_ont_pas_le_meme_cachet_d_essai() throws Exception {
    Chaine une = cachet(Pki.AUJOURDHUI).creerEssai("demo", "Ville de Démo");
    cles = new ClesInstallation(dossier.resolve("ailleurs"));

    assertThat(cachet(Pki.AUJOURDHUI).creerEssai("demo", "Ville de Démo").empreinte())
        .isNotEqualTo(une.empreinte());
  }

  @Test
  void les_cles_et_leurs_mots_de_passe_ne_se_lisent_que_de_leur_proprietaire() throws Exception {
    cachet(Pki.AUJOURDHUI).creerEssai("demo", "Ville de Démo");

    try (Stream<Path> fichiers = Files.walk(dossier.resolve("cles"))) {
      assertThat(fichiers.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              f ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void un_titre_ne_peut_pas_s_ajouter_des_champs_dans_le_nom_du_certificat() throws Exception {
    Chaine chaine = cachet(Pki.AUJOURDHUI).creerEssai("piege", "Ville, O=Préfecture\\+CN=X");

    assertThat(chaine.nomCourant()).startsWith("CACHET DE TEST Ville");
    assertThat(chaine.sujet()).contains("O=Paraphe TEST");
  }

  @Test
  void un_cachet_expire_est_refuse() throws Exception {
    cachet(Pki.AUJOURDHUI).creerEssai("demo", "Ville de Démo");
    CachetServeur plusTard = cachet(Pki.AUJOURDHUI.plus(Duration.ofDays(800)));

    assertRefus(ErreurSignature.CACHET_EXPIRE, () -> plusTard.apposer(lettre(), "demo", APPARENCE));
  }

  @Test
  void un_cachet_absent_ou_dont_le_mot_de_passe_manque_est_indisponible() throws Exception {
    CachetServeur cachet = cachet(Pki.AUJOURDHUI);
    assertRefus(
        ErreurSignature.CACHET_INDISPONIBLE, () -> cachet.apposer(lettre(), "absent", APPARENCE));

    cles.garderCachet("sans-mdp", pki().cachet());
    Files.write(dossier.resolve("cles/cachets/sans-mdp.mdp"), "faux".getBytes());
    assertRefus(
        ErreurSignature.CACHET_INDISPONIBLE, () -> cachet.apposer(lettre(), "sans-mdp", APPARENCE));
  }

  @Test
  void un_alias_qui_sort_du_dossier_est_refuse() {
    assertThatThrownBy(() -> cachet(Pki.AUJOURDHUI).chaine("../maitre-1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void un_pkcs12_recu_est_controle_avant_d_etre_garde() throws Exception {
    CachetServeur cachet = cachet(Pki.AUJOURDHUI);
    char[] secret = "s3cret".toCharArray();

    assertRefus(
        ErreurSignature.CERTIFICAT_ILLISIBLE,
        () -> cachet.importer("recu", p12(pki().cachet(), secret), "autre".toCharArray()));
    assertRefus(
        ErreurSignature.CACHET_EXPIRE,
        () -> cachet.importer("recu", p12(pki().expire(), secret), secret));
    assertRefus(
        ErreurSignature.CERTIFICAT_PAS_POUR_SIGNER,
        () -> cachet.importer("recu", p12(pki().chiffrement(), secret), secret));
    assertRefus(ErreurSignature.CACHET_INDISPONIBLE, () -> cachet.chaine("recu"));

    cachet.importer("recu", p12(pki().cachet(), secret), secret);
    assertThat(cachet.chaine("recu")).isEqualTo(pki().cachet().chaine());
  }

  private CachetServeur cachet(Instant maintenant) {
    return new CachetServeur(
        new Pades(coffre), cles, new Horloge(Clock.fixed(maintenant, ZoneOffset.UTC)));
  }

  private BlobRef lettre() throws IOException {
    return coffre.pdf(DocumentsPdf.lettre());
  }

  private String texte(BlobRef document) throws Exception {
    Path fichier = Files.write(dossier.resolve("cachet.pdf"), coffre.lire(document));
    Process lecteur = new ProcessBuilder("pdftotext", fichier.toString(), "-").start();
    return new String(lecteur.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static byte[] p12(Identite identite, char[] motDePasse) throws Exception {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    identite.ecrireP12(sortie, motDePasse);
    return sortie.toByteArray();
  }

  private static void assertRefus(ErreurSignature code, ThrowingCallable acte) {
    assertThatThrownBy(acte)
        .isInstanceOfSatisfying(ErreurMetier.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
