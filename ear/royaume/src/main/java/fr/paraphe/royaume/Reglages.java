package fr.paraphe.royaume;

import java.util.Map;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Lecture des réglages donnés par le serveur. */
final class Reglages {
  private static final String SOURCE = "java:jboss/datasources/ParapheDS";

  private Reglages() {}

  static Comptes comptes(Map<String, String> reglages) {
    return new Comptes(
        source(reglages.getOrDefault("source", SOURCE)),
        entier(reglages, "echecs", 10),
        entier(reglages, "minutes", 15));
  }

  static int entier(Map<String, String> reglages, String cle, int defaut) {
    String valeur = reglages.get(cle);
    return valeur == null ? defaut : Integer.parseInt(valeur.strip());
  }

  private static Supplier<DataSource> source(String nomJndi) {
    return () -> {
      try {
        return (DataSource) new InitialContext().lookup(nomJndi);
      } catch (NamingException e) {
        throw new IllegalStateException("source de données absente : " + nomJndi, e);
      }
    };
  }
}
