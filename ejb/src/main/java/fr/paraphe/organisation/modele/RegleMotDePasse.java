package fr.paraphe.organisation.modele;

import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.socle.ErreurMetier;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Ce qu’un mot de passe choisi doit être (ASVS 5.0 V6.2) : long, et sans ce qu’on sait de la
 * personne. Ni classes de caractères, ni péremption.
 */
public final class RegleMotDePasse {

  public static final int LONGUEUR_MIN = 12;

  /** bcrypt ignore ce qui dépasse. */
  private static final int OCTETS_MAX = 72;

  /** Un nom plus court se trouve par hasard dans un bon mot de passe. */
  private static final int CONNU_MIN = 4;

  private RegleMotDePasse() {}

  /**
   * @param connus ce qu’on sait de la personne : identifiant, noms, collectivité
   * @throws ErreurMetier {@link ErreurOrganisation#MOT_DE_PASSE_COURT}, {@link
   *     ErreurOrganisation#MOT_DE_PASSE_LONG}, {@link ErreurOrganisation#MOT_DE_PASSE_PERSONNEL}
   */
  public static void verifier(String choisi, List<String> connus) {
    if (choisi.codePointCount(0, choisi.length()) < LONGUEUR_MIN) {
      throw new ErreurMetier(
              ErreurOrganisation.MOT_DE_PASSE_COURT,
              "Le mot de passe doit compter au moins " + LONGUEUR_MIN + " caractères.")
          .avec(LONGUEUR_MIN);
    }
    if (choisi.getBytes(StandardCharsets.UTF_8).length > OCTETS_MAX) {
      throw new ErreurMetier(
              ErreurOrganisation.MOT_DE_PASSE_LONG,
              "Le mot de passe ne peut pas dépasser "
                  + OCTETS_MAX
                  + " octets (une lettre accentuée en prend deux).")
          .avec(OCTETS_MAX);
    }
    String net = net(choisi);
    if (connus.stream()
        .map(RegleMotDePasse::net)
        .anyMatch(c -> c.length() >= CONNU_MIN && net.contains(c))) {
      throw new ErreurMetier(
          ErreurOrganisation.MOT_DE_PASSE_PERSONNEL,
          "Le mot de passe ne doit contenir ni votre identifiant, ni votre nom, ni celui de la collectivité.");
    }
  }

  private static String net(String texte) {
    return Normalizer.normalize(texte, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
