package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.dossier.BureauAccueil;
import fr.paraphe.dossier.Consultation;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Pastilles;
import fr.paraphe.dossier.infra.ValidationDesSignatures;
import fr.paraphe.outils.atelier.Atelier;
import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.demo.ComptesDemo;
import fr.paraphe.outils.demo.JeuDemo;
import fr.paraphe.signature.Identite;
import fr.paraphe.socle.ErreurMetier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * La démonstration : tout y est montré, rien n’y est chargé deux fois, un arrêt ne la laisse pas à
 * moitié.
 */
class JeuDemoTest {

  private static final Path MODELES = Path.of("../demo");
  private static final Instant MAINTENANT = Instant.now();

  /** Fait échouer une écriture sur tant, où qu’elle soit : au milieu d’un acte, entre deux. */
  private static final String PANNES =
      """
      CREATE SEQUENCE ecritures;
      CREATE FUNCTION tomber() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF nextval('ecritures') %% %d = 0 THEN RAISE EXCEPTION 'panne d’essai'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER panne BEFORE INSERT OR UPDATE ON blob FOR EACH ROW EXECUTE FUNCTION tomber();
      CREATE TRIGGER panne BEFORE INSERT OR UPDATE ON dossier FOR EACH ROW EXECUTE FUNCTION tomber();
      CREATE TRIGGER panne BEFORE INSERT ON evenement FOR EACH ROW EXECUTE FUNCTION tomber();
      CREATE TRIGGER panne BEFORE INSERT OR UPDATE ON preparation FOR EACH ROW EXECUTE FUNCTION tomber();
      CREATE TRIGGER panne BEFORE INSERT ON signature FOR EACH ROW EXECUTE FUNCTION tomber();
      """;

  private static final int ECRITURES_PAR_PANNE = Integer.getInteger("essai.pannes", 61);
  private static final int PANNES_AU_PLUS = 400;

  @TempDir static Path donnees;
  private static Base base;
  private static Atelier atelier;

  @BeforeAll
  static void charger() throws IOException, SQLException {
    for (String dossier : new String[] {"blobs", "cles", "tmp"}) {
      System.setProperty("paraphe." + dossier, donnees.resolve(dossier).toString());
    }
    base = BaseDEssai.neuve();
    List<String> nouvelles = new ArrayList<>();
    assertThat(demo(base, donnees).charger(nouvelles::add)).isTrue();
    assertThat(nouvelles)
        .containsExactly("Chargement de la démonstration (36 dossiers)…", "Démonstration chargée.");
    atelier = Atelier.ouvrir(base);
  }

  @AfterAll
  static void fermer() {
    atelier.close();
  }

  @Test
  void chaque_pastille_du_maire_de_la_dgs_de_l_agent_et_de_la_secretaire_montre_quelque_chose() {
    montreTout("maire@demo", "Maire");
    montreTout("dgs@demo", "DGS");
    montreTout("agent@demo", "Service courrier");
    montreTout("secretaire@demo", "Maire");
    montreTout("secretaire@demo", "DGS");
  }

  @Test
  void la_premiere_adjointe_voit_ce_que_le_maire_lui_delegue_et_le_chef_ses_visas_en_retard() {
    assertThat(pastilles("adjoint@demo", "Premier adjoint").delegues()).isPositive();
    assertThat(pastilles("chef@demo", "Direction").aTraiter()).isPositive();
    assertThat(pastilles("chef@demo", "Direction").enRetard()).isPositive();
    assertThat(pastilles("ws@demo", "WebService").retournes()).isPositive();
    assertThat(pastilles("ws@demo", "WebService").finDeParcours()).isPositive();
  }

  @Test
  void la_seconde_collectivite_a_ses_dossiers_et_ne_voit_pas_ceux_de_la_ville() {
    Pastilles courrier = pastilles("agent@agglo", "Courrier agglo");
    assertThat(courrier.retournes()).isPositive();
    assertThat(courrier.aTransmettre()).isPositive();
    assertThat(courrier.finDeParcours()).isPositive();
    assertThat(pastilles("president@agglo", "Président").aTraiter()).isEqualTo(2);
    assertThat(pastilles("president@agglo", "Président").enRetard()).isEqualTo(1);
    assertThatThrownBy(
            () ->
                atelier.enTantQue(
                    "president@agglo",
                    () ->
                        atelier.bean(Consultation.class).fiche(new IdentifiantDossier("demo-001"))))
        .isInstanceOf(ErreurMetier.class);
  }

