package fr.paraphe.recette.soap;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.outils.banc.Memoire;
import fr.paraphe.recette.soap.Connecteur.Reponse;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Des messages abîmés au hasard et des bombes XML : chacun a sa réponse, le serveur reste debout et
 * son journal court. {@code -Drecette.mutations=10000} pour la mesure entière.
 */
class MessagesFousIT {

  private static final int MUTATIONS = Integer.getInteger("recette.mutations", 500);
  private static final long JOURNAL_MAX = 2_000_000;
  private static final long TAS_MAX_MO = 50;
  private static final String[] JURONS = {
    "<",
    ">",
    "&",
    "&#x0;",
    "&#xFFFF;",
    "]]>",
    "<!--",
    "<![CDATA[",
    "\u0000",
    "\"",
    "'",
    "</n:x>",
    "<?php",
    "xmlns:n=''",
    "é".repeat(50),
    "A".repeat(3000),
    "%s%n",
    "${jndi:ldap://x}",
    "\uD800"
  };

  private static CommuneSoap commune;
  private static Connecteur ws;

  @BeforeAll
  static void ouvrir() {
    commune = CommuneSoap.fondee();
    ws = new Connecteur(commune.adresse(), CommuneSoap.WS, commune.motDePasse());
  }

  private static long journaux() throws IOException {
    Path racine = commune.produit().donnees();
    try (Stream<Path> fichiers = Files.walk(racine)) {
      return fichiers
          .filter(f -> f.getFileName().toString().contains("server.log"))
          .mapToLong(f -> f.toFile().length())
          .sum();
    }
  }

  private static List<String> semences() {
    return List.of(
        Connecteur.enveloppe("<n:echoRequest>Coucou</n:echoRequest>"),
        Connecteur.enveloppe("<n:GetHistoDossierRequest>absent</n:GetHistoDossierRequest>"),
        Connecteur.enveloppe(Connecteur.depot("Absent", "x", "fou", "t", "JVBERg==", "")),
        Connecteur.enveloppe(
            "<n:RechercherDossiersRequest><n:Status>Rejet*</n:Status><n:NombreDossiers>3</n:NombreDossiers></n:RechercherDossiersRequest>"),
        Connecteur.enveloppe(
            "<n:ForcerEtapeRequest><n:DossierID>absent</n:DossierID><n:CodeTransition>OK</n:CodeTransition></n:ForcerEtapeRequest>"),
        Connecteur.enveloppe(
            "<n:EnvoyerDossierMailSecuriseRequest><n:dossier>absent</n:dossier><n:sendPassword>peut-être</n:sendPassword></n:EnvoyerDossierMailSecuriseRequest>"));
  }

  private static byte[] abimer(String semence, Random hasard) {
    StringBuilder texte = new StringBuilder(semence);
    int coups = 1 + hasard.nextInt(4);
    for (int i = 0; i < coups; i++) {
      int ou = hasard.nextInt(texte.length());
      switch (hasard.nextInt(4)) {
        case 0 -> texte.insert(ou, JURONS[hasard.nextInt(JURONS.length)]);
        case 1 -> texte.setCharAt(ou, (char) (32 + hasard.nextInt(95)));
        case 2 -> texte.delete(ou, Math.min(texte.length(), ou + 1 + hasard.nextInt(20)));
        default ->
            texte.insert(
                ou, texte.substring(ou, Math.min(texte.length(), ou + hasard.nextInt(60))));
      }
      if (texte.isEmpty()) {
        texte.append('<');
      }
    }
    return texte.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void claire(Reponse r, String quoi) {
    assertThat(r.statut()).as(quoi).isIn(200, 500);
    assertThat(r.texte())
        .as(quoi)
        .contains("<S:Envelope ")
        .doesNotContain("Exception")
        .doesNotContain("fr.paraphe")
        .doesNotContain("com.sun")
        .doesNotContain("\tat ");
  }

  @Test
  void des_messages_abimes_ont_tous_une_reponse_et_le_journal_reste_court() throws IOException {
    long graine = Long.getLong("recette.graine", 20_261_124L);
    Random hasard = new Random(graine);
    long avant = journaux();
    Memoire memoire = Memoire.duServeur();
    long tas = memoire.tasVivant();
    List<String> semences = semences();
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] fou = abimer(semences.get(hasard.nextInt(semences.size())), hasard);
      String adresse = hasard.nextBoolean() ? Connecteur.MTOM : Connecteur.SANS_MTOM;
      claire(
          ws.poster(adresse, "text/xml; charset=utf-8", BodyPublishers.ofByteArray(fou)),
          "graine " + graine + ", message " + i + " : " + new String(fou, StandardCharsets.UTF_8));
    }
    assertThat(journaux() - avant).as("octets de journal").isLessThan(JOURNAL_MAX);
    assertThat(memoire.tasVivant() - tas).as("Mio de tas").isLessThan(TAS_MAX_MO);
    assertThat(ws.appeler("<n:echoRequest>debout</n:echoRequest>").texte()).contains("debout");
  }

  private static List<String> bombes() {
    List<String> bombes = new ArrayList<>();
    StringBuilder rires = new StringBuilder("<!DOCTYPE l [<!ENTITY l0 'lol'>");
    for (int i = 1; i < 10; i++) {
      rires.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    bombes.add(rires + "]>" + Connecteur.enveloppe("<n:echoRequest>&l9;</n:echoRequest>"));
    bombes.add(
        "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
            + Connecteur.enveloppe("<n:echoRequest>&f;</n:echoRequest>"));
    bombes.add(
        "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>"
            + Connecteur.enveloppe("<n:echoRequest>a</n:echoRequest>"));
    bombes.add(
        "<!DOCTYPE x [<!ENTITY a '"
            + "a".repeat(100_000)
            + "'>]>"
            + Connecteur.enveloppe("<n:echoRequest>" + "&a;".repeat(1000) + "</n:echoRequest>"));
    bombes.add(
        "<?xml-stylesheet href='http://127.0.0.1:9/'?>" + Connecteur.enveloppe("<n:echoRequest/>"));
    bombes.add(Connecteur.enveloppe("<a>".repeat(20_000) + "</a>".repeat(20_000)));
    bombes.add(Connecteur.enveloppe("<n:echoRequest" + " a='1'".repeat(60_000) + "/>"));
    bombes.add(
        Connecteur.enveloppe("<n:echoRequest>" + "<b/>".repeat(250_000) + "</n:echoRequest>"));
    bombes.add(
        Connecteur.enveloppe("<n:echoRequest>" + "x".repeat(5_000_000) + "</n:echoRequest>"));
    bombes.add("<" + "a".repeat(300_000) + ">");
    return bombes;
  }

  @ParameterizedTest
  @MethodSource("bombes")
  void une_bombe_xml_recoit_une_faute_et_n_abat_rien(String bombe) {
    for (int i = 0; i < 4; i++) {
      Reponse r =
          ws.poster(
              i % 2 == 0 ? Connecteur.MTOM : Connecteur.SANS_MTOM,
              "text/xml; charset=utf-8",
              BodyPublishers.ofString(bombe));
      assertThat(r.statut()).isEqualTo(500);
      claire(r, "bombe");
      assertThat(r.texte()).doesNotContain("root:");
    }
    assertThat(ws.appeler("<n:echoRequest>debout</n:echoRequest>").texte()).contains("debout");
  }
}
