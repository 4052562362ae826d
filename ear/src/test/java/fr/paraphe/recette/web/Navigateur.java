package fr.paraphe.recette.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Chromium, une page à la fois, et tout ce qu’elle a fait de mal : console, politique de contenu,
 * accessibilité, débordement.
 */
final class Navigateur implements AutoCloseable {
  private static final List<String> ETIQUETTES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final String GUET =
      "window.__csp = []; document.addEventListener('securitypolicyviolation', e => window.__csp.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile));";
  private static final String DEBORDE =
      "() => document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['page plus large que la fenêtre : ' + document.documentElement.scrollWidth] : []";

  private final Playwright playwright;
  private final Browser chromium;
  private final List<BrowserContext> contextes = new ArrayList<>();
  private final List<String> console = new ArrayList<>();

  Navigateur() {
    playwright = Playwright.create();
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(
                        Path.of(System.getProperty("recette.chromium", "/usr/bin/chromium")))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** Une page dans une session neuve. */
  Page page(int largeur, boolean sombre) {
    BrowserContext contexte =
        chromium.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(largeur, largeur < 600 ? 780 : 900)
                .setLocale("fr-FR")
                .setColorScheme(sombre ? ColorScheme.DARK : ColorScheme.LIGHT));
    contextes.add(contexte);
    contexte.addInitScript(GUET);
    Page page = contexte.newPage();
    page.setDefaultTimeout(15_000);
    page.onConsoleMessage(
        m -> {
          if ("error".equals(m.type())) {
            console.add("console : " + m.text() + " " + m.location());
          }
        });
    page.onPageError(e -> console.add("script : " + e));
    return page;
  }

  /** Une page connectée au nom de ce login de la commune d’essai. */
  Page page(String login, int largeur, boolean sombre) {
    Page page = page(largeur, sombre);
    page.navigate(Commune.fondee().adresse("bureaux.xhtml"));
    connecter(page, login + "@essai", Commune.fondee().motDePasse());
    page.waitForURL("**/bureaux.xhtml");
    return page;
  }

  /** Une page connectée à la démonstration, où il y a un cachet. */
  Page pageDemo(String login) {
    Page page = page(1280, false);
    page.navigate(Commune.fondee().adresse("bureaux.xhtml"));
    connecter(page, login, Commune.fondee().motDePasseDemo());
    page.waitForURL("**/bureaux.xhtml");
    return page;
  }

  static void connecter(Page page, String identifiant, String motDePasse) {
    page.fill("#j_username", identifiant);
    page.fill("#j_password", motDePasse);
    page.click("button[type=submit]");
  }

  /** Tout ce que la page montre de fautif maintenant ; vide si elle est saine. */
  @SuppressWarnings("unchecked")
  List<String> fautes(Page page) {
    List<String> fautes = new ArrayList<>(console);
    console.clear();
    fautes.addAll((List<String>) page.evaluate("() => window.__csp"));
    fautes.addAll((List<String>) page.evaluate(DEBORDE));
    for (Rule regle :
        new AxeBuilder(page).withTags(ETIQUETTES).setLegacyMode(true).analyze().getViolations()) {
      regle.getNodes().forEach(n -> fautes.add("axe " + regle.getId() + " : " + n.getTarget()));
    }
    return fautes;
  }

  void oublierConsole() {
    console.clear();
  }

  @Override
  public void close() {
    contextes.forEach(BrowserContext::close);
    chromium.close();
    playwright.close();
  }
}
