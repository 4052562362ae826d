package fr.paraphe.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.paraphe.organisation.BureauId;
import fr.paraphe.socle.ErreurMetier;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AiguillageTest {

  private static final BureauId COURRIER = new BureauId(1);
  private static final BureauId DGS = new BureauId(2);

  private static Condition montant(Comparateur c, String valeur) {
    return Condition.sur("montant", c, valeur, true);
  }

  private static Regle regle(int circuit, Condition... conditions) {
    return new Regle(List.of(conditions), circuit, List.of());
  }

  private static Aiguillage table(Regle... regles) {
    return new Aiguillage(null, List.of(regles));
  }

  @ParameterizedTest
  @CsvSource({
    "EGAL,1000,1000.00,true", "EGAL,1000,1000.01,false", "DIFFERENT,1000,999,true",
    "DIFFERENT,1000,1e3,true", "INFERIEUR,1000,999.99,true", "INFERIEUR,1000,1000,false",
    "INFERIEUR_OU_EGAL,1000,1000,true", "SUPERIEUR,1000,9,false", "SUPERIEUR,1000,1000.01,true",
    "SUPERIEUR_OU_EGAL,1000,-1000,false", "SUPERIEUR_OU_EGAL,1000,beaucoup,false"
  })
  void un_nombre_se_compare_comme_un_nombre(
      Comparateur c, String valeur, String trouvee, boolean tenue) {
    assertThat(montant(c, valeur).tenue(Map.of("montant", trouvee), DGS)).isEqualTo(tenue);
  }

  @Test
  void un_texte_ou_une_date_se_compare_lettre_a_lettre() {
    Condition code = Condition.sur("code", Comparateur.EGAL, "01000", false);
    assertThat(code.tenue(Map.of("code", "1000"), DGS)).isFalse();
    assertThat(code.tenue(Map.of("code", " 01000 "), DGS)).isTrue();
    Condition date = Condition.sur("echeance", Comparateur.SUPERIEUR, "2026-09-30", false);
    assertThat(date.tenue(Map.of("echeance", "2026-10-01"), DGS)).isTrue();
    assertThat(date.tenue(Map.of("echeance", "2026-09-30"), DGS)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void une_metadonnee_absente_n_est_que_differente_ou_absente(Comparateur c) {
    Condition condition = montant(c, c.attendValeur() ? "10" : null);
    boolean tenue = c == Comparateur.DIFFERENT || c == Comparateur.ABSENTE;
    assertThat(condition.tenue(Map.of(), DGS)).isEqualTo(tenue);
    assertThat(condition.tenue(Map.of("montant", "  "), DGS)).isEqualTo(tenue);
  }

  @Test
  void le_bureau_emetteur_se_compare_au_bureau() {
    assertThat(Condition.emisPar(DGS, true).tenue(Map.of(), DGS)).isTrue();
    assertThat(Condition.emisPar(DGS, true).tenue(Map.of(), COURRIER)).isFalse();
    assertThat(Condition.emisPar(DGS, false).tenue(Map.of(), DGS)).isFalse();
  }

  @Test
  void une_condition_mal_formee_ne_se_construit_pas() {
    assertThatThrownBy(() -> montant(Comparateur.EGAL, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> montant(Comparateur.ABSENTE, "1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Condition(null, Comparateur.SUPERIEUR, null, false, DGS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Aiguillage(null, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Aiguillage(1, List.of(regle(2))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void la_premiere_regle_tenue_l_emporte() {
    Aiguillage table =
        table(
            regle(1, montant(Comparateur.SUPERIEUR, "1000"), Condition.emisPar(DGS, true)),
            regle(2, montant(Comparateur.SUPERIEUR, "1000")),
            regle(3));
    assertThat(table.choisir(Map.of("montant", "2000"), DGS).circuitId()).isEqualTo(1);
    assertThat(table.choisir(Map.of("montant", "2000"), COURRIER).circuitId()).isEqualTo(2);
    assertThat(table.choisir(Map.of(), DGS).circuitId()).isEqualTo(3);
  }

  @Test
  void sans_regle_tenue_le_dossier_est_refuse() {
    Aiguillage table = table(regle(1, montant(Comparateur.SUPERIEUR, "1000")));
    ErreurMetier refus =
        catchThrowableOfType(ErreurMetier.class, () -> table.choisir(Map.of(), DGS));
    assertThat(refus.code()).isEqualTo(ErreurCircuit.AUCUNE_REGLE);
  }

  @Test
  void une_regle_couverte_ou_impossible_n_est_jamais_atteinte() {
    Condition grand = montant(Comparateur.SUPERIEUR, "1000");
    Aiguillage table =
        table(
            regle(1, grand),
            regle(2, grand, Condition.emisPar(DGS, true)),
            regle(3, montant(Comparateur.EGAL, "5"), montant(Comparateur.SUPERIEUR, "6")),
            regle(4, Condition.emisPar(DGS, true), Condition.emisPar(COURRIER, true)),
            regle(5, Condition.emisPar(DGS, true)),
            regle(6),
            regle(7));
    assertThat(table.jamaisAtteintes()).containsExactly(1, 2, 3, 6);
  }

  @Provide
  Arbitrary<Aiguillage> tables() {
    Arbitrary<Condition> metadonnee =
        Combinators.combine(
                Arbitraries.of("a", "b"),
                Arbitraries.of(Comparateur.class),
                Arbitraries.of("0", "1", "2"),
                Arbitraries.of(true, false))
            .as((m, c, v, n) -> Condition.sur(m, c, c.attendValeur() ? v : null, n));
    Arbitrary<Condition> bureau =
        Combinators.combine(Arbitraries.of(COURRIER, DGS), Arbitraries.of(true, false))
            .as(Condition::emisPar);
    return Arbitraries.oneOf(metadonnee, bureau)
        .list()
        .ofMaxSize(3)
        .map(c -> c)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(AiguillageTest::numerotees);
  }

  private static Aiguillage numerotees(List<List<Condition>> conditions) {
    return new Aiguillage(
        null,
        java.util.stream.IntStream.range(0, conditions.size())
            .mapToObj(i -> new Regle(conditions.get(i), i + 1, List.of()))
            .toList());
  }

  @Property
  void une_regle_dite_jamais_atteinte_ne_l_est_par_aucun_dossier(
      @ForAll("tables") Aiguillage table) {
    for (String a : List.of("", "0", "1", "2", "3")) {
      for (String b : List.of("", "0", "1", "2", "3")) {
        for (BureauId bureau : List.of(COURRIER, DGS, new BureauId(3))) {
          try {
            int circuit = table.choisir(Map.of("a", a, "b", b), bureau).circuitId();
            assertThat(table.jamaisAtteintes()).doesNotContain(circuit - 1);
          } catch (ErreurMetier aucune) {
            assertThat(table.regles()).noneMatch(r -> r.conditions().isEmpty());
          }
        }
      }
    }
  }
}
