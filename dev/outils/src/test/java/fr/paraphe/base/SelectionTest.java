package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.circuit.ApercuCircuit;
import fr.paraphe.circuit.ErreurCircuit;
import fr.paraphe.circuit.EtapePrevue;
import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.DemandeApercu;
import fr.paraphe.dossier.DossierCree;
import fr.paraphe.dossier.Origine;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.organisation.BureauId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Marché/achat : au-delà de 1 000, visa du DGS puis signature du maire ; émis par le service
 * courrier, un visa variable et son chef ; rien sinon.
 */
class SelectionTest {

  private static final BureauId ADJOINT = new BureauId(14);

  @TempDir private static Path donnees;
  private static Mairie mairie;

  @BeforeAll
  static void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    Commune.executer(
        mairie.base,
        """
        INSERT INTO circuit (id, collectivite_id, nom, fin) VALUES (40, 1, 'variable', '{"emetteur":true}');
        INSERT INTO etape_modele (id, collectivite_id, circuit_id, rang, action, designation, exigences) VALUES
          (40, 1, 40, 1, 'VISA', 'VARIABLE', '{"validation":["montant"],"notifies":[14]}'), (41, 1, 40, 2, 'VISA', 'CHEF_DE', '{}');
        INSERT INTO metadonnee (id, collectivite_id, nom_court, nom_long, nature) VALUES (40, 1, 'montant', 'Montant', 'DECIMAL');
        INSERT INTO type_dossier (id, collectivite_id, nom) VALUES (40, 1, 'Marché');
        INSERT INTO sous_type (id, collectivite_id, type_id, nom, par_regles) VALUES (40, 1, 40, 'achat', true);
        INSERT INTO sous_type_metadonnee (collectivite_id, sous_type_id, metadonnee_id, ordre) VALUES (1, 40, 40, 0);
        INSERT INTO regle_selection (collectivite_id, sous_type_id, rang, circuit_id, conditions) VALUES
          (1, 40, 1, 1, '[{"metadonnee":"montant","comparateur":"SUPERIEUR","valeur":"1000","nombre":true}]'),
          (1, 40, 2, 40, '[{"bureau":11,"comparateur":"EGAL"}]');
        INSERT INTO bureau_associe (collectivite_id, bureau_id, associe_id) VALUES (1, 11, 12), (1, 11, 14);
        """);
  }

  @AfterAll
  static void fermer() throws Exception {
    mairie.fermerSaine();
  }

  private static CreerDossier demande(
      String login, Map<String, String> metadonnees, List<BureauId> variables) {
    return new CreerDossier(
            Optional.empty(),
            "Achat",
            "Marché",
            "achat",
            Visibilite.SERVICE,
            null,
            List.of(mairie.texte(login)),
            Optional.empty(),
            List.of(),
            metadonnees,
            "",
            "",
            Optional.empty(),
            null,
            Origine.WEB,
            true)
        .avecVariables(variables);
  }

  private static ApercuCircuit apercu(Map<String, String> metadonnees, List<BureauId> variables) {
    return mairie.lire(
        "agent@demo",
        () ->
            mairie
                .creation()
                .apercu(
                    new DemandeApercu(
                        "Marché", "achat", Optional.empty(), metadonnees, variables)));
  }

  private static void refuse(
      ErreurCircuit code, String login, Map<String, String> metadonnees, BureauId... variables) {
    Mairie.refuse(
        code, null, () -> mairie.creer(login, demande(login, metadonnees, List.of(variables))));
  }

  @Test
  void le_montant_choisit_le_circuit_et_le_dossier_le_suit() {
    DossierCree cree =
        mairie.creer("agent@demo", demande("agent@demo", Map.of("montant", "1000.01"), List.of()));
    assertThat(mairie.bannette("dgs@demo", Mairie.DGS, Bannette.A_TRAITER))
        .contains(cree.identifiant().valeur());
  }

  @Test
  void les_bureaux_choisis_recoivent_le_dossier_puis_leur_chef() {
    DossierCree cree =
        mairie.creer("agent@demo", demande("agent@demo", Map.of(), List.of(ADJOINT)));
    assertThat(mairie.bannette("adjoint@demo", ADJOINT, Bannette.A_TRAITER))
        .contains(cree.identifiant().valeur());
    assertThat(
            Commune.compter(
                mairie.base,
                "SELECT count(*) FROM etape e JOIN dossier d ON d.id = e.dossier_id WHERE d.identifiant = ? AND (e.reglages ->> 'notifies' = '[14]' OR e.action = 'ARCHIVAGE' AND e.reglages ->> 'notifies' = '[11]')",
                cree.identifiant().valeur()))
        .isEqualTo(2);
  }

  @Test
  void l_apercu_laisse_en_blanc_ce_qui_n_est_pas_choisi() {
    ApercuCircuit avant = apercu(Map.of(), List.of());
    assertThat(avant.circuit()).isEqualTo("variable");
    assertThat(avant.variables()).isEqualTo(1);
    assertThat(avant.etapes())
        .extracting(EtapePrevue::bureau)
        .containsExactly("", "", "Service courrier");
    assertThat(apercu(Map.of(), List.of(ADJOINT)).etapes())
        .extracting(EtapePrevue::bureau)
        .containsExactly("Premier adjoint", "Maire", "Service courrier");
    assertThat(apercu(Map.of("montant", "5000"), List.of()).circuit()).isEqualTo("visa-signature");
  }

  @Test
  void seuls_les_bureaux_associes_ou_ceux_du_sous_type_sont_proposes() {
    assertThat(
            mairie.lire(
                "agent@demo",
                () -> mairie.creation().variables("Marché", "achat", Optional.empty())))
        .extracting(b -> b.titre())
        .containsExactly("Direction générale", "Premier adjoint");
    assertThat(
            mairie.lire(
                "dgs@demo", () -> mairie.creation().variables("Marché", "achat", Optional.empty())))
        .isEmpty();
  }

  @Test
  void un_bureau_qui_n_est_pas_propose_est_refuse() {
    refuse(ErreurCircuit.BUREAU_VARIABLE_REFUSE, "agent@demo", Map.of(), Mairie.MAIRE);
    refuse(ErreurCircuit.BUREAU_VARIABLE_REFUSE, "agent@demo", Map.of(), new BureauId(31));
    refuse(ErreurCircuit.BUREAU_VARIABLE_REFUSE, "agent@demo", Map.of(), new BureauId(999));
  }

  @Test
  void sans_choix_avec_un_choix_de_trop_ou_sans_regle_rien_n_est_cree() {
    refuse(ErreurCircuit.DESIGNATION_NON_RESOLUE, "agent@demo", Map.of());
    refuse(ErreurCircuit.VARIABLES_EN_TROP, "agent@demo", Map.of(), ADJOINT, Mairie.DGS);
    refuse(ErreurCircuit.VARIABLES_EN_TROP, "agent@demo", Map.of("montant", "2000"), Mairie.DGS);
    refuse(ErreurCircuit.AUCUNE_REGLE, "dgs@demo", Map.of());
    refuse(ErreurCircuit.AUCUNE_REGLE, "dgs@demo", Map.of("montant", "1000"));
  }

  @Test
  void un_bureau_ferme_arrete_la_creation_pas_l_apercu() {
    Commune.executer(mairie.base, "UPDATE bureau SET actif = false WHERE id = 13");
    try {
      refuse(ErreurCircuit.BUREAU_FERME, "agent@demo", Map.of("montant", "2000"));
      assertThat(apercu(Map.of("montant", "2000"), List.of()).etapes()).hasSize(3);
    } finally {
      Commune.executer(mairie.base, "UPDATE bureau SET actif = true WHERE id = 13");
    }
  }

  @Test
  void un_sous_type_a_un_circuit_ou_des_regles_jamais_les_deux() {
    for (String colonnes :
        List.of("circuit_id, par_regles) VALUES (1, true", "par_regles) VALUES (false")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () ->
                  Commune.executer(
                      mairie.base,
                      "INSERT INTO sous_type (id, collectivite_id, type_id, nom, "
                          + colonnes.replace("VALUES (", "VALUES (49, 1, 40, 'autre', ")
                          + ")"))
          .hasMessageContaining("sous_type_aiguillage");
    }
  }
}
