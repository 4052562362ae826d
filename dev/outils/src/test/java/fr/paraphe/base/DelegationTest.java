package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.organisation.BureauId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Le premier adjoint remplace le Service courrier, d’où partent les dossiers. */
class DelegationTest {

  @TempDir static Path donnees;
  private static Mairie mairie;

  @BeforeAll
  static void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    Commune.executer(
        mairie.base,
        "INSERT INTO delegation (id, collectivite_id, bureau_id, delegue_id, periode, creee_par) VALUES"
            + " (1, 1, 11, 14, tstzrange(now() - interval '1 day', now() + interval '1 day'), 1)");
  }

  @AfterAll
  static void fermer() {
    mairie.close();
  }

  @Test
  void un_delegue_trouve_et_traite_le_retourne_et_le_termine_du_bureau_absent() {
    IdentifiantDossier rejete =
        mairie.deposer("agent@demo", "Visa", "simple", "", "").identifiant();
    IdentifiantDossier vise = mairie.deposer("agent@demo", "Visa", "simple", "", "").identifiant();
    mairie.faire("dgs@demo", () -> mairie.instruction().rejeter(rejete, Avis.publique("à revoir")));
    mairie.faire("dgs@demo", () -> mairie.instruction().viser(vise, Avis.SANS));

    assertThat(mairie.bannette("adjoint@demo", new BureauId(14), Bannette.DELEGUES))
        .containsExactlyInAnyOrder(rejete.valeur(), vise.valeur());
    assertThat(
            mairie
                .lire("adjoint@demo", () -> mairie.consultation().bureaux().get(0).pastilles())
                .delegues())
        .isEqualTo(2);
    mairie.faire("adjoint@demo", () -> mairie.instruction().effacer(rejete));
    mairie.faire("adjoint@demo", () -> mairie.instruction().archiver(vise));
    assertThat(mairie.bannette("adjoint@demo", new BureauId(14), Bannette.DELEGUES)).isEmpty();
  }

  @Test
  void un_delegue_ne_voit_pas_les_brouillons_du_bureau_absent() {
    IdentifiantDossier brouillon =
        mairie
            .creer(
                "agent@demo",
                mairie.commande("Visa", "simple", "", "", null, false, mairie.texte("agent@demo")))
            .identifiant();
    assertThat(mairie.bannette("adjoint@demo", new BureauId(14), Bannette.DELEGUES)).isEmpty();
    Mairie.refuse(
        ErreurDossier.INTROUVABLE,
        null,
        () ->
            mairie.faire(
                "adjoint@demo", () -> mairie.instruction().transmettre(brouillon, Avis.SANS)));
  }
}
