package fr.paraphe.ws.soap.reponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.dossier.Contenu;
import fr.paraphe.ws.soap.spool.Repere;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Les octets de la réponse (contrat A.4). */
class EnveloppeTest {

  private static Contenu contenu(byte[] octets, long taille) {
    return new Contenu(
        "a.pdf", "application/pdf", taille, "", debut -> new ByteArrayInputStream(octets));
  }

  private static String ecrire(Enveloppe enveloppe) throws IOException {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    enveloppe.ecrire(sortie);
    assertThat(enveloppe.longueur()).as("longueur annoncée").isEqualTo(sortie.size());
    return sortie.toString(StandardCharsets.UTF_8);
  }

  private static byte[] octets(String texte) {
    return texte.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void la_declaration_est_toujours_celle_du_contrat() throws IOException {
    String attendu = "<?xml version='1.0' encoding='UTF-8'?><a>é</a>";
    assertThat(ecrire(new Enveloppe(octets("<a>é</a>"), Map.of()))).isEqualTo(attendu);
    assertThat(ecrire(new Enveloppe(octets("<?xml version=\"1.0\" ?>\n<a>é</a>"), Map.of())))
        .isEqualTo(attendu);
  }

  @Test
  void chaque_document_prend_la_place_de_son_repere() throws IOException {
    for (int taille : new int[] {1, 2, 3, 49_151, 49_152, 49_153, 200_000}) {
      byte[] clair = new byte[taille];
      new Random(taille).nextBytes(clair);
      Repere un = Repere.tirer();
      Repere deux = Repere.tirer();
      String xml = "<a>" + un.texte() + "</a><b>é" + deux.texte() + "</b>";
      String base64 = Base64.getEncoder().encodeToString(clair);
      Map<Repere, Contenu> documents =
          Map.of(un, contenu(clair, taille), deux, contenu(octets("x"), 1));
      assertThat(ecrire(new Enveloppe(octets(xml), documents)))
          .endsWith("<a>" + base64 + "</a><b>éeA==</b>");
    }
  }

  @Test
  void un_repere_inconnu_reste_du_texte() throws IOException {
    String etranger = Repere.tirer().texte();
    Map<Repere, Contenu> documents = Map.of(Repere.tirer(), contenu(octets("x"), 1));
    assertThat(ecrire(new Enveloppe(octets("<a>" + etranger + "</a>"), documents)))
        .endsWith("<a>" + etranger + "</a>");
    assertThat(ecrire(new Enveloppe(octets("<a>" + Repere.PREFIXE + "</a>"), documents)))
        .endsWith("</a>");
  }

  @Test
  void un_document_plus_court_que_prevu_coupe_l_envoi() {
    Repere repere = Repere.tirer();
    Enveloppe enveloppe =
        new Enveloppe(
            octets("<a>" + repere.texte() + "</a>"), Map.of(repere, contenu(octets("x"), 2)));
    assertThatThrownBy(() -> enveloppe.ecrire(new ByteArrayOutputStream()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void une_faute_a_la_forme_attendue_et_reste_du_xml() throws IOException {
    assertThat(ecrire(new Faute(Faute.Code.Client, "a < b & c\u0000").enveloppe()))
        .isEqualTo(
            "<?xml version='1.0' encoding='UTF-8'?><S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body><S:Fault xmlns:ns4=\"http://www.w3.org/2003/05/soap-envelope\"><faultcode>S:Client</faultcode><faultstring>a &lt; b &amp; c </faultstring></S:Fault></S:Body></S:Envelope>");
  }

  @Test
  void l_habillage_en_parties_est_celui_du_contrat_a_l_octet_pres() {
    FormeReponse.Habillage h = FormeReponse.MULTIPART.habiller();
    String marque = h.type().replaceAll(".*uuid:(.*)\";start-info.*", "$1");
    assertThat(h.type())
        .isEqualTo(
            "multipart/related;start=\"<rootpart*"
                + marque
                + "@example.jaxws.sun.com>\";type=\"application/xop+xml\";boundary=\"uuid:"
                + marque
                + "\";start-info=\"text/xml\"");
    assertThat(new String(h.avant(), StandardCharsets.US_ASCII))
        .isEqualTo(
            "--uuid:"
                + marque
                + "\r\nContent-Id: <rootpart*"
                + marque
                + "@example.jaxws.sun.com>\r\nContent-Type: application/xop+xml;charset=utf-8;type=\"text/xml\"\r\nContent-Transfer-Encoding: binary\r\n\r\n");
    assertThat(new String(h.apres(), StandardCharsets.US_ASCII))
        .isEqualTo("\r\n--uuid:" + marque + "--");
  }

  @Test
  void l_habillage_simple_n_ajoute_rien() {
    FormeReponse.Habillage h = FormeReponse.TEXTE.habiller();
    assertThat(h.type()).isEqualTo("text/xml; charset=utf-8");
    assertThat(h.avant()).isEmpty();
    assertThat(h.apres()).isEmpty();
  }
}
