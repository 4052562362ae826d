package fr.paraphe.dossier.modele;

import static fr.paraphe.dossier.modele.LaMairie.bureau;
import static fr.paraphe.dossier.modele.UnActeur.unActeur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.RoleBureau;
import fr.paraphe.socle.ErreurMetier;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BureauEmetteurTest {

  private static final Predicate<BureauId> TOUS = bureau -> true;
  private static final Predicate<BureauId> AUCUN = bureau -> false;

  private static Predicate<BureauId> seulement(String... noms) {
    return b -> Set.of(noms).contains(LaMairie.nom(b));
  }

  private static void refuse(
      UnActeur acteur, Optional<BureauId> demande, Predicate<BureauId> peutCreer) {
    ErreurMetier refus =
        catchThrowableOfType(
            ErreurMetier.class, () -> BureauEmetteur.choisir(acteur.acteur(), demande, peutCreer));
    assertThat(refus.code()).isEqualTo(ErreurDossier.BUREAU_EMETTEUR_EXIGE);
  }

  private static UnActeur camille() {
    return unActeur("Camille Agent").proprietaireDe("Courrier");
  }

  @Test
  void le_seul_bureau_va_de_soi() {
    assertThat(BureauEmetteur.choisir(camille().acteur(), Optional.empty(), TOUS))
        .isEqualTo(bureau("Courrier"));
  }

  @Test
  void le_seul_bureau_qui_peut_creer_va_de_soi() {
    Acteur acteur = camille().proprietaireDe("DGS").acteur();
    assertThat(BureauEmetteur.choisir(acteur, Optional.empty(), seulement("DGS")))
        .isEqualTo(bureau("DGS"));
  }

  @Test
  void entre_deux_bureaux_il_faut_choisir() {
    refuse(camille().proprietaireDe("DGS"), Optional.empty(), TOUS);
    assertThat(
            BureauEmetteur.choisir(
                camille().proprietaireDe("DGS").acteur(), Optional.of(bureau("DGS")), TOUS))
        .isEqualTo(bureau("DGS"));
  }

  @Test
  void le_bureau_du_compte_technique_passe_avant_les_autres() {
    Acteur acteur = camille().compteTechniqueDe("DGS").acteur();
    assertThat(BureauEmetteur.choisir(acteur, Optional.empty(), TOUS)).isEqualTo(bureau("DGS"));
    assertThat(BureauEmetteur.choisir(acteur, Optional.of(bureau("Courrier")), TOUS))
        .isEqualTo(bureau("Courrier"));
  }

  @Test
  void un_compte_technique_dont_le_bureau_ne_peut_pas_creer_n_emet_pas_d_ailleurs() {
    refuse(camille().compteTechniqueDe("DGS"), Optional.empty(), seulement("Courrier"));
  }

  @Test
  void la_secretaire_emet_du_bureau_qu_elle_nomme() {
    Acteur acteur = unActeur("Denis Second").tenant("Maire", RoleBureau.SECRETAIRE).acteur();
    assertThat(BureauEmetteur.choisir(acteur, Optional.of(bureau("Maire")), TOUS))
        .isEqualTo(bureau("Maire"));
  }

  @ParameterizedTest
  @EnumSource(
      value = RoleBureau.class,
      names = {"SUPERVISEUR", "ADMINISTRATEUR"})
  void superviser_ou_administrer_un_bureau_ne_permet_pas_d_en_emettre(RoleBureau titre) {
    refuse(unActeur("Denis Second").tenant("Maire", titre), Optional.of(bureau("Maire")), TOUS);
  }

  @Test
  void le_bureau_d_un_autre_est_refuse() {
    refuse(camille(), Optional.of(bureau("Maire")), TOUS);
  }

  @Test
  void un_delegue_n_emet_pas_du_bureau_qui_lui_delegue() {
    refuse(unActeur("Hugo Voisin").delegueDe("Maire", null), Optional.of(bureau("Maire")), TOUS);
  }

  @Test
  void un_bureau_qui_ne_peut_pas_creer_est_refuse() {
    refuse(camille(), Optional.of(bureau("Courrier")), AUCUN);
    refuse(camille(), Optional.empty(), AUCUN);
  }

  @Test
  void sans_bureau_rien_ne_part() {
    refuse(unActeur("Anne Adjointe"), Optional.empty(), TOUS);
  }
}
