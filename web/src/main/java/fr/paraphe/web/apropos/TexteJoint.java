package fr.paraphe.web.apropos;

import java.util.Arrays;
import java.util.Optional;

/** Les textes livrés avec le produit, seuls lisibles par leur nom dans une adresse. */
public enum TexteJoint {
  VERSIONS("versions", "CHANGELOG.md", "fr"),
  LICENCE("licence", "LICENSE", "en"),
  TIERS("tiers", "licences.md", "fr");

  private final String nom;
  private final String fichier;
  private final String langue;

  TexteJoint(String nom, String fichier, String langue) {
    this.nom = nom;
    this.fichier = fichier;
    this.langue = langue;
  }

  String chemin() {
    return "/WEB-INF/textes/" + fichier;
  }

  public String langue() {
    return langue;
  }

  /** Le texte de ce nom exact ; vide pour tout autre, même un chemin. */
  static Optional<TexteJoint> nomme(String nom) {
    return Arrays.stream(values()).filter(t -> t.nom.equals(nom)).findFirst();
  }
}
