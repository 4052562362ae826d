package fr.paraphe.dossier.modele;

import fr.paraphe.dossier.NatureFait;
import fr.paraphe.dossier.Statut;
import java.util.ArrayList;
import java.util.List;

/** Les faits qu’un dossier établit, jusqu’à ce que le dépôt les publie. */
final class Registre {

  private List<Fait> faits = new ArrayList<>();

  /** Un fait du dossier entier, que le service classique raconte. */
  void noter(NatureFait nature, Statut statut, Circonstance c, String texte) {
    noter(nature, statut, c, null, texte, true);
  }

  void noter(
      NatureFait nature,
      Statut statut,
      Circonstance c,
      Etape etape,
      String texte,
      boolean visible) {
    faits.add(new Fait(nature, statut, c, etape, texte, visible));
  }

  /** Rend les faits établis depuis le dernier appel, et les oublie. */
  List<Fait> reprendre() {
    List<Fait> repris = List.copyOf(faits);
    faits = new ArrayList<>();
    return repris;
  }
}
