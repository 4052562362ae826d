package fr.paraphe.outils.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fabrique les documents d’un récit. */
final class Documents {

  private static final int NOM_MAX = 60;

  private static final Papier VILLE =
      new Papier(
          "Ville de Démo",
          "Hôtel de ville · 1 place de la République · 00000 Démo · www.demo.invalid",
          "Le maire",
          "Paul Maire");

  private static final Papier AGGLO =
      new Papier(
          "Agglomération de Démo",
          "Hôtel d’agglomération · 12 avenue du Parc · 00000 Démo · www.agglo.invalid",
          "Le président",
          "Pierre Président");

  private final Calendrier calendrier;
  private final String pes;

  /**
   * @param modeles dossier de la démonstration ({@code dev/demo})
   */
  Documents(Path modeles, Calendrier calendrier) throws IOException {
    this.calendrier = calendrier;
    this.pes = Files.readString(modeles.resolve("pes.xml"), StandardCharsets.UTF_8);
  }

  /** Un fichier prêt à déposer. */
  record Fichier(String nom, byte[] contenu) {}

  /**
   * Les documents d’un dossier.
   *
   * @param visuel rendu PDF d’un document qui n’en est pas un
   */
  record Liasse(Fichier principal, Optional<Fichier> visuel, List<Fichier> annexes) {}

  Liasse de(Recit recit) {
    LocalDate date = calendrier.jour(-recit.creation().ilYA());
    Papier papier = "agglo".equals(recit.creation().domaine()) ? AGGLO : VILLE;
    Fichier lisible = pdf(papier, recit.document(), date);
    List<Fichier> annexes = recit.annexes().stream().map(a -> pdf(papier, a, date)).toList();
    if (recit.document().moule() == Moule.PES) {
      String nom = "PESALR2_" + recit.document().reference() + ".xml";
      return new Liasse(
          new Fichier(nom, xml(recit.document(), date)), Optional.of(lisible), annexes);
    }
    return new Liasse(lisible, Optional.empty(), annexes);
  }

  private static Fichier pdf(Papier papier, Recit.Texte texte, LocalDate date) {
    return new Fichier(nom(texte.titre()) + ".pdf", papier.pdf(texte, date));
  }

  private byte[] xml(Recit.Texte texte, LocalDate date) {
    return pes.replace("@REFERENCE@", texte.reference())
        .replace("@DATE@", date.toString())
        .replace("@EXERCICE@", String.valueOf(date.getYear()))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Un nom de fichier sobre : lettres, chiffres et tirets. */
  private static String nom(String titre) {
    String sobre =
        Normalizer.normalize(titre.replace("œ", "oe"), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^A-Za-z0-9]+", "-")
            .replaceAll("^-|-$", "")
            .toLowerCase(Locale.ROOT);
    return sobre.length() <= NOM_MAX
        ? sobre
        : sobre.substring(0, NOM_MAX).replaceAll("-[^-]*$", "");
  }
}
