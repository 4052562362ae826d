package fr.paraphe.signature;

import fr.paraphe.socle.Horloge;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ce qu’on voit d’une signature.
 *
 * @param image PNG ou JPEG, la transparence est gardée
 * @param lignes une à quatre ; la première est en gras
 */
public record Tampon(Placement placement, Optional<byte[]> image, List<String> lignes) {

  private static final int LIGNES_MAX = 4;
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy 'à' HH:mm", Locale.FRANCE).withZone(Horloge.ZONE);

  public Tampon {
    lignes = List.copyOf(lignes);
    if (lignes.isEmpty() || lignes.size() > LIGNES_MAX) {
      throw new IllegalArgumentException("un tampon porte une à quatre lignes");
    }
  }

  /**
   * Le tampon d’une personne : « Paul Maire, maire », « Signé électroniquement le 23/11/2026 à
   * 10:48 ».
   *
   * @param qualite son titre ou son bureau ; peut être vide
   * @param delegation « par délégation de … » ou vide
   */
  public static Tampon personne(
      Placement placement,
      Optional<byte[]> image,
      String nom,
      String qualite,
      String delegation,
      Instant instant) {
    List<String> lignes = new ArrayList<>();
    lignes.add(qualite.isBlank() ? nom : nom + ", " + qualite);
    if (!delegation.isBlank()) {
      lignes.add(delegation);
    }
    lignes.add("Signé électroniquement le " + INSTANT.format(instant));
    return new Tampon(placement, image, lignes);
  }

  /** Le tampon d’un cachet : son titre, sa date. */
  public static Tampon cachet(
      Placement placement, Optional<byte[]> image, String titre, Instant instant) {
    return new Tampon(
        placement,
        image,
        List.of(titre, "Cachet électronique apposé le " + INSTANT.format(instant)));
  }

  /** Le même, avec cette ligne après la première. */
  Tampon avec(String mention) {
    List<String> plus = new ArrayList<>(lignes);
    plus.add(1, mention);
    return new Tampon(placement, image, plus);
  }
}
