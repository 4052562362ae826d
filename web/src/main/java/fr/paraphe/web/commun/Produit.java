package fr.paraphe.web.commun;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Ce que chaque page dit du produit : version, environnement, adresse des fichiers fixes. */
@Named("produit")
@ApplicationScoped
public class Produit {
  private static final Set<String> TEINTES = Set.of("rouge", "bleu", "vert", "violet");

  private ServletContext serveur;
  private String version;
  private String visionneuse;
  private String empreinte;

  protected Produit() {}

  @Inject
  public Produit(ServletContext serveur) {
    this.serveur = serveur;
  }

  @PostConstruct
  void lire() {
    Properties p = new Properties();
    try (InputStream source =
        Produit.class.getResourceAsStream("/fr/paraphe/web/produit.properties")) {
      p.load(source);
      empreinte = empreinteDesFichiers();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    version = p.getProperty("version");
    visionneuse = serveur.getContextPath() + "/visio/" + p.getProperty("visionneuse") + "/";
  }

  public String getVersion() {
    return version;
  }

  public String getBase() {
    return serveur.getContextPath();
  }

  /** Racine de la visionneuse, versionnée : elle se garde un an en cache. */
  public String getVisionneuse() {
    return visionneuse;
  }

  /**
   * Texte du bandeau d’environnement (S5) ; vide en production. Propriété du serveur {@code
   * paraphe.environnement}.
   */
  public String getEnvironnement() {
    return System.getProperty("paraphe.environnement", "").strip();
  }

  /**
   * Couleur du bandeau : {@code rouge}, {@code bleu}, {@code vert} ou {@code violet} ; vide : la
   * teinte neutre. Propriété du serveur {@code paraphe.environnement.teinte}.
   */
  public String getTeinte() {
    return teinte(System.getProperty("paraphe.environnement.teinte", ""));
  }

  /** Une teinte connue, ou la neutre : les contrastes de chacune sont vérifiés. */
  static String teinte(String dite) {
    String nette = dite.strip().toLowerCase(Locale.ROOT);
    return TEINTES.contains(nette) ? nette : "";
  }

  /**
   * Où sont les sources de ce qui tourne, que l’AGPL (§13) veut offertes à qui s’en sert ; vide si
   * l’exploitant ne l’a pas dit. Propriété du serveur {@code paraphe.sources}.
   */
  public String getSources() {
    return adresse(System.getProperty("paraphe.sources", ""));
  }

  /** Une adresse du Web, ou rien : la valeur finit dans un lien. */
  static String adresse(String dite) {
    return dite.strip().matches("https?://[^\\s\"'<>]+") ? dite.strip() : "";
  }

  /**
   * Adresse d’un fichier fixe, marquée de l’empreinte de l’ensemble : elle change quand un fichier
   * change.
   */
  public String fixe(String chemin) {
    return serveur.getContextPath() + "/statique/" + chemin + "?v=" + empreinte;
  }

  private String empreinteDesFichiers() throws IOException {
    MessageDigest condense = sha256();
    for (String dossier :
        new String[] {"/statique/", "/statique/css/", "/statique/js/", "/statique/tiers/"}) {
      for (String chemin : new TreeSet<>(serveur.getResourcePaths(dossier))) {
        if (!chemin.endsWith("/")) {
          ajouter(condense, chemin);
        }
      }
    }
    return HexFormat.of().formatHex(condense.digest(), 0, 6);
  }

  private void ajouter(MessageDigest condense, String chemin) throws IOException {
    try (InputStream source = serveur.getResourceAsStream(chemin)) {
      condense.update(source.readAllBytes());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
