package fr.paraphe.web.apropos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TexteJointTest {

  @Test
  void les_trois_textes_livres_se_nomment() {
    assertThat(TexteJoint.nomme("versions")).contains(TexteJoint.VERSIONS);
    assertThat(TexteJoint.nomme("licence")).contains(TexteJoint.LICENCE);
    assertThat(TexteJoint.nomme("tiers")).contains(TexteJoint.TIERS);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "LICENCE",
        "LICENSE",
        "../web.xml",
        "versions/../../web.xml",
        "/WEB-INF/web.xml"
      })
  void rien_d_autre_ne_se_lit_par_cette_adresse(String nom) {
    assertThat(TexteJoint.nomme(nom)).isEmpty();
  }
}
