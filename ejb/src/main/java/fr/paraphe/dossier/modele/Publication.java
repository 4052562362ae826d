package fr.paraphe.dossier.modele;

import fr.paraphe.dossier.FaitsDossier;
import java.util.List;

/** Met les faits d’un dossier sous leur forme publique, une fois les identifiants donnés. */
public final class Publication {

  private Publication() {}

  /** Rend les faits établis depuis la dernière publication, et les oublie. */
  public static List<FaitsDossier.Ligne> faits(Dossier dossier) {
    return dossier.reprendreFaits().stream().map(Publication::ligne).toList();
  }

  private static FaitsDossier.Ligne ligne(Fait fait) {
    Auteur auteur = fait.circonstance().auteur();
    return new FaitsDossier.Ligne(
        fait.nature(),
        fait.statut(),
        fait.circonstance().instant(),
        auteur.utilisateur(),
        auteur.nom(),
        auteur.bureau(),
        auteur.delegation(),
        fait.etape() == null ? null : fait.etape().id(),
        fait.texte(),
        fait.visible());
  }
}
