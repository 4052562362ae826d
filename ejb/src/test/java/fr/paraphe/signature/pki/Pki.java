package fr.paraphe.signature.pki;

import fr.paraphe.signature.AutoriteEssai;
import fr.paraphe.signature.AutoriteEssai.Cle;
import fr.paraphe.signature.AutoriteEssai.Demande;
import fr.paraphe.signature.AutoriteEssai.Usage;
import fr.paraphe.signature.Identite;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Les certificats des tests, fabriqués une fois par exécution : de bons et de mauvais signataires.
 */
public final class Pki {

  public static final Instant AUJOURDHUI = Instant.now();

  private static final Instant DEBUT = AUJOURDHUI.minus(Duration.ofDays(30));
  private static final Pki UNIQUE = new Pki();

  private final AutoriteEssai autorite;
  private final AutoriteEssai autreAutorite;
  private final Map<String, Identite> delivres = new ConcurrentHashMap<>();

  private Pki() {
    try {
      autorite = AutoriteEssai.creer("CN=AC Agents Essai, O=Paraphe, C=FR", DEBUT);
      autreAutorite = AutoriteEssai.creer("CN=AC Inconnue, O=Ailleurs, C=FR", DEBUT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Pki pki() {
    return UNIQUE;
  }

  public AutoriteEssai autorite() {
    return autorite;
  }

  public Identite maire() {
    return signataire("Paul Maire");
  }

  public Identite signataire(String nom) {
    return delivrer("signataire " + nom, autorite, signature(nom));
  }

  public Identite courbeElliptique() {
    return delivrer("ec", autorite, signature("Claire Directrice").avec(Cle.EC_P256));
  }

  public Identite expire() {
    return delivrer(
        "expire",
        autorite,
        signature("Paul Maire").valable(DEBUT, AUJOURDHUI.minus(Duration.ofDays(1))));
  }

  public Identite pasEncoreValide() {
    return delivrer(
        "futur",
        autorite,
        signature("Paul Maire")
            .valable(AUJOURDHUI.plus(Duration.ofDays(1)), AUJOURDHUI.plus(Duration.ofDays(100))));
  }

  public Identite authentification() {
    return delivrer("auth", autorite, signature("Paul Maire").pour(Usage.AUTHENTIFICATION));
  }

  public Identite chiffrement() {
    return delivrer("chiffrement", autorite, signature("Paul Maire").pour(Usage.CHIFFREMENT));
  }

  public Identite cleFaible() {
    return delivrer("faible", autorite, signature("Paul Maire").avec(Cle.RSA_1024));
  }

  public Identite sha1() {
    return delivrer("sha1", autorite, signature("Paul Maire").enSha1());
  }

  public Identite autoriteInconnue() {
    return delivrer("inconnue", autreAutorite, signature("Paul Maire"));
  }

  public Identite cachet() {
    return delivrer("cachet", autorite, signature("CACHET DE TEST").pour(Usage.CACHET));
  }

  private static Demande signature(String nom) {
    return Demande.signature("CN=" + nom + ", O=Ville de Démo, C=FR", DEBUT);
  }

  private Identite delivrer(String cle, AutoriteEssai emetteur, Demande demande) {
    return delivres.computeIfAbsent(
        cle,
        k -> {
          try {
            return emetteur.delivrer(demande);
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
