package fr.paraphe.ws.soap.lecture;

import fr.paraphe.socle.ErreurMetier;
import java.util.ArrayList;
import java.util.List;

/** Tout ce qui ne va pas dans une requête, dit en une fois. */
final class Erreurs {

  private final List<String> phrases = new ArrayList<>();

  void ajouter(String phrase) {
    phrases.add(phrase);
  }

  /**
   * @throws ErreurMetier s’il y a au moins une erreur
   */
  void verifier() {
    if (!phrases.isEmpty()) {
      throw new ErreurMetier(ErreurLecture.REQUETE_INVALIDE, String.join(" ", phrases));
    }
  }
}
