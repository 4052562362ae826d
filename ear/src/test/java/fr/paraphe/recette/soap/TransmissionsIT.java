package fr.paraphe.recette.soap;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.recette.soap.Connecteur.Reponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Les tiers : sans connecteur le refus le dit ; le connecteur d’essai n’est là que si on le
 * choisit.
 */
class TransmissionsIT {

  private static final String SANS_TDT = "Aucun TdT n'est configuré";

  private final CommuneSoap commune = CommuneSoap.fondee();
  private final Connecteur ws =
      new Connecteur(commune.adresse(), CommuneSoap.WS, commune.motDePasse());
  private String id;

  @BeforeEach
  void deposer() {
    id = "tiers " + UUID.randomUUID();
    assertThat(ws.appeler(Connecteur.depot(id, "", Pdf.base64(id))).element("codeRetour"))
        .isEqualTo("OK");
  }

  @AfterEach
  void sans_connecteur() {
    commune.regler("{}");
  }

  private void simuler() {
    commune.regler("{\"transmission\": {\"tdt\": \"SIMULATEUR\", \"mailsec\": \"SIMULATEUR\"}}");
  }

  private Reponse mail(String dossier, String destinataire) {
    return ws.appeler(
        "<n:EnvoyerDossierMailSecuriseRequest><n:dossier>%s</n:dossier><n:rcptTo>%s</n:rcptTo><n:subject>Objet</n:subject><n:message>Bonjour</n:message><n:password>s</n:password><n:sendPassword>true</n:sendPassword></n:EnvoyerDossierMailSecuriseRequest>"
            .formatted(dossier, destinataire));
  }

  private void terminer() {
    new Connecteur(commune.adresse(), CommuneSoap.DGS, commune.motDePasse())
        .appeler(
            "<n:ForcerEtapeRequest><n:DossierID>%s</n:DossierID><n:CodeTransition>OK</n:CodeTransition></n:ForcerEtapeRequest>"
                .formatted(id));
  }

  private static void refuse(Reponse r, String phrase) {
    assertThat(r.statut()).isEqualTo(200);
    assertThat(r.element("codeRetour")).as(r.texte()).isEqualTo("KO");
    assertThat(r.element("severite")).isEqualTo("ERROR");
    assertThat(r.element("message")).contains(phrase);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EnvoyerDossierTdT", "EnvoyerDossierPES", "GetStatutTdT"})
  void sans_tdt_un_envoi_est_refuse_en_nommant_le_type(String operation) {
    refuse(
        ws.appeler("<n:%1$sRequest>%2$s</n:%1$sRequest>".formatted(operation, id)),
        SANS_TDT + " pour le type 'Visa'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EnvoyerDossierTdT", "EnvoyerDossierPES", "GetStatutTdT"})
  void un_dossier_qui_n_attend_pas_de_teletransmission_ne_part_pas(String operation) {
    simuler();
    refuse(
        ws.appeler("<n:%1$sRequest>%2$s</n:%1$sRequest>".formatted(operation, id)),
        "n'attend pas de télétransmission.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EnvoyerDossierTdT", "EnvoyerDossierPES", "GetStatutTdT"})
  void un_dossier_d_une_autre_collectivite_est_introuvable(String operation) {
    Connecteur voisin = new Connecteur(commune.adresse(), CommuneSoap.VOISIN, commune.motDePasse());
    refuse(
        voisin.appeler("<n:%1$sRequest>%2$s</n:%1$sRequest>".formatted(operation, id)),
        "Dossier " + id + " introuvable.");
  }

  @Test
  void sans_tdt_il_n_y_a_pas_de_classification() {
    refuse(ws.appeler("<n:GetClassificationActesTdtRequest/>"), SANS_TDT + ".");
  }

  @Test
  void le_tdt_d_essai_rend_une_classification() {
    simuler();
    Reponse r =
        ws.appeler(
            "<n:GetClassificationActesTdtRequest><n:DemanderMiseAJourTdt>OUI</n:DemanderMiseAJourTdt></n:GetClassificationActesTdtRequest>");
    assertThat(r.texte())
        .contains("<classification xmime:contentType=\"text/xml\">PD94bWw")
        .contains("<codeRetour>OK</codeRetour>");
  }

  @Test
  void sans_service_de_mail_l_envoi_est_refuse() {
    refuse(mail(id, "a@b.invalid"), "Aucun service de mail sécurisé n'est configuré.");
  }

  @Test
  void un_dossier_fini_part_par_le_mail_d_essai() {
    simuler();
    terminer();
    assertThat(mail(id, "a@b.invalid, c@d.invalid").element("codeRetour")).isEqualTo("OK");
  }

  @Test
  void un_dossier_en_cours_ne_part_pas_par_mail() {
    simuler();
    refuse(mail(id, "a@b.invalid"), "n'attend pas d'envoi par mail sécurisé.");
  }

  @ParameterizedTest
  @CsvSource({"'',rcptTo", "pas une adresse,rcptTo"})
  void un_destinataire_impossible_est_nomme(String destinataire, String phrase) {
    simuler();
    terminer();
    refuse(mail(id, destinataire), phrase);
  }
}
