package fr.paraphe.dossier.modele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Origine;
import fr.paraphe.dossier.Piece;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.typologie.Cadre;
import fr.paraphe.typologie.Protocole;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegleCreationTest {

  private static final Piece PIECE = new Piece(1, "acte.pdf", "application/pdf");
  private static final IdentifiantDossier ID = new IdentifiantDossier("D-1");

  private static Cadre cadre(boolean multiDocument) {
    return new Cadre(
        1, "Actes", 2, "Budget", Protocole.AUCUN, "AUTO", 1, null, false, multiDocument, List.of());
  }

  private static CreerDossier demande(String titre, int principaux, int annexes) {
    return new CreerDossier(
        Optional.of(ID),
        titre,
        "Actes",
        "Budget",
        Visibilite.PUBLIC,
        null,
        Collections.nCopies(principaux, PIECE),
        Optional.empty(),
        Collections.nCopies(annexes, PIECE),
        Map.of(),
        "",
        "",
        Optional.empty(),
        null,
        Origine.SOAP,
        true);
  }

  private static ErreurMetier refus(CreerDossier demande, boolean multiDocument) {
    return catchThrowableOfType(
        ErreurMetier.class, () -> RegleCreation.verifier(demande, cadre(multiDocument)));
  }

  @ParameterizedTest
  @CsvSource({
    "false,0,DOCUMENT_EXIGE",
    "false,1,",
    "false,2,TROP_DE_DOCUMENTS",
    "true,0,DOCUMENT_EXIGE",
    "true,1,",
    "true,6,",
    "true,7,TROP_DE_DOCUMENTS"
  })
  void un_document_principal_ou_six_si_le_sous_type_le_veut(
      boolean multiDocument, int principaux, ErreurDossier code) {
    ErreurMetier refus = refus(demande("", principaux, 0), multiDocument);
    assertThat(refus == null ? null : refus.code()).isEqualTo(code);
  }

  @Test
  void un_nombre_de_principaux_refuse_est_dit_avec_sa_limite() {
    assertThat(refus(demande("", 2, 0), false))
        .hasMessage("Le sous-type Budget admet 1 document principal ; 2 reçus.");
    assertThat(refus(demande("", 7, 0), true))
        .hasMessage("Le sous-type Budget admet 6 documents principaux au plus ; 7 reçus.");
  }

  @ParameterizedTest
  @CsvSource({"1,0,true", "1,50,true", "6,50,true", "1,51,false", "1,500,false"})
  void cinquante_pieces_jointes_au_plus(int principaux, int annexes, boolean admis) {
    ErreurMetier refus = refus(demande("", principaux, annexes), true);
    if (admis) {
      assertThat(refus).isNull();
    } else {
      assertThat(refus.code()).isEqualTo(ErreurDossier.TROP_DE_DOCUMENTS);
      assertThat(refus)
          .hasMessage(
              "Un dossier ne peut pas dépasser 50 pièces jointes ; " + annexes + " reçues.");
    }
  }

  @ParameterizedTest
  @CsvSource({"0,true", "1,true", "1000,true", "1001,false"})
  void un_titre_a_mille_caracteres_au_plus(int longueur, boolean admis) {
    assertThat(refus(demande("t".repeat(longueur), 1, 0), false) == null).isEqualTo(admis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\tb", "a\u0000b", "a\u0085b"})
  void un_titre_tient_sur_une_ligne(String titre) {
    ErreurMetier refus = refus(demande(titre, 1, 0), false);
    assertThat(refus.code()).isEqualTo(ErreurDossier.TITRE_INVALIDE);
    assertThat(refus).hasMessage("Le titre doit tenir sur une ligne de 1000 caractères au plus.");
  }

  @Test
  void le_manque_de_document_passe_avant_les_autres_refus() {
    assertThat(refus(demande("a\nb", 0, 51), false).code()).isEqualTo(ErreurDossier.DOCUMENT_EXIGE);
  }

  @ParameterizedTest
  @CsvSource({"'',D-1", "'   ',D-1", "' Budget 2026 ',Budget 2026"})
  void sans_titre_l_identifiant_en_tient_lieu(String titre, String attendu) {
    assertThat(RegleCreation.titre(demande(titre, 1, 0), ID)).isEqualTo(attendu);
  }

  @Test
  void un_identifiant_donne_par_le_serveur_est_un_uuid_minuscule_jamais_le_meme() {
    assertThat(RegleCreation.nouvelIdentifiant().valeur())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        .isNotEqualTo(RegleCreation.nouvelIdentifiant().valeur());
  }

  @ParameterizedTest
  @CsvSource({
    "AUTO,application/pdf,true",
    "PAdES/basic,application/pdf,true",
    "AUTO,application/xml,false",
    "PAdES/basic,text/plain,false",
    "XAdES/enveloped,application/pdf,false",
    "PKCS#7/single,application/pdf,false"
  })
  void un_format_que_cette_version_ne_produit_pas_n_est_jamais_remplace(
      String format, String typeMime, boolean admis) {
    ErreurMetier refus =
        catchThrowableOfType(
            ErreurMetier.class, () -> FormatSignature.exigerPades(format, typeMime, "acte"));
    if (admis) {
      assertThat(refus).isNull();
    } else {
      assertThat(refus.code()).isEqualTo(ErreurDossier.FORMAT_NON_DISPONIBLE);
      assertThat(refus).hasMessageEndingWith("Le dossier reste à signer.");
    }
  }
}
