package fr.paraphe.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.paraphe.circuit.RegleLue.ConditionLue;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.socle.ErreurMetier;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptClassiqueTest {

  private static List<RegleLue> lire(String corps) {
    return ScriptClassique.lire("selectionCircuit {" + corps + "}");
  }

  private static ConditionLue montant(Comparateur c, String valeur) {
    return new ConditionLue("montant", c, valeur, valeur != null);
  }

  @Test
  void un_script_devient_sa_table() {
    assertThat(
            ScriptClassique.lire(
                """
                selectionCircuit {
                  // les gros marchés
                  if (montant >= 90000 && isBureau("DGS")) circuit "Grand", ["Élu finances", 'DAJ'];
                  if (nature == 'urgent' || echeance == null) { circuit "Court"; }
                  /* le
                     reste */
                  circuit "Ordinaire";
                }
                """))
        .containsExactly(
            new RegleLue(
                List.of(
                    montant(Comparateur.SUPERIEUR_OU_EGAL, "90000"),
                    new ConditionLue(null, Comparateur.EGAL, "DGS", false)),
                "Grand",
                List.of("Élu finances", "DAJ"),
                3),
            new RegleLue(
                List.of(new ConditionLue("nature", Comparateur.EGAL, "urgent", false)),
                "Court",
                List.of(),
                4),
            new RegleLue(
                List.of(new ConditionLue("echeance", Comparateur.ABSENTE, null, false)),
                "Court",
                List.of(),
                4),
            new RegleLue(List.of(), "Ordinaire", List.of(), 7));
  }

  @Test
  void sinon_ne_repete_la_condition_que_si_elle_peut_ne_rien_donner() {
    assertThat(lire("if (a == 1) circuit \"X\"; else circuit \"Y\""))
        .extracting(RegleLue::conditions)
        .containsExactly(List.of(new ConditionLue("a", Comparateur.EGAL, "1", true)), List.of());
    assertThat(lire("if (a == 1) { if (b) circuit \"X\" } else circuit \"Y\""))
        .extracting(RegleLue::conditions)
        .element(1)
        .isEqualTo(List.of(new ConditionLue("a", Comparateur.DIFFERENT, "1", true)));
  }

  @Test
  void le_contraire_d_un_ordre_est_l_autre_ordre_ou_l_absence() {
    assertThat(lire("if (!(10 < montant)) circuit \"X\""))
        .extracting(RegleLue::conditions)
        .containsExactly(
            List.of(montant(Comparateur.INFERIEUR_OU_EGAL, "10")),
            List.of(montant(Comparateur.ABSENTE, null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "selectionCircuit",
        "selectionCircuit {",
        "selectionCircuit { } x",
        "circuit \"X\""
      })
  void hors_de_son_bloc_un_script_est_refuse(String script) {
    assertThat(refus(script)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "circuit X",
        "circuit \"X\", \"B\"",
        "circuit \"X\", [B]",
        "circuit \"X${1}\"",
        "def x = 1",
        "if (a = 1) circuit \"X\"",
        "if (a == b) circuit \"X\"",
        "if (1 == 1) circuit \"X\"",
        "if (a < true) circuit \"X\"",
        "if (a < null) circuit \"X\"",
        "if (\"a\") circuit \"X\"",
        "if (a.size() > 1) circuit \"X\"",
        "if (a + 1 > 2) circuit \"X\"",
        "if (a) System.exit(0)",
        "if () circuit \"X\"",
        "while (true) { }",
        "circuit \"a\nb\"",
        "/* jamais fermé"
      })
  void ce_qui_n_est_pas_de_la_grammaire_est_refuse(String corps) {
    ErreurMetier refus = refus("selectionCircuit {" + corps + "}");
    assertThat(refus).isNotNull();
    assertThat(refus.code()).isEqualTo(ErreurCircuit.SCRIPT_REFUSE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "selectionCircuit { x }|1|20",
        "selectionCircuit {@  if (a == 1) cirquit 'X';@}|2|15",
        "selectionCircuit {@@   if (a ~ 1)|3|10",
        "selectionCircuit {|1|19"
      })
  void le_refus_dit_la_ligne_et_la_colonne(String script, int ligne, int colonne) {
    assertThat(refus(script.replace('@', '\n')).valeurs()).startsWith(ligne, colonne);
  }

  @Test
  void une_table_trop_longue_ou_trop_profonde_est_refusee() {
    String et = "(a == 1 || a == 2 || a == 3)";
    assertThat(
            refus(
                "selectionCircuit { if ("
                    + String.join(" && ", java.util.Collections.nCopies(9, et.replace('a', 'b')))
                        .replaceAll("b", "x")
                    + " && "
                    + String.join(
                        " && ",
                        java.util.stream.IntStream.range(0, 9)
                            .mapToObj(i -> et.replace("a", "a" + i))
                            .toList())
                    + ") circuit \"X\" }"))
        .isNotNull();
    assertThat(refus("selectionCircuit { if (" + "(".repeat(50_000))).isNotNull();
    assertThat(refus("selectionCircuit { " + "if (a) ".repeat(10_000))).isNotNull();
    assertThat(refus("selectionCircuit { /*" + "*".repeat(90_000))).isNotNull();
    assertThat(refus("selectionCircuit { circuit \"" + "\\\"".repeat(40_000))).isNotNull();
  }

  private static ErreurMetier refus(String script) {
    return catchThrowableOfType(ErreurMetier.class, () -> ScriptClassique.lire(script));
  }

  @Provide
  Arbitrary<String> bruits() {
    return Arbitraries.of(
            "selectionCircuit",
            "{",
            "}",
            "if",
            "else",
            "(",
            ")",
            "!",
            "&&",
            "||",
            "circuit",
            "\"X\"",
            "[",
            "]",
            ",",
            ";",
            "a",
            "==",
            "<",
            "1",
            "null",
            "true",
            "isBureau",
            "'",
            "$",
            "/*",
            "*/",
            "//",
            "\n",
            "é")
        .list()
        .ofMaxSize(60)
        .map(mots -> "selectionCircuit { " + String.join(" ", mots));
  }

  @Property(tries = 2000)
  void un_texte_quelconque_est_traduit_ou_refuse_jamais_autre_chose(
      @ForAll("bruits") String script) {
    try {
      assertThat(ScriptClassique.lire(script)).hasSizeLessThanOrEqualTo(Formule.TERMES_MAX);
    } catch (ErreurMetier refus) {
      assertThat(refus.code()).isEqualTo(ErreurCircuit.SCRIPT_REFUSE);
    }
  }

  /** Un morceau de condition, et ce qu’il vaut pour un dossier. */
  private record Essai(String texte, Predicate<Map<String, String>> sens) {}

  @Provide
  Arbitrary<Essai> essais() {
    Arbitrary<Essai> feuille =
        Combinators.combine(
                Arbitraries.of("a", "b"),
                Arbitraries.of("==", "!=", "<", ">=", ">", "<="),
                Arbitraries.of("1", "2"))
            .as(
                (m, signe, v) ->
                    new Essai(m + " " + signe + " " + v, d -> vrai(d.get(m), signe, v)));
    return Arbitraries.recursive(() -> feuille, ScriptClassiqueTest::composer, 0, 3);
  }

  private static Arbitrary<Essai> composer(Arbitrary<Essai> essais) {
    return Combinators.combine(essais, essais, Arbitraries.of(0, 1, 2))
        .as(
            (x, y, forme) ->
                switch (forme) {
                  case 0 -> new Essai("(" + x.texte + ") && (" + y.texte + ")", x.sens.and(y.sens));
                  case 1 -> new Essai("(" + x.texte + ") || (" + y.texte + ")", x.sens.or(y.sens));
                  default -> new Essai("!(" + x.texte + ")", x.sens.negate());
                });
  }

  private static boolean vrai(String trouvee, String signe, String valeur) {
    if (trouvee == null) {
      return signe.equals("!=");
    }
    int ordre = Integer.compare(Integer.parseInt(trouvee), Integer.parseInt(valeur));
    return switch (signe) {
      case "==" -> ordre == 0;
      case "!=" -> ordre != 0;
      case "<" -> ordre < 0;
      case ">=" -> ordre >= 0;
      case ">" -> ordre > 0;
      default -> ordre <= 0;
    };
  }

  @Property(tries = 500)
  void la_table_choisit_comme_le_script(
      @ForAll("essais") Essai si, @ForAll("essais") Essai sinonSi) {
    List<RegleLue> regles;
    try {
      regles =
          lire(
              "if ("
                  + si.texte
                  + ") { if ("
                  + sinonSi.texte
                  + ") circuit \"X\" } else circuit \"Y\"; circuit \"Z\"");
    } catch (ErreurMetier tropLongue) {
      return;
    }
    for (Map<String, String> dossier :
        List.of(
            Map.<String, String>of(),
            Map.of("a", "1"),
            Map.of("b", "2"),
            Map.of("a", "2", "b", "1"),
            Map.of("a", "0", "b", "3"),
            Map.of("a", "3", "b", "0"))) {
      String attendu = si.sens.test(dossier) ? (sinonSi.sens.test(dossier) ? "X" : "Z") : "Y";
      assertThat(choisir(regles, dossier)).isEqualTo(attendu);
    }
  }

  private static String choisir(List<RegleLue> regles, Map<String, String> dossier) {
    return regles.stream()
        .filter(
            r ->
                r.conditions().stream()
                    .map(
                        c -> Condition.sur(c.metadonnee(), c.comparateur(), c.valeur(), c.nombre()))
                    .allMatch(c -> c.tenue(dossier, new BureauId(1))))
        .findFirst()
        .orElseThrow()
        .circuit();
  }
}
