package fr.paraphe.outils.atelier;

/**
 * Où est la base.
 *
 * @param url adresse JDBC
 */
public record Base(String url, String compte, String motDePasse) {

  @Override
  public String toString() {
    return url;
  }
}
