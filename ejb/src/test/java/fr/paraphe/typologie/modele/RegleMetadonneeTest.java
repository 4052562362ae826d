package fr.paraphe.typologie.modele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.typologie.ErreurTypologie;
import fr.paraphe.typologie.MetadonneeAttendue;
import fr.paraphe.typologie.NatureMetadonnee;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegleMetadonneeTest {

  private static MetadonneeAttendue attendue(
      NatureMetadonnee nature, List<String> valeurs, String defaut, boolean obligatoire) {
    return new MetadonneeAttendue(
        "montant", "Montant du marché", nature, valeurs, defaut, obligatoire, true);
  }

  private static ErreurMetier refus(MetadonneeAttendue attendue, String valeur) {
    return catchThrowableOfType(
        ErreurMetier.class,
        () -> RegleMetadonnee.verifier(List.of(attendue), Map.of("montant", valeur)));
  }

  @ParameterizedTest
  @CsvSource({
    "TEXTE,n'importe quoi « é »",
    "DATE,2026-02-28",
    "DATE,2028-02-29",
    "ENTIER,0",
    "ENTIER,-12",
    "ENTIER,9223372036854775807",
    "DECIMAL,12",
    "DECIMAL,-12.50",
    "BOOLEEN,true",
    "BOOLEEN,false",
    "URL,https://demo.invalid/a?b=c",
    "URL,http://demo.invalid",
    "URL,HTTPS://demo.invalid"
  })
  void une_valeur_de_sa_nature_est_gardee_telle_quelle(NatureMetadonnee nature, String valeur) {
    assertThat(
            RegleMetadonnee.verifier(
                List.of(attendue(nature, List.of(), null, true)), Map.of("montant", valeur)))
        .containsExactly(Map.entry("montant", valeur));
  }

  @ParameterizedTest
  @CsvSource({
    "DATE,2026-02-29",
    "DATE,28/02/2026",
    "DATE,2026-2-8",
    "DATE,2026-02-28T10:00:00",
    "DATE,+12026-02-28",
    "DATE,demain",
    "ENTIER,1.0",
    "ENTIER,douze",
    "ENTIER,9223372036854775808",
    "ENTIER,١٢",
    "ENTIER,1 000",
    "DECIMAL,'12,5'",
    "DECIMAL,1e400000000",
    "DECIMAL,1E3",
    "DECIMAL,١٢",
    "DECIMAL,NaN",
    "BOOLEEN,oui",
    "BOOLEEN,TRUE",
    "BOOLEEN,1",
    "URL,demo.invalid",
    "URL,ftp://demo.invalid",
    "URL,javascript:alert(1)",
    "URL,https:///sans-hote",
    "URL,https://demo invalid/"
  })
  void une_valeur_d_une_autre_nature_est_refusee_et_citee(NatureMetadonnee nature, String valeur) {
    ErreurMetier refus = refus(attendue(nature, List.of(), null, false), valeur);
    assertThat(refus.code()).isEqualTo(ErreurTypologie.METADONNEE_INVALIDE);
    assertThat(refus)
        .hasMessage(
            "La valeur « " + valeur + " » ne convient pas à la métadonnée « Montant du marché ».");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void une_obligatoire_vide_est_refusee_par_ses_deux_noms(String valeur) {
    ErreurMetier refus = refus(attendue(NatureMetadonnee.TEXTE, List.of(), null, true), valeur);
    assertThat(refus.code()).isEqualTo(ErreurTypologie.METADONNEE_OBLIGATOIRE);
    assertThat(refus).hasMessage("La métadonnée « Montant du marché » (montant) est obligatoire.");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void un_defaut_vide_ne_tient_pas_lieu_de_valeur(String defaut) {
    assertThat(refus(attendue(NatureMetadonnee.ENTIER, List.of(), defaut, true), "").code())
        .isEqualTo(ErreurTypologie.METADONNEE_OBLIGATOIRE);
    assertThat(
            RegleMetadonnee.verifier(
                List.of(attendue(NatureMetadonnee.ENTIER, List.of(), defaut, false)), Map.of()))
        .isEmpty();
  }

  @Test
  void un_defaut_contente_une_obligatoire_et_cede_a_la_valeur_fournie() {
    List<MetadonneeAttendue> attendues =
        List.of(attendue(NatureMetadonnee.ENTIER, List.of(), "5", true));
    assertThat(RegleMetadonnee.verifier(attendues, Map.of())).containsEntry("montant", "5");
    assertThat(RegleMetadonnee.verifier(attendues, Map.of("montant", " 7 ")))
        .containsEntry("montant", "7");
  }

  @Test
  void un_defaut_qui_n_est_pas_de_sa_nature_est_refuse() {
    assertThat(refus(attendue(NatureMetadonnee.ENTIER, List.of(), "cinq", false), "").code())
        .isEqualTo(ErreurTypologie.METADONNEE_INVALIDE);
  }

  @ParameterizedTest
  @CsvSource({"A,true", "B,true", "a,false", "C,false", "'A,B',false"})
  void une_liste_fermee_n_admet_que_ses_valeurs(String valeur, boolean admise) {
    MetadonneeAttendue liste = attendue(NatureMetadonnee.TEXTE, List.of("A", "B"), null, false);
    assertThat(refus(liste, valeur) == null).isEqualTo(admise);
  }

  @Test
  void une_metadonnee_que_le_sous_type_n_attend_pas_est_gardee() {
    assertThat(RegleMetadonnee.verifier(List.of(), Map.of("autre", " x ", "vide", " ")))
        .containsExactly(Map.entry("autre", "x"));
  }

  @Test
  void les_refus_de_typologie_sont_les_phrases_du_contrat() {
    assertThat(RegleMetadonnee.sousTypeInconnu("Actes", "Budget"))
        .hasMessage("Le sous-type Budget n'existe pas pour le type 'Actes'");
    assertThat(RegleMetadonnee.typeInconnu("Actes")).hasMessage("Le type 'Actes' n'existe pas");
  }
}
