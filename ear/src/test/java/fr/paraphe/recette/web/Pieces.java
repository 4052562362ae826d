package fr.paraphe.recette.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.paraphe.recette.Produit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** De quoi remplir un dossier : un PDF écrit à la main, un certificat fait sur place. */
final class Pieces {
  private Pieces() {}

  /** Un PDF d’une page qui porte ce texte (ASCII). */
  static FilePayload pdf(String nom, String texte) {
    String contenu = "BT /F1 18 Tf 72 720 Td (" + texte + ") Tj ET";
    List<String> objets =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + contenu.length() + " >>\nstream\n" + contenu + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    List<Integer> places = new ArrayList<>();
    ecrire(sortie, "%PDF-1.7\n");
    for (int i = 0; i < objets.size(); i++) {
      places.add(sortie.size());
      ecrire(sortie, (i + 1) + " 0 obj\n" + objets.get(i) + "\nendobj\n");
    }
    int table = sortie.size();
    ecrire(sortie, "xref\n0 " + (objets.size() + 1) + "\n0000000000 65535 f \n");
    places.forEach(p -> ecrire(sortie, String.format(Locale.ROOT, "%010d 00000 n \n", p)));
    ecrire(
        sortie,
        "trailer\n<< /Size "
            + (objets.size() + 1)
            + " /Root 1 0 R >>\nstartxref\n"
            + table
            + "\n%%EOF\n");
    return new FilePayload(nom, "application/pdf", sortie.toByteArray());
  }

  /** Un certificat logiciel à ce nom, dans un .p12 neuf. */
  static Path certificat(Path dossier, String nom, String motDePasse)
      throws IOException, InterruptedException {
    Path cle = dossier.resolve("cle.pem");
    Path certificat = dossier.resolve("certificat.pem");
    Path p12 = dossier.resolve(nom.replace(' ', '-') + ".p12");
    lancer(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-sha256",
        "-days",
        "300",
        "-subj",
        "/CN=" + nom + "/O=Essai",
        "-addext",
        "keyUsage=critical,digitalSignature,nonRepudiation",
        "-keyout",
        cle.toString(),
        "-out",
        certificat.toString());
    lancer(
        "openssl",
        "pkcs12",
        "-export",
        "-inkey",
        cle.toString(),
        "-in",
        certificat.toString(),
        "-out",
        p12.toString(),
        "-passout",
        "pass:" + motDePasse);
    Files.delete(cle);
    reconnaitre(certificat, nom);
    return p12;
  }

  /** La sortie d’une commande qui doit réussir. */
  /**
   * L’installation n’accepte que les autorités qu’elle reconnaît : celle-ci se délivre elle-même.
   */
  private static void reconnaitre(Path certificat, String nom) throws IOException {
    Path autorites = Produit.enMarche().donnees().resolve("cles/autorites");
    Files.copy(
        certificat,
        autorites.resolve(nom.replace(' ', '-') + ".pem"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  static String lancer(String... commande) throws IOException, InterruptedException {
    Process p = new ProcessBuilder(commande).redirectErrorStream(true).start();
    String sortie = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!p.waitFor(60, TimeUnit.SECONDS) || p.exitValue() != 0) {
      throw new IOException(String.join(" ", commande) + " : " + sortie);
    }
    return sortie;
  }

  /** Crée et envoie un dossier par la page de création ; rend son adresse. */
  static String creer(Page agent, String titre, String type, String sousType) {
    agent.navigate(Commune.fondee().adresse("nouveau.xhtml"));
    agent.setInputFiles("#fichiers", pdf("Lettre.pdf", titre));
    agent.locator("#pieces .etiquette").first().waitFor();
    agent.selectOption("[id='f:type']", type);
    agent
        .locator("[id='f:sousType'] option[value='" + sousType + "']")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    agent.selectOption("[id='f:sousType']", sousType);
    agent.locator("[id='f:circuit'] .fil").waitFor();
    agent.fill("[id='f:titre']", titre);
    agent.click("[id='f:envoyer']");
    agent.waitForURL("**/dossier.xhtml?**");
    return agent.url();
  }

  private static void ecrire(ByteArrayOutputStream sortie, String texte) {
    try {
      sortie.write(texte.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
