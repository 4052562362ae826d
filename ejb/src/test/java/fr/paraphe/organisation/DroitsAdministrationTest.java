package fr.paraphe.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.socle.ErreurMetier;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Qui administre quoi ; ce qui n’est pas donné est refusé. */
class DroitsAdministrationTest {

  private static final BureauId CONFIE = new BureauId(1);
  private static final BureauId SUPERVISE = new BureauId(2);
  private static final BureauId AUTRE = new BureauId(3);

  private static Acteur acteur(RoleUtilisateur role, Map<BureauId, Set<RoleBureau>> bureaux) {
    return new Acteur(
        new UtilisateurId(1),
        new CollectiviteId(1),
        "a@demo",
        "A",
        "B",
        role,
        bureaux,
        Set.of(),
        List.of(),
        Optional.empty());
  }

  @ParameterizedTest
  @EnumSource(Attribution.class)
  void une_personne_sans_role_n_administre_rien_meme_proprietaire_d_un_bureau(Attribution a) {
    Acteur agent =
        acteur(
            RoleUtilisateur.AUCUN,
            Map.of(CONFIE, Set.of(RoleBureau.PROPRIETAIRE, RoleBureau.SECRETAIRE)));
    assertThatThrownBy(() -> DroitsAdministration.exigerVoir(agent, a))
        .isInstanceOfSatisfying(
            ErreurMetier.class,
            e -> assertThat(e.code()).isEqualTo(ErreurOrganisation.ADMINISTRATION_INTERDITE));
    assertThatThrownBy(() -> DroitsAdministration.exigerChanger(agent, a))
        .isInstanceOf(ErreurMetier.class);
  }

  @Test
  void l_administrateur_tient_sa_collectivite_mais_pas_les_autres() {
    Acteur admin = acteur(RoleUtilisateur.ADMIN, Map.of());
    assertThat(DroitsAdministration.modifiables(admin))
        .isEqualTo(EnumSet.complementOf(EnumSet.of(Attribution.COLLECTIVITES)));
    assertThat(DroitsAdministration.administre(admin, AUTRE)).isTrue();
    assertThat(DroitsAdministration.bureauxVisibles(admin)).isEmpty();
  }

  @Test
  void le_super_administrateur_tient_tout() {
    assertThat(DroitsAdministration.modifiables(acteur(RoleUtilisateur.SUPER_ADMIN, Map.of())))
        .isEqualTo(EnumSet.allOf(Attribution.class));
  }

  @Test
  void l_administrateur_des_circuits_ne_touche_qu_aux_circuits_et_a_la_typologie() {
    Acteur circuits = acteur(RoleUtilisateur.ADMIN_CIRCUITS, Map.of());
    assertThat(DroitsAdministration.visibles(circuits))
        .containsExactlyInAnyOrder(Attribution.CIRCUITS, Attribution.TYPOLOGIE);
    assertThat(DroitsAdministration.administre(circuits, CONFIE)).isFalse();
  }

  @Test
  void l_administrateur_fonctionnel_n_a_que_les_bureaux_confies() {
    Acteur fonctionnel =
        acteur(
            RoleUtilisateur.ADMIN_FONCTIONNEL,
            Map.of(
                CONFIE, Set.of(RoleBureau.ADMINISTRATEUR),
                AUTRE, Set.of(RoleBureau.PROPRIETAIRE)));
    assertThat(DroitsAdministration.modifiables(fonctionnel))
        .containsExactlyInAnyOrder(Attribution.BUREAUX, Attribution.DOSSIERS);
    assertThat(DroitsAdministration.administre(fonctionnel, CONFIE)).isTrue();
    assertThat(DroitsAdministration.administre(fonctionnel, AUTRE)).isFalse();
    assertThat(DroitsAdministration.bureauxVisibles(fonctionnel)).contains(Set.of(CONFIE));
  }

  @Test
  void un_administrateur_fonctionnel_sans_bureau_confie_n_administre_rien() {
    assertThat(DroitsAdministration.visibles(acteur(RoleUtilisateur.ADMIN_FONCTIONNEL, Map.of())))
        .isEmpty();
  }

  @Test
  void etre_administrateur_d_un_bureau_sans_le_role_ne_donne_rien() {
    Acteur agent = acteur(RoleUtilisateur.AUCUN, Map.of(CONFIE, Set.of(RoleBureau.ADMINISTRATEUR)));
    assertThat(DroitsAdministration.visibles(agent)).isEmpty();
    assertThat(DroitsAdministration.administre(agent, CONFIE)).isFalse();
  }

  @Test
  void le_superviseur_voit_ses_bureaux_et_n_en_change_aucun() {
    Acteur superviseur =
        acteur(RoleUtilisateur.AUCUN, Map.of(SUPERVISE, Set.of(RoleBureau.SUPERVISEUR)));
    assertThat(DroitsAdministration.visibles(superviseur))
        .containsExactlyInAnyOrder(Attribution.BUREAUX, Attribution.DOSSIERS);
    assertThat(DroitsAdministration.modifiables(superviseur)).isEmpty();
    assertThat(DroitsAdministration.bureauxVisibles(superviseur)).contains(Set.of(SUPERVISE));
  }
}
