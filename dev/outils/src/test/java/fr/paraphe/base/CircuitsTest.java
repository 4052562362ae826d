package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.Anomalie;
import fr.paraphe.circuit.DemandeEssai;
import fr.paraphe.circuit.Designation;
import fr.paraphe.circuit.DessinCircuits;
import fr.paraphe.circuit.ErreurCircuit;
import fr.paraphe.circuit.Essai;
import fr.paraphe.circuit.EtapeReglee;
import fr.paraphe.circuit.FicheCircuit;
import fr.paraphe.circuit.Mode;
import fr.paraphe.circuit.ReglageCircuit;
import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.socle.CodeErreur;
import fr.paraphe.socle.Tranche;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Les circuits de « demo » dessinés par chef ; ceux d’« agglo » lui sont introuvables. */
class CircuitsTest {

  private static final String CHEF = "chef@demo";
  private static final int CIRCUIT_D_AGGLO = 4;

  @TempDir private static Path donnees;
  private static Mairie mairie;

  @BeforeAll
  static void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    Commune.executer(
        mairie.base,
        """
        INSERT INTO utilisateur (id, collectivite_id, identifiant, nom, prenom, courriel, role) VALUES
          (8, 1, 'chef', 'Chef', 'Alix', 'chef@demo.invalid', 'ADMIN_CIRCUITS');
        INSERT INTO bureau (id, collectivite_id, nom_court, titre) VALUES (16, 1, 'Vide', 'Bureau vide');
        INSERT INTO metadonnee (id, collectivite_id, nom_court, nom_long, nature) VALUES (40, 1, 'montant', 'Montant', 'DECIMAL');
        INSERT INTO delegation (id, collectivite_id, bureau_id, delegue_id, periode, creee_par) VALUES
          (90, 1, 13, 14, '[2027-08-01 00:00+02, 2027-08-16 00:00+02)', 3);
        """);
  }

  @AfterAll
  static void fermer() throws Exception {
    mairie.fermerSaine();
  }

  private static DessinCircuits circuits() {
    return mairie.atelier.bean(DessinCircuits.class);
  }

  private static EtapeReglee etape(ActionDemandee action, Designation par, String... bureaux) {
    return new EtapeReglee(
        action,
        par,
        List.of(bureaux),
        bureaux.length > 1 ? Mode.ET : Mode.SEUL,
        null,
        List.of(),
        List.of(),
        List.of(),
        false);
  }

  private static ReglageCircuit dessin(String nom, EtapeReglee... etapes) {
    return new ReglageCircuit(nom, "", List.of(etapes), List.of(), false);
  }

  private static ReglageCircuit complet(String nom) {
    return new ReglageCircuit(
        nom,
        "Service courrier",
        List.of(
            new EtapeReglee(
                ActionDemandee.VISA,
                Designation.BUREAU,
                List.of("DGS", "Premier adjoint"),
                Mode.ET,
                1,
                List.of("montant"),
                List.of("montant"),
                List.of("Maire"),
                true),
            etape(ActionDemandee.SIGNATURE, Designation.CHEF_DE)),
        List.of("WebService"),
        true);
  }

  private static int creer(ReglageCircuit reglage) {
    return mairie.lire(CHEF, () -> circuits().creer(reglage));
  }

  private static FicheCircuit fiche(int id) {
    return mairie.lire(CHEF, () -> circuits().lire(id));
  }

  private static void refuse(CodeErreur code, String login, Supplier<?> acte) {
    Mairie.refuse(code, null, () -> mairie.lire(login, acte));
  }

  private static void modifier(int id, int version, ReglageCircuit reglage) {
    mairie.faire(CHEF, () -> circuits().modifier(id, version, reglage));
  }

  private static Essai essayer(int id, String emetteur, String jour, String... variables) {
    return mairie.lire(
        CHEF,
        () ->
            circuits()
                .essayer(
                    id, new DemandeEssai(emetteur, LocalDate.parse(jour), List.of(variables))));
  }

  @Test
  void un_circuit_dessine_se_relit_tel_quel_et_le_journal_le_garde() {
    int id = creer(complet("Délibérations"));
    assertThat(fiche(id).reglage()).isEqualTo(complet("Délibérations"));
    modifier(
        id, fiche(id).version(), dessin("Délib", etape(ActionDemandee.VISA, Designation.EMETTEUR)));
    assertThat(fiche(id).reglage().etapes()).hasSize(1);
    assertThat(
            Commune.compter(
                mairie.base,
                "SELECT count(*) FROM evenement_systeme WHERE nature IN ('CIRCUIT_CREER', 'CIRCUIT_MODIFIER') AND objet LIKE 'Délib%'"))
        .isEqualTo(2);
  }

  @Test
  void une_copie_a_le_meme_dessin_et_vit_sa_vie() {
    int id = creer(complet("Original"));
    int copie = mairie.lire(CHEF, () -> circuits().copier(id, "Copie"));
    assertThat(fiche(copie).reglage()).isEqualTo(complet("Copie"));
    int version = fiche(copie).version();
    mairie.faire(CHEF, () -> circuits().supprimer(copie, version));
    refuse(ErreurCircuit.CIRCUIT_ABSENT, CHEF, () -> circuits().lire(copie));
    assertThat(fiche(id).emplois()).isEmpty();
  }

  @Test
  void la_recherche_ignore_accents_et_casse_et_dit_ou_le_circuit_sert() {
    creer(complet("Arrêté municipal"));
    assertThat(mairie.lire(CHEF, () -> circuits().chercher("ARRETE", Tranche.page(1, 10))).lignes())
        .singleElement()
        .satisfies(c -> assertThat(c.etapes()).isEqualTo(2));
    assertThat(fiche(2).emplois()).containsExactly("Visa / reserve", "Visa / simple");
    assertThat(mairie.lire(CHEF, () -> circuits().chercher("", Tranche.page(1, 500))).lignes())
        .noneMatch(c -> c.id() == CIRCUIT_D_AGGLO);
  }

  @Test
  void un_dossier_en_cours_garde_son_circuit() {
    String dossier =
        mairie.deposer("agent@demo", "Courrier", "simple", "", "").identifiant().valeur();
    FicheCircuit avant = fiche(1);
    modifier(
        1,
        avant.version(),
        dessin("visa-signature", etape(ActionDemandee.VISA, Designation.EMETTEUR)));
    assertThat(
            Commune.compter(
                mairie.base,
                "SELECT count(*) FROM etape e JOIN dossier d ON d.id = e.dossier_id WHERE d.identifiant = ?",
                dossier))
        .isEqualTo(4);
    modifier(1, fiche(1).version(), avant.reglage());
  }

  @Test
  void un_circuit_qui_sert_ne_se_supprime_pas() {
    refuse(
        ErreurCircuit.CIRCUIT_EMPLOYE,
        CHEF,
        () -> {
          circuits().supprimer(2, 0);
          return null;
        });
  }

  @Test
  void deux_modifications_de_la_meme_version_la_seconde_est_refusee() {
    int id = creer(complet("Disputé"));
    int version = fiche(id).version();
    modifier(id, version, complet("Disputé 2"));
    Mairie.refuse(
        ErreurCircuit.CIRCUIT_MODIFIE,
        null,
        () -> mairie.faire(CHEF, () -> circuits().modifier(id, version, complet("Disputé 3"))));
    assertThat(fiche(id).reglage().nom()).isEqualTo("Disputé 2");
  }

  @Test
  void un_dessin_impossible_est_refuse() {
    EtapeReglee visa = etape(ActionDemandee.VISA, Designation.EMETTEUR);
    for (ReglageCircuit r :
        List.of(
            dessin("", visa),
            dessin("Sans étape"),
            dessin("Sans bureau", etape(ActionDemandee.VISA, Designation.BUREAU)),
            dessin("Bureau en trop", etape(ActionDemandee.VISA, Designation.EMETTEUR, "DGS")),
            dessin("Deux fois", etape(ActionDemandee.VISA, Designation.BUREAU, "DGS", "DGS")),
            dessin("Cachet", etape(ActionDemandee.CACHET, Designation.BUREAU, "DGS", "Maire")),
            dessin("TdT", etape(ActionDemandee.TDT, Designation.EMETTEUR)))) {
      refuse(ErreurCircuit.DESSIN_REFUSE, CHEF, () -> circuits().creer(r));
    }
    refuse(ErreurCircuit.CIRCUIT_NOM_PRIS, CHEF, () -> circuits().creer(dessin("VISA", visa)));
    for (String bureau : List.of("Inconnu", "Courrier")) {
      refuse(
          ErreurCircuit.NOM_INCONNU,
          CHEF,
          () ->
              circuits()
                  .creer(dessin("X", etape(ActionDemandee.VISA, Designation.BUREAU, bureau))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent@demo", "maire@demo", "ws@demo", "agent@agglo"})
  void qui_n_administre_pas_les_circuits_n_y_touche_pas(String login) {
    CodeErreur interdit = ErreurOrganisation.ADMINISTRATION_INTERDITE;
    refuse(interdit, login, () -> circuits().chercher("", Tranche.page(1, 10)));
    refuse(interdit, login, () -> circuits().lire(1));
    refuse(interdit, login, () -> circuits().creer(complet("Intrus")));
    refuse(interdit, login, () -> circuits().copier(1, "Intrus"));
  }

  @Test
  void le_circuit_d_une_autre_collectivite_est_introuvable() {
    CodeErreur absent = ErreurCircuit.CIRCUIT_ABSENT;
    refuse(absent, CHEF, () -> circuits().lire(CIRCUIT_D_AGGLO));
    refuse(absent, CHEF, () -> circuits().copier(CIRCUIT_D_AGGLO, "Volé"));
    refuse(
        absent,
        CHEF,
        () ->
            circuits()
                .essayer(CIRCUIT_D_AGGLO, new DemandeEssai("DGS", LocalDate.EPOCH, List.of())));
    Mairie.refuse(
        absent,
        null,
        () -> mairie.faire(CHEF, () -> circuits().modifier(CIRCUIT_D_AGGLO, 0, complet("Volé"))));
    Mairie.refuse(
        absent, null, () -> mairie.faire(CHEF, () -> circuits().supprimer(CIRCUIT_D_AGGLO, 0)));
  }

  @Test
  void l_essai_nomme_le_delegue_du_jour_seulement() {
    assertThat(essayer(1, "Service courrier", "2027-08-12").etapes().get(1).delegues())
        .containsExactly("Premier adjoint");
    assertThat(essayer(1, "Service courrier", "2027-08-16").etapes().get(1).delegues()).isEmpty();
  }

  @Test
  void l_essai_trouve_les_impasses_et_les_bureaux_vides() {
    int id =
        creer(
            dessin(
                "Impasses",
                etape(ActionDemandee.VISA, Designation.VARIABLE),
                etape(ActionDemandee.VISA, Designation.CHEF_DE),
                etape(ActionDemandee.VISA, Designation.BUREAU, "Vide")));
    Essai sans = essayer(id, "DGS", "2027-08-12");
    assertThat(sans.anomalies()).containsExactly(Anomalie.SANS_SIGNATAIRE);
    assertThat(sans.etapes())
        .extracting(Essai.EtapeEssayee::anomalies)
        .containsExactly(
            List.of(Anomalie.VARIABLE_A_CHOISIR),
            List.of(Anomalie.PRECEDENT_INCONNU),
            List.of(Anomalie.SANS_PROPRIETAIRE),
            List.of());
    assertThat(essayer(id, "DGS", "2027-08-12", "Maire").etapes().get(1).anomalies())
        .containsExactly(Anomalie.SANS_SUPERIEUR);
    refuse(
        ErreurCircuit.NOM_INCONNU,
        CHEF,
        () -> circuits().essayer(id, new DemandeEssai("Courrier", LocalDate.EPOCH, List.of())));
  }
}
