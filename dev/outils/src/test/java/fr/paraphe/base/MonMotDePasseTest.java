package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.organisation.MonMotDePasse;
import fr.paraphe.socle.CodeErreur;
import fr.paraphe.socle.ErreurMetier;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Une personne change son mot de passe ; nul autre, et pas sans l’actuel. */
class MonMotDePasseTest {
  private static final String ANCIEN = "l-ancien-des-secrets";
  private static final String NOUVEAU = "agrafe-cheval-pile-correct";

  @TempDir Path donnees;
  private Mairie mairie;

  @BeforeEach
  void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    Commune.executer(
        mairie.base,
        "UPDATE utilisateur SET mot_de_passe = '"
            + OpenBSDBCrypt.generate("2b", ANCIEN.toCharArray(), new byte[16], 4)
            + "'");
  }

  @AfterEach
  void fermer() throws Exception {
    mairie.fermerSaine();
  }

  @Test
  void le_nouveau_remplace_l_ancien_pour_elle_seule_et_le_journal_le_dit() throws Exception {
    changer("agent@demo", ANCIEN, NOUVEAU);
    assertThat(ouvre(1, NOUVEAU)).isTrue();
    assertThat(ouvre(1, ANCIEN)).isFalse();
    assertThat(nombre("SELECT count(*) FROM utilisateur WHERE mot_de_passe LIKE '$2b$04$%'"))
        .isEqualTo(nombre("SELECT count(*) FROM utilisateur") - 1);
    assertThat(nombre("SELECT count(*) FROM evenement_systeme WHERE collectivite_id = 1"))
        .isEqualTo(1);
    assertThat(refus("agent@demo", ANCIEN, NOUVEAU + "-2"))
        .isEqualTo(ErreurOrganisation.MOT_DE_PASSE_ACTUEL_FAUX);
  }

  @Test
  void un_actuel_faux_est_refuse_et_compte_comme_un_echec_de_connexion() throws Exception {
    assertThat(refus("agent@demo", "pas-celui-la", NOUVEAU))
        .isEqualTo(ErreurOrganisation.MOT_DE_PASSE_ACTUEL_FAUX);
    assertThat(nombre("SELECT echecs FROM tentative_connexion WHERE cle = 'agent@demo'"))
        .isEqualTo(1);
    assertThat(ouvre(1, ANCIEN)).isTrue();
  }

  @Test
  void apres_dix_echecs_le_bon_est_refuse_aussi() throws Exception {
    for (int i = 0; i < 10; i++) {
      refus("agent@demo", "pas-celui-la", NOUVEAU);
    }
    assertThat(refus("agent@demo", ANCIEN, NOUVEAU))
        .isEqualTo(ErreurOrganisation.MOT_DE_PASSE_ACTUEL_FAUX);
    assertThat(ouvre(1, ANCIEN)).isTrue();
  }

  @Test
  void une_reussite_efface_les_echecs() throws Exception {
    refus("agent@demo", "pas-celui-la", NOUVEAU);
    changer("agent@demo", ANCIEN, NOUVEAU);
    assertThat(nombre("SELECT count(*) FROM tentative_connexion")).isZero();
  }

  @Test
  void un_nouveau_court_devinable_ou_inchange_est_refuse() throws Exception {
    assertThat(refus("agent@demo", ANCIEN, "court"))
        .isEqualTo(ErreurOrganisation.MOT_DE_PASSE_COURT);
    assertThat(refus("agent@demo", ANCIEN, "password1234"))
        .isEqualTo(ErreurOrganisation.MOT_DE_PASSE_DEVINABLE);
    assertThat(refus("agent@demo", ANCIEN, "cheval-agent-pile-correct"))
        .isEqualTo(ErreurOrganisation.MOT_DE_PASSE_PERSONNEL);
    assertThat(refus("agent@demo", ANCIEN, ANCIEN))
        .isEqualTo(ErreurOrganisation.MOT_DE_PASSE_INCHANGE);
    assertThat(ouvre(1, ANCIEN)).isTrue();
  }

  @Test
  void un_mot_de_passe_tenu_par_l_annuaire_ne_se_change_pas_ici() throws Exception {
    Commune.executer(mairie.base, "UPDATE utilisateur SET origine = 'LDAP' WHERE id = 1");
    assertThat(refus("agent@demo", ANCIEN, NOUVEAU))
        .isEqualTo(ErreurOrganisation.MOT_DE_PASSE_AILLEURS);
    assertThat(ouvre(1, ANCIEN)).isTrue();
  }

  @Test
  void un_compte_ferme_ne_change_rien() throws Exception {
    Commune.executer(mairie.base, "UPDATE utilisateur SET actif = false WHERE id = 1");
    assertThat(refus("agent@demo", ANCIEN, NOUVEAU)).isEqualTo(ErreurOrganisation.ACTEUR_INCONNU);
    assertThat(ouvre(1, ANCIEN)).isTrue();
  }

  private void changer(String login, String actuel, String nouveau) {
    mairie.faire(login, () -> mairie.atelier.bean(MonMotDePasse.class).changer(actuel, nouveau));
  }

  private CodeErreur refus(String login, String actuel, String nouveau) {
    ErreurMetier refus =
        catchThrowableOfType(ErreurMetier.class, () -> changer(login, actuel, nouveau));
    return refus.code();
  }

  private boolean ouvre(int id, String clair) throws SQLException {
    try (Connection c =
            DriverManager.getConnection(
                mairie.base.url(), mairie.base.compte(), mairie.base.motDePasse());
        ResultSet r =
            c.createStatement()
                .executeQuery("SELECT mot_de_passe FROM utilisateur WHERE id = " + id)) {
      r.next();
      return OpenBSDBCrypt.checkPassword(r.getString(1), clair.toCharArray());
    }
  }

  private long nombre(String sql) throws SQLException {
    try (Connection c =
            DriverManager.getConnection(
                mairie.base.url(), mairie.base.compte(), mairie.base.motDePasse());
        ResultSet r = c.createStatement().executeQuery(sql)) {
      r.next();
      return r.getLong(1);
    }
  }
}
