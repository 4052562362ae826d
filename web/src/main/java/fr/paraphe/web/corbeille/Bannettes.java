package fr.paraphe.web.corbeille;

import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.Pastilles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Couleur et forme de chaque pastille (S31–S36) : jamais la couleur seule, une icône et un mot
 * toujours avec.
 */
@Named("bannettes")
@ApplicationScoped
public class Bannettes {
  private static final Map<Bannette, String> COULEURS =
      Map.of(
          Bannette.A_TRAITER, "bleu",
          Bannette.EN_RETARD, "rouge",
          Bannette.RETOURNES, "noir",
          Bannette.A_TRANSMETTRE, "orange",
          Bannette.FIN_DE_PARCOURS, "vert",
          Bannette.DELEGUES, "violet");
  private static final Map<Bannette, String> ICONES =
      Map.of(
          Bannette.A_TRAITER, "boite",
          Bannette.EN_RETARD, "horloge",
          Bannette.RETOURNES, "retour",
          Bannette.A_TRANSMETTRE, "crayon",
          Bannette.FIN_DE_PARCOURS, "drapeau",
          Bannette.DELEGUES, "personnes");

  public String couleur(Bannette bannette) {
    return COULEURS.get(bannette);
  }

  public String icone(Bannette bannette) {
    return ICONES.get(bannette);
  }

  public String mot(Bannette bannette) {
    return Contexte.mot(bannette);
  }

  public List<Bannette> toutes() {
    return List.of(Bannette.values());
  }

  /**
   * Les pastilles à montrer : celles qui comptent quelque chose, et « à traiter » même à zéro (U4).
   */
  public List<Bannette> montrees(Pastilles pastilles) {
    return Arrays.stream(Bannette.values())
        .filter(Bannette::aPastille)
        .filter(b -> b == Bannette.A_TRAITER || pastilles.nombre(b) > 0)
        .toList();
  }
}
