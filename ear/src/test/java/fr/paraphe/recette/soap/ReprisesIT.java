package fr.paraphe.recette.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.recette.soap.Coupeur.Moment;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Une réponse perdue se redemande et revient, une seule fois ; une seconde demande voulue est jugée
 * pour elle-même (contrat J, SOAP-04).
 */
class ReprisesIT {

  private static CommuneSoap commune;

  @BeforeAll
  static void ouvrir() throws IOException {
    commune = CommuneSoap.fondee();
    Demande.depose();
  }

  /**
   * Ce qu’un connecteur demande, l’état qu’il lui faut avant, et le refus d’une répétition voulue.
   */
  private enum Demande {
    CREER("soumis dans le circuit", "est déjà présent dans le Parapheur") {
      @Override
      String preparer() {
        return "reprise " + UUID.randomUUID();
      }

      @Override
      String corps(String id) {
        return Connecteur.depot(id, "", PDF);
      }
    },
    ARCHIVER("archivé.", "introuvable.") {
      @Override
      String preparer() throws IOException {
        return termine("OK");
      }

      @Override
      String corps(String id) {
        return "<n:ArchiverDossierRequest><n:DossierID>"
            + id
            + "</n:DossierID></n:ArchiverDossierRequest>";
      }
    },
    EFFACER("supprimé du Parapheur.", "introuvable.") {
      @Override
      String preparer() throws IOException {
        return termine("OK");
      }

      @Override
      String corps(String id) {
        return "<n:ArchiverDossierRequest><n:DossierID>"
            + id
            + "</n:DossierID><n:ArchivageAction>EFFACER</n:ArchivageAction></n:ArchiverDossierRequest>";
      }
    },
    EFFACER_REJETE("supprimé du Parapheur.", "introuvable.") {
      @Override
      String preparer() throws IOException {
        return termine("KO");
      }

      @Override
      String corps(String id) {
        return "<n:EffacerDossierRejeteRequest>" + id + "</n:EffacerDossierRejeteRequest>";
      }
    },
    REMORDS("récupéré.", "n'a pas été émis.") {
      @Override
      String preparer() throws IOException {
        return depose();
      }

      @Override
      String corps(String id) {
        return "<n:ExercerDroitRemordDossierRequest>"
            + id
            + "</n:ExercerDroitRemordDossierRequest>";
      }
    };

    private static final String PDF = Pdf.base64("reprise");

    private final String succes;
    private final String refus;

    Demande(String succes, String refus) {
      this.succes = succes;
      this.refus = refus;
    }

    abstract String preparer() throws IOException;

    abstract String corps(String id);

    private static String depose() throws IOException {
      String id = "reprise " + UUID.randomUUID();
      try (Fil fil = Fil.direct(CommuneSoap.WS)) {
        assertThat(fil.appeler(Connecteur.depot(id, "", PDF))).contains("soumis dans");
      }
      return id;
    }

    private static String termine(String transition) throws IOException {
      String id = depose();
      try (Fil fil = Fil.direct(CommuneSoap.DGS)) {
        assertThat(
                fil.appeler(
                    "<n:ForcerEtapeRequest><n:DossierID>%s</n:DossierID><n:CodeTransition>%s</n:CodeTransition><n:AnnotationPublique>Vu</n:AnnotationPublique></n:ForcerEtapeRequest>"
                        .formatted(id, transition)))
            .contains("<codeRetour>OK</codeRetour>");
      }
      return id;
    }
  }

  private static Stream<Arguments> coupures() {
    return Stream.of(Demande.values())
        .flatMap(
            d ->
                Stream.of(Moment.AVANT_LA_REPONSE, Moment.A_LA_REPONSE, Moment.AU_MILIEU)
                    .map(m -> Arguments.of(d, m)));
  }

  private static void perdre(String corps, Moment moment) throws IOException {
    try (Coupeur coupeur = new Coupeur(commune.adresse(), moment).ouvert();
        Fil fil = Fil.vers(coupeur.port(), CommuneSoap.WS)) {
      fil.envoyer(fil.requete(corps));
      if (moment != Moment.AVANT_LA_REPONSE) {
        assertThatThrownBy(fil::lire).isInstanceOf(IOException.class);
      }
    }
  }

  private static String seul(String corps) throws IOException {
    try (Fil fil = Fil.direct(CommuneSoap.WS)) {
      return fil.appeler(corps);
    }
  }

  @ParameterizedTest
  @MethodSource("coupures")
  void une_reponse_perdue_revient_une_fois_puis_la_repetition_est_refusee(
      Demande demande, Moment moment) throws IOException {
    String id = demande.preparer();
    perdre(demande.corps(id), moment);
    assertThat(seul(demande.corps(id))).contains("<codeRetour>OK</codeRetour>", demande.succes);
    assertThat(seul(demande.corps(id))).contains("<codeRetour>KO</codeRetour>", demande.refus);
  }

