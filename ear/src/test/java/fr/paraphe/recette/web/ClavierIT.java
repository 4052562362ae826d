package fr.paraphe.recette.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Le parcours du décideur sans souris (ACC-02) : connexion, liste, lecture, décision, suivant. */
class ClavierIT {
  private static final String CACHE =
      "() => { const e = document.activeElement; if (!e || e === document.body) return ''; const b = e.getBoundingClientRect();"
          + " if (!b.width || e.matches('.vh, .vh *, [type=file], [type=radio]')) return ''; const s = getComputedStyle(e), a = getComputedStyle(e, '::after');"
          + " const vu = s.outlineStyle !== 'none' || a.outlineStyle !== 'none' || s.boxShadow !== 'none'; return vu ? '' : e.outerHTML.slice(0, 120); }";

  private static Navigateur navigateur;

  @BeforeAll
  static void ouvrir() {
    navigateur = new Navigateur();
    for (String titre : new String[] {"Clavier un", "Clavier deux", "Clavier trois"}) {
      Pieces.creer(navigateur.page("agent", 1280, false), titre, "Visa", "Visa simple");
    }
  }

  @AfterAll
  static void fermer() {
    navigateur.close();
  }

  @Test
  void du_mot_de_passe_au_visa_sans_souris() {
    Page page = navigateur.page(1280, false);
    page.navigate(
        Commune.fondee().adresse("corbeille.xhtml?bureau=912&bannette=a-traiter&q=Clavier"));
    page.focus("#j_username");
    page.keyboard().type("dgs@essai");
    page.keyboard().press("Tab");
    page.keyboard().type(Commune.fondee().motDePasse());
    page.keyboard().press("Enter");
    page.waitForURL(u -> u.contains("corbeille.xhtml?"));
    page.locator(".liste a").first().waitFor();
    page.waitForLoadState();
    page.keyboard().press("j");
    page.waitForURL(u -> u.contains("ouvert="));
    String premier = page.url();
    page.keyboard().press("j");
    page.waitForURL(u -> !u.equals(premier));
    page.keyboard().press("k");
    page.waitForURL(premier);
    page.keyboard().press("v");
    page.locator("#messages [role=status]").waitFor();
    assertThat(page.textContent("#messages")).contains("visé");
    assertThat(page.url()).as("le suivant s’ouvre").contains("ouvert=").isNotEqualTo(premier);
  }

  @Test
  void r_ouvre_le_motif_et_echap_rend_la_main() {
    Page page = ouvert();
    page.keyboard().press("r");
    assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("rejet:motif");
    page.keyboard().type("v");
    assertThat(page.inputValue("[id='rejet:motif']"))
        .as("les raccourcis se taisent dans un champ")
        .isEqualTo("v");
    page.keyboard().press("Escape");
    assertThat((Boolean) page.evaluate("() => document.getElementById('dialogue-rejet').open"))
        .isFalse();
  }

  @Test
  void l_aide_ne_montre_que_les_raccourcis_valables() {
    Page page = ouvert();
    page.keyboard().press("?");
    String aide = page.locator("#aide-clavier").innerText();
    assertThat(aide).contains("Viser").contains("Dossier suivant").doesNotContain("Signer");
  }

  @Test
  void le_focus_se_voit_a_chaque_arret() {
    Page page = ouvert();
    page.keyboard().press("Tab");
    for (int i = 0; i < 45; i++) {
      assertThat((String) page.evaluate(CACHE)).as("arrêt " + i).isEmpty();
      page.keyboard().press("Tab");
    }
  }

  @Test
  void les_onglets_se_parcourent_aux_fleches() {
    Page page = ouvert();
    page.focus("#o-decision");
    page.keyboard().press("ArrowRight");
    assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("o-notes");
    page.keyboard().press("End");
    assertThat(page.locator("#v-journal").isVisible()).isTrue();
    page.keyboard().press("ArrowRight");
    assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("o-decision");
  }

  private static Page ouvert() {
    Page page = navigateur.page("dgs", 1280, false);
    page.navigate(
        Commune.fondee().adresse("corbeille.xhtml?bureau=912&bannette=a-traiter&q=Clavier"));
    page.navigate(Commune.fondee().adresse(page.locator(".liste a").first().getAttribute("href")));
    page.locator("[data-pret=oui]").waitFor();
    return page;
  }
}
