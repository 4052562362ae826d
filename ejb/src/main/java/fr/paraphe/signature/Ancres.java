package fr.paraphe.signature;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * Les autorités que l’installation reconnaît : les certificats ({@code *.pem}, {@code *.crt}) du
 * dossier {@code ancres} de {@code paraphe.cles}. Relues à chaque demande : en ajouter une ne
 * demande pas de redémarrage.
 */
@ApplicationScoped
public class Ancres {

  public List<X509Certificate> toutes() {
    Path dossier = Path.of(System.getProperty("paraphe.cles", ""), "ancres");
    if (!Files.isDirectory(dossier)) {
      return List.of();
    }
    try (DirectoryStream<Path> fichiers = Files.newDirectoryStream(dossier, "*.{pem,crt}")) {
      List<X509Certificate> ancres = new ArrayList<>();
      for (Path fichier : fichiers) {
        ancres.add(lire(fichier));
      }
      return ancres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static X509Certificate lire(Path fichier) throws IOException {
    try (InputStream flux = Files.newInputStream(fichier)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(flux);
    } catch (CertificateException e) {
      throw new IOException("certificat d’autorité illisible : " + fichier.getFileName(), e);
    }
  }
}
