package fr.paraphe.signature;

import static fr.paraphe.signature.pki.Pki.AUJOURDHUI;
import static fr.paraphe.signature.pki.Pki.pki;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.signature.ControleCertificat.Examen;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.stockage.Empreinte;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ControleCertificatTest {

  private static final List<X509Certificate> ANCRES = pki().autorite().ancres();

  static Stream<Arguments> mauvais() {
    return Stream.of(
        Arguments.of(pki().expire(), ErreurSignature.CERTIFICAT_EXPIRE, "a expiré le"),
        Arguments.of(
            pki().pasEncoreValide(),
            ErreurSignature.CERTIFICAT_PAS_ENCORE_VALIDE,
            "ne sera valide qu’à partir du"),
        Arguments.of(
            pki().authentification(),
            ErreurSignature.CERTIFICAT_PAS_POUR_SIGNER,
            "n’est pas prévu pour signer"),
        Arguments.of(
            pki().chiffrement(),
            ErreurSignature.CERTIFICAT_PAS_POUR_SIGNER,
            "n’est pas prévu pour signer"),
        Arguments.of(
            pki().cleFaible(), ErreurSignature.CERTIFICAT_CLE_FAIBLE, "au moins 2048 bits"),
        Arguments.of(pki().sha1(), ErreurSignature.CERTIFICAT_ALGORITHME_REFUSE, "SHA-1"),
        Arguments.of(
            pki().signataire("Camille Agent"),
            ErreurSignature.CERTIFICAT_D_AUTRUI,
            "au nom de «\u00a0Camille Agent\u00a0», pas au vôtre"),
        Arguments.of(
            pki().autoriteInconnue(),
            ErreurSignature.CERTIFICAT_AUTORITE_INCONNUE,
            "n’est pas reconnue ici"));
  }

  @ParameterizedTest
  @MethodSource("mauvais")
  void un_mauvais_certificat_est_refuse_et_la_phrase_dit_pourquoi(
      Identite identite, ErreurSignature code, String raison) {
    assertThatThrownBy(() -> ControleCertificat.exigerAcceptable(examen(identite, ANCRES)))
        .isInstanceOfSatisfying(ErreurMetier.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(raison);
  }

  @Test
  void le_certificat_du_maire_est_accepte() {
    assertThatCode(() -> ControleCertificat.exigerAcceptable(examen(pki().maire(), ANCRES)))
        .doesNotThrowAnyException();
  }

  @Test
  void sans_ancre_toute_autorite_passe() {
    assertThatCode(
            () -> ControleCertificat.exigerAcceptable(examen(pki().autoriteInconnue(), List.of())))
        .doesNotThrowAnyException();
  }

  @Test
  void l_autorite_manquante_dans_la_chaine_se_trouve_parmi_les_ancres() {
    Chaine seul = new Chaine(List.of(pki().maire().chaine().signataire()));

    assertThat(
            ControleCertificat.AUTORITE_RECONNUE.refus(
                new Examen(seul, Optional.empty(), ANCRES, AUJOURDHUI)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Paul,Maire,true",
    "paul,MAIRE,true",
    "Pàul,Mairé,true",
    "Paul,Mair,false",
    "Paul,Adjoint,false",
    "Jean Paul,Maire,false",
    "'','',false"
  })
  void le_nom_porte_par_le_certificat_doit_contenir_prenom_et_nom(
      String prenom, String nom, boolean accepte) {
    Titulaire titulaire = new Titulaire(prenom, nom, Optional.empty());

    assertThat(refusTitulaire(titulaire).isEmpty()).isEqualTo(accepte);
  }

  @Test
  void le_certificat_enregistre_compte_seul_quel_que_soit_le_nom() {
    Empreinte sien = pki().maire().chaine().empreinte();
    Empreinte autre = Empreinte.de(new byte[1]);

    assertThat(refusTitulaire(new Titulaire("Marie", "Épouse", Optional.of(sien)))).isEmpty();
    assertThat(refusTitulaire(new Titulaire("Paul", "Maire", Optional.of(autre)))).isPresent();
  }

  @Test
  void un_cachet_n_est_a_personne() {
    assertThat(
            ControleCertificat.A_SON_TITULAIRE.refus(
                new Examen(pki().cachet().chaine(), Optional.empty(), ANCRES, AUJOURDHUI)))
        .isEmpty();
  }

  @Test
  void une_chaine_se_remet_en_ordre_et_perd_les_etrangers() {
    List<byte[]> desordre =
        List.of(
            pki().maire().chaine().ders().get(0),
            pki().autoriteInconnue().chaine().ders().get(1),
            pki().maire().chaine().ders().get(1));

    assertThat(Chaine.lire(desordre)).isEqualTo(pki().maire().chaine());
  }

  @Test
  void une_chaine_vide_ou_illisible_est_refusee() {
    assertThatThrownBy(() -> Chaine.lire(List.of())).isInstanceOf(ErreurMetier.class);
    assertThatThrownBy(() -> Chaine.lire(List.of(new byte[] {1, 2, 3})))
        .isInstanceOfSatisfying(
            ErreurMetier.class,
            e -> assertThat(e.code()).isEqualTo(ErreurSignature.CERTIFICAT_ILLISIBLE));
  }

  private static Optional<ErreurMetier> refusTitulaire(Titulaire titulaire) {
    return ControleCertificat.A_SON_TITULAIRE.refus(
        new Examen(pki().maire().chaine(), Optional.of(titulaire), ANCRES, AUJOURDHUI));
  }

  private static Examen examen(Identite identite, List<X509Certificate> ancres) {
    Titulaire paul = new Titulaire("Paul", "Maire", Optional.empty());
    return new Examen(identite.chaine(), Optional.of(paul), ancres, AUJOURDHUI);
  }
}
