package fr.paraphe.journal.modele;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LigneChaineeTest {

  private static final byte[] AUCUNE = new byte[0];
  private static final Instant INSTANT = Instant.parse("2026-03-02T08:22:00.123456Z");

  /** Une ligne dont un test change un champ à la fois. */
  private static final class Brouillon {
    long dossier = 42;
    int rang = 2;
    Instant instant = INSTANT.plusNanos(1000);
    int collectivite = 7;
    Integer acteur = 11;
    Integer bureau = 12;
    Integer delegation = 5;
    Long etape = 99L;
    String nature = "VISA";
    String statut = "Vise";
    String nom = "Zoé Ñandú";
    String annotation = "é œ ’ 🙂";
    boolean visible;

    LigneChainee ligne() {
      return new LigneChainee(
          dossier,
          rang,
          instant,
          collectivite,
          acteur,
          bureau,
          delegation,
          etape,
          nature,
          statut,
          nom,
          annotation,
          visible);
    }
  }

  private static Brouillon avec(UnaryOperator<Brouillon> changement) {
    return changement.apply(new Brouillon());
  }

  private static LigneChainee premiere() {
    return new LigneChainee(
        42,
        1,
        INSTANT,
        7,
        11,
        12,
        null,
        null,
        "CREATION",
        "NonLu",
        "Camille Agent",
        "Création de dossier",
        true);
  }

  private static String hexa(byte[] octets) {
    return HexFormat.of().formatHex(octets);
  }

  /** Vecteurs calculés par un autre programme, d’après la seule description de la forme. */
  @Test
  void les_empreintes_sont_celles_qu_un_autre_programme_calcule() {
    byte[] tete = premiere().empreinte(AUCUNE);
    assertThat(hexa(tete))
        .isEqualTo("00eae987402b6c1d70797b5e553068a7dc29d688edc54cd0857a8b637d497cd5");
    assertThat(hexa(new Brouillon().ligne().empreinte(tete)))
        .isEqualTo("8333e4464d423607bb5b08bbfddc6d002e16702c784e77ce22d034df1c47752d");
  }

  static Stream<Arguments> changements() {
    return Stream.of(
        changement("dossier", b -> b.dossier = 43),
        changement("rang", b -> b.rang = 3),
        changement("instant", b -> b.instant = b.instant.plusNanos(1000)),
        changement("collectivite", b -> b.collectivite = 8),
        changement("acteur", b -> b.acteur = 12),
        changement("acteur absent", b -> b.acteur = null),
        changement("bureau", b -> b.bureau = 13),
        changement("bureau absent", b -> b.bureau = null),
        changement("delegation", b -> b.delegation = 6),
        changement("delegation absente", b -> b.delegation = null),
        changement("etape", b -> b.etape = 100L),
        changement("etape absente", b -> b.etape = null),
        changement("nature", b -> b.nature = "REJET"),
        changement("statut", b -> b.statut = "RejetVisa"),
        changement("nom", b -> b.nom = "Zoe Ñandú"),
        changement("annotation", b -> b.annotation = "é œ ’ 🙃"),
        changement("annotation vide", b -> b.annotation = ""),
        changement("visible", b -> b.visible = true));
  }

  private static Arguments changement(String nom, java.util.function.Consumer<Brouillon> change) {
    UnaryOperator<Brouillon> operateur =
        b -> {
          change.accept(b);
          return b;
        };
    return Arguments.of(nom, operateur);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changements")
  void changer_un_seul_champ_change_l_empreinte(String nom, UnaryOperator<Brouillon> change) {
    assertThat(avec(change).ligne().empreinte(AUCUNE))
        .isNotEqualTo(new Brouillon().ligne().empreinte(AUCUNE));
  }

  @Test
  void changer_la_ligne_precedente_change_l_empreinte() {
    byte[] tete = premiere().empreinte(AUCUNE);
    byte[] autre = tete.clone();
    autre[31] ^= 1;
    LigneChainee ligne = new Brouillon().ligne();
    assertThat(ligne.empreinte(tete)).isNotEqualTo(ligne.empreinte(autre));
    assertThat(ligne.empreinte(tete)).isNotEqualTo(ligne.empreinte(AUCUNE));
  }

  @Test
  void absent_et_zero_ne_se_confondent_pas() {
    assertThat(
            avec(b -> {
                  b.delegation = null;
                  return b;
                })
                .ligne()
                .empreinte(AUCUNE))
        .isNotEqualTo(
            avec(b -> {
                  b.delegation = 0;
                  return b;
                })
                .ligne()
                .empreinte(AUCUNE));
  }

  @Test
  void un_texte_ne_deborde_pas_sur_le_suivant() {
    assertThat(
            avec(b -> {
                  b.nom = "ab";
                  b.annotation = "c";
                  return b;
                })
                .ligne()
                .empreinte(AUCUNE))
        .isNotEqualTo(
            avec(b -> {
                  b.nom = "a";
                  b.annotation = "bc";
                  return b;
                })
                .ligne()
                .empreinte(AUCUNE));
  }

  @Test
  void deux_ecritures_du_meme_texte_ont_la_meme_empreinte_et_la_ligne_garde_la_forme_composee() {
    LigneChainee decomposee =
        avec(b -> {
              b.nom = "Zoe\u0301 N\u0303andu\u0301";
              return b;
            })
            .ligne();
    assertThat(decomposee.acteurNom()).isEqualTo("Zo\u00e9 \u00d1and\u00fa");
    assertThat(decomposee.empreinte(AUCUNE)).isEqualTo(new Brouillon().ligne().empreinte(AUCUNE));
  }

  @Test
  void l_instant_est_celui_que_la_base_garde_a_la_microseconde() {
    LigneChainee fine =
        avec(b -> {
              b.instant = b.instant.plusNanos(999);
              return b;
            })
            .ligne();
    assertThat(fine.instant()).isEqualTo(new Brouillon().instant);
    assertThat(fine.empreinte(AUCUNE)).isEqualTo(new Brouillon().ligne().empreinte(AUCUNE));
  }
}
