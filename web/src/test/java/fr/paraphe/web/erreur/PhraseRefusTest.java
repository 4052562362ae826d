package fr.paraphe.web.erreur;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.signature.ErreurSignature;
import fr.paraphe.socle.CodeErreur;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.stockage.ErreurStockage;
import fr.paraphe.stockage.Limite;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhraseRefusTest {
  private static final ResourceBundle ANGLAIS =
      ResourceBundle.getBundle(PhraseRefus.CATALOGUE, Locale.ENGLISH);

  @Test
  void chaque_code_de_refus_a_sa_phrase_anglaise_et_aucune_n_est_de_trop() {
    List<String> codes = codes();
    assertThat(codes).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    Set<String> attendues =
        codes.stream().map(c -> "refus." + c).collect(Collectors.toCollection(TreeSet::new));
    Set<String> ecrites =
        ANGLAIS.keySet().stream()
            .filter(c -> c.startsWith("refus."))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(ecrites).isEqualTo(attendues);
  }

  @Test
  void chaque_phrase_anglaise_dit_quelque_chose_et_se_termine() {
    ANGLAIS.keySet().stream()
        .filter(c -> c.startsWith("refus."))
        .forEach(
            c ->
                assertThat(ANGLAIS.getString(c))
                    .as(c)
                    .endsWith(".")
                    .doesNotContain("'")
                    .hasSizeGreaterThan(12));
  }

  @Test
  void l_acte_refuse_est_nomme_en_anglais() {
    for (Action action : Action.values()) {
      ErreurMetier refus =
          new ErreurMetier(ErreurDossier.ACTION_INTERDITE, "Vous ne pouvez pas…").avec(action);
      assertThat(PhraseRefus.dans(Locale.ENGLISH, refus))
          .startsWith("You cannot ")
          .doesNotContain("{")
          .doesNotContain(action.name());
    }
  }

  @Test
  void les_dates_et_les_tailles_se_lisent_en_anglais() {
    Instant quand = Instant.parse("2026-11-24T09:42:00Z");
    assertThat(
            PhraseRefus.dans(
                Locale.ENGLISH,
                new ErreurMetier(ErreurSignature.CERTIFICAT_EXPIRE, "…").avec(quand)))
        .startsWith("This certificate expired on 24 Nov 2026 at 10:42.");
    assertThat(
            PhraseRefus.dans(
                Locale.ENGLISH,
                new ErreurMetier(ErreurStockage.FICHIER_TROP_GROS, "…").avec(Limite.FICHIER)))
        .endsWith(": 250 MB.");
  }

  @Test
  void le_francais_est_la_phrase_du_domaine() {
    ErreurMetier refus = new ErreurMetier(ErreurDossier.MOTIF_EXIGE, "Un rejet demande un motif.");
    assertThat(PhraseRefus.dans(Locale.FRENCH, refus)).isEqualTo("Un rejet demande un motif.");
  }

  @Test
  void un_refus_sans_ses_valeurs_reste_en_francais_plutot_que_troue() {
    ErreurMetier refus = new ErreurMetier(ErreurDossier.DEJA_TRAITE, "Claire l’a déjà visé.");
    assertThat(PhraseRefus.dans(Locale.ENGLISH, refus)).isEqualTo("Claire l’a déjà visé.");
  }

  private static List<String> codes() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fr.paraphe")
            .stream()
            .filter(c -> c.isEnum() && c.isAssignableTo(CodeErreur.class))
            .flatMap(c -> Arrays.stream(c.reflect().getEnumConstants()))
            .map(c -> ((CodeErreur) c).name())
            .toList();
  }
}