  @Test
  void un_second_chargement_ne_change_rien() throws Exception {
    List<String> avant = EtatDeLaBase.lire(base);
    byte[] acces = Files.readAllBytes(ComptesDemo.fichier(donnees));
    List<String> nouvelles = new ArrayList<>();

    assertThat(demo(base, donnees).charger(nouvelles::add)).isFalse();

    assertThat(nouvelles).isEmpty();
    assertThat(EtatDeLaBase.lire(base)).isEqualTo(avant);
    assertThat(Files.readAllBytes(ComptesDemo.fichier(donnees))).isEqualTo(acces);
  }

  @Test
  void interrompu_a_tout_moment_il_reprend_et_finit_dans_le_meme_etat(@TempDir Path autres)
      throws IOException, SQLException {
    Base malmenee = BaseDEssai.neuve();
    Commune.executer(malmenee, PANNES.formatted(ECRITURES_PAR_PANNE));
    List<String> nouvelles = new ArrayList<>();

    int pannes = 0;
    while (!aboutit(malmenee, autres, nouvelles) && pannes < PANNES_AU_PLUS) {
      pannes++;
    }

    assertThat(pannes).isBetween(5, PANNES_AU_PLUS - 1);
    assertThat(nouvelles.get(0)).startsWith("Chargement de la démonstration");
    assertThat(nouvelles.get(1)).startsWith("Reprise de la démonstration interrompue (");
    assertThat(EtatDeLaBase.lire(malmenee)).isEqualTo(EtatDeLaBase.lire(base));
    assertThat(demo(malmenee, autres).charger(nouvelles::add)).isFalse();
  }

  /** Faux si une panne d’essai l’a arrêté ; toute autre cause est un échec. */
  private static boolean aboutit(Base malmenee, Path autres, List<String> nouvelles)
      throws IOException, SQLException {
    try {
      return demo(malmenee, autres).charger(nouvelles::add);
    } catch (RuntimeException panne) {
      assertThat(panne).hasStackTraceContaining("panne d’essai");
      return false;
    }
  }

  @Test
  void tue_avant_le_premier_dossier_il_reprend_avec_les_memes_acces(@TempDir Path autres)
      throws IOException, SQLException {
    Base malmenee = BaseDEssai.neuve();
    Commune.executer(malmenee, PANNES.formatted(1));
    List<String> nouvelles = new ArrayList<>();
    assertThat(aboutit(malmenee, autres, nouvelles)).isFalse();
    ComptesDemo premiers = ComptesDemo.lire(autres);
    byte[] certificat = Files.readAllBytes(premiers.p12("maire"));

    assertThat(aboutit(malmenee, autres, nouvelles)).isFalse();

    assertThat(nouvelles)
        .containsExactly(
            "Chargement de la démonstration (36 dossiers)…",
            "Reprise de la démonstration interrompue (0 sur 36 dossiers déjà là)…");
    assertThat(ComptesDemo.lire(autres)).isEqualTo(premiers);
    assertThat(Files.readAllBytes(premiers.p12("maire"))).isEqualTo(certificat);
  }

  @Test
  void les_signatures_de_la_demonstration_sont_acceptees_par_le_second_moteur() {
    atelier.bean(ValidationDesSignatures.class).juger(50);
    assertThat(Commune.compter(base, "SELECT count(*) FROM signature WHERE validation = 'VALIDE'"))
        .isEqualTo(6);
    assertThat(Commune.compter(base, "SELECT count(*) FROM signature WHERE validation <> 'VALIDE'"))
        .isZero();
  }

