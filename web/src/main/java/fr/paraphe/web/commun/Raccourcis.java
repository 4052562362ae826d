package fr.paraphe.web.commun;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/**
 * Les raccourcis d’une touche (UX-04). L’aide ne montre que ceux qui ont une cible dans la page
 * ouverte.
 */
@Named("raccourcis")
@ApplicationScoped
public class Raccourcis {
  private static final List<Raccourci> TOUS =
      List.of(
          new Raccourci("J", "j", "aide.j"),
          new Raccourci("K", "k", "aide.k"),
          new Raccourci("V", "v", "aide.v"),
          new Raccourci("S", "s", "aide.s"),
          new Raccourci("R", "r", "aide.r"),
          new Raccourci("/", "/", "aide.chercher"),
          new Raccourci("G B", "", "aide.gb"),
          new Raccourci("?", "", "aide.aide"));

  public List<Raccourci> getTous() {
    return TOUS;
  }

  /**
   * @param cible touche cherchée dans la page ; vide : valable partout
   */
  public record Raccourci(String touche, String cible, String cle) {}
}