  @ParameterizedTest
  @EnumSource
  void une_repetition_voulue_est_refusee_meme_sur_une_autre_connexion(Demande demande)
      throws IOException {
    String id = demande.preparer();
    assertThat(seul(demande.corps(id))).contains("<codeRetour>OK</codeRetour>", demande.succes);
    assertThat(seul(demande.corps(id))).contains("<codeRetour>KO</codeRetour>", demande.refus);
  }

  @ParameterizedTest
  @EnumSource
  void deux_demandes_a_la_file_sur_une_connexion_ne_se_perdent_pas(Demande demande)
      throws IOException {
    String id = demande.preparer();
    try (Fil fil = Fil.direct(CommuneSoap.WS)) {
      fil.envoyer(fil.requete(demande.corps(id)) + fil.requete(demande.corps(id)));
      assertThat(fil.lire()).contains("<codeRetour>OK</codeRetour>", demande.succes);
      assertThat(fil.lire()).contains("<codeRetour>KO</codeRetour>", demande.refus);
    }
  }

  @Test
  void un_appelant_lent_a_recu_sa_reponse() throws IOException {
    String corps = Demande.CREER.corps(Demande.CREER.preparer());
    try (Coupeur lent = new Coupeur(commune.adresse(), Moment.JAMAIS, true).ouvert();
        Fil fil = Fil.vers(lent.port(), CommuneSoap.WS)) {
      assertThat(fil.appeler(corps)).contains(Demande.CREER.succes);
    }
    assertThat(seul(corps)).contains(Demande.CREER.refus);
  }

  /** La réponse traîne en route ; l’appelant renonce avant de la voir, puis redemande. */
  @ParameterizedTest
  @EnumSource
  void un_appelant_qui_se_lasse_d_attendre_peut_redemander(Demande demande) throws Exception {
    String id = demande.preparer();
    try (Coupeur bloque = new Coupeur(commune.adresse(), Moment.RETENUE).ouvert();
        Fil fil = Fil.vers(bloque.port(), CommuneSoap.WS)) {
      fil.envoyer(fil.requete(demande.corps(id)));
      assertThatThrownBy(() -> fil.lire(1_000)).isInstanceOf(IOException.class);
    }
    commune.attendre(() -> enSuspens(demande, id));
    assertThat(seul(demande.corps(id))).contains("<codeRetour>OK</codeRetour>", demande.succes);
    assertThat(seul(demande.corps(id))).contains("<codeRetour>KO</codeRetour>", demande.refus);
  }

  private static boolean enSuspens(Demande demande, String id) {
    return commune.compter(
            demande == Demande.CREER
                ? "SELECT count(*) FROM dossier WHERE depot_livre_le IS NULL AND identifiant = '"
                    + id
                    + "'"
                : "SELECT count(*) FROM reponse_due WHERE identifiant = '" + id + "'")
        == 1;
  }

  @Test
  void une_connexion_gardee_ouverte_puis_resservie_a_bien_lu_sa_reponse() throws Exception {
    String id = Demande.CREER.preparer();
    try (Fil fil = Fil.direct(CommuneSoap.WS)) {
      assertThat(fil.appeler(Demande.CREER.corps(id))).contains(Demande.CREER.succes);
      java.util.concurrent.locks.LockSupport.parkNanos(600_000_000L);
      assertThat(fil.appeler("<n:echoRequest/>")).contains("m'a dit");
    }
    assertThat(seul(Demande.CREER.corps(id))).contains(Demande.CREER.refus);
  }

  @Test
  void un_autre_compte_n_apprend_rien_d_une_reponse_perdue() throws IOException {
    String id = Demande.ARCHIVER.preparer();
    perdre(Demande.ARCHIVER.corps(id), Moment.A_LA_REPONSE);
    try (Fil fil = Fil.direct(CommuneSoap.VOISIN)) {
      assertThat(fil.appeler(Demande.ARCHIVER.corps(id))).contains("introuvable.");
    }
  }

  @Test
  void un_autre_contenu_sous_le_meme_identifiant_est_un_doublon() throws IOException {
    String id = Demande.CREER.preparer();
    perdre(Demande.CREER.corps(id), Moment.A_LA_REPONSE);
    assertThat(seul(Connecteur.depot(id, "", Pdf.base64("un autre"))))
        .contains(Demande.CREER.refus);
  }

  private static String identifiantRendu(String reponse) {
    return reponse.replaceAll("(?s).*<DossierID>([0-9a-f-]{36})</DossierID>.*", "$1");
  }

  @Test
  void sans_identifiant_la_reprise_rend_le_nom_perdu_et_le_depot_suivant_un_autre()
      throws IOException {
    String corps = Connecteur.depot("", "Titre " + UUID.randomUUID(), Demande.PDF);
    perdre(corps, Moment.AU_MILIEU);
    String premier = identifiantRendu(seul(corps));
    String second = identifiantRendu(seul(corps));
    assertThat(premier).hasSize(36).isNotEqualTo(second);
    String titre = corps.replaceAll("(?s).*<n:DossierTitre>(.*?)</n:DossierTitre>.*", "$1");
    assertThat(commune.compter("SELECT count(*) FROM dossier WHERE titre = '" + titre + "'"))
        .isEqualTo(2);
  }
}