  @Test
  void rien_n_est_date_de_l_avenir_et_rien_ne_precede_sa_creation() {
    assertThat(Commune.compter(base, "SELECT count(*) FROM evenement WHERE instant > now()"))
        .isZero();
    assertThat(
            Commune.compter(
                base,
                "SELECT count(*) FROM evenement e JOIN dossier d ON d.id = e.dossier_id WHERE e.instant < d.cree_le"))
        .isZero();
    assertThat(
            Commune.compter(
                base,
                "SELECT count(*) FROM evenement e JOIN evenement f ON f.dossier_id = e.dossier_id AND f.rang = e.rang + 1 WHERE f.instant < e.instant"))
        .isZero();
  }

  @Test
  void les_acces_sont_gardes_pour_leur_seul_proprietaire() throws Exception {
    ComptesDemo comptes = ComptesDemo.lire(donnees);
    for (Path secret :
        new Path[] {ComptesDemo.fichier(donnees), comptes.p12("maire"), comptes.p12("adjoint")}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
          .isEqualTo("rw-------");
    }
    assertThat(comptes.toString())
        .doesNotContain(comptes.motDePasse(), comptes.motDePasseCertificats());
  }

  @Test
  void les_certificats_s_ouvrent_avec_leur_mot_de_passe_et_pas_avec_celui_des_comptes()
      throws Exception {
    ComptesDemo comptes = ComptesDemo.lire(donnees);
    Identite maire = ouvrir(comptes.p12("maire"), comptes.motDePasseCertificats());
    assertThat(maire.chaine().nomCourant()).isEqualTo("Paul Maire");
    assertThat(maire.chaine().signataire().getKeyUsage()[1]).isTrue();
    assertThat(
            ouvrir(comptes.p12("adjoint"), comptes.motDePasseCertificats()).chaine().nomCourant())
        .isEqualTo("Anne Adjointe");
    assertThatThrownBy(() -> ouvrir(comptes.p12("maire"), comptes.motDePasse()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void la_demonstration_d_une_version_anterieure_est_gardee_telle_quelle(@TempDir Path anciennes)
      throws IOException, SQLException {
    Files.writeString(
        ComptesDemo.fichier(anciennes),
        "Comptes de démonstration (mot de passe de tous, et des certificats : ab2c-de3f)\n  agent : Ville de Démo\n");
    Base ancienne = BaseDEssai.neuve();
    List<String> nouvelles = new ArrayList<>();

    assertThat(demo(ancienne, anciennes).charger(nouvelles::add)).isFalse();

    assertThat(nouvelles).singleElement().asString().contains("gardée telle quelle");
    assertThat(EtatDeLaBase.lire(ancienne)).isEmpty();
    assertThat(ComptesDemo.lire(anciennes).motDePasse()).isEqualTo("ab2c-de3f");
    assertThat(ComptesDemo.lire(anciennes).motDePasseCertificats()).isEqualTo("ab2c-de3f");
  }

  @Test
  void des_acces_illisibles_sont_dits_et_rien_n_est_charge(@TempDir Path abimees)
      throws IOException {
    Files.writeString(ComptesDemo.fichier(abimees), "Comptes de démonstration\n");
    Base autre = BaseDEssai.neuve();
    assertThatThrownBy(() -> demo(autre, abimees).charger(n -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("comptes-demo.txt");
    assertThat(EtatDeLaBase.lire(autre)).isEmpty();
  }

  private static JeuDemo demo(Base base, Path donnees) {
    return new JeuDemo(base, donnees, MODELES, MAINTENANT);
  }

  private static Identite ouvrir(Path p12, String motDePasse)
      throws IOException, GeneralSecurityException {
    try (var flux = Files.newInputStream(p12)) {
      return Identite.lireP12(flux, motDePasse.toCharArray());
    }
  }

  private static void montreTout(String login, String bureau) {
    Pastilles p = pastilles(login, bureau);
    assertThat(
            new long[] {
              p.aTraiter(),
              p.enRetard(),
              p.retournes(),
              p.aTransmettre(),
              p.finDeParcours(),
              p.delegues()
            })
        .as(login + " " + bureau + " " + p)
        .doesNotContain(0);
  }

  private static Pastilles pastilles(String login, String bureau) {
    return atelier.enTantQue(login, () -> atelier.bean(Consultation.class).bureaux()).stream()
        .filter(b -> b.nom().equals(bureau))
        .map(BureauAccueil::pastilles)
        .findFirst()
        .orElseThrow();
  }
}
