package fr.paraphe.stockage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/**
 * Le type d’un fichier d’après son contenu (FILE-01). Le nom ne fait que préciser ce que le contenu
 * laisse ouvert : une archive ZIP nommée « .docx », un texte nommé « .csv » ; jamais il ne fait
 * d’un contenu quelconque un PDF.
 */
public final class TypeContenu {

  public static final String PDF = "application/pdf";
  public static final String INCONNU = "application/octet-stream";

  /** Octets regardés au début du contenu. */
  static final int APERCU = 64 * 1024;

  private static final Set<MediaType> PRECISABLES =
      Set.of(
          MediaType.APPLICATION_ZIP,
          MediaType.APPLICATION_XML,
          MediaType.TEXT_PLAIN,
          MediaType.application("x-tika-msoffice"),
          MediaType.application("x-tika-ooxml"));

  private TypeContenu() {}

  /** Reconnaît le type sans consommer le flux. */
  public static String reconnaitre(BufferedInputStream contenu, String nom) throws IOException {
    MimeTypes connus = MimeTypes.getDefaultMimeTypes();
    MediaType parContenu = connus.detect(contenu, new Metadata());
    if (!PRECISABLES.contains(parContenu)) {
      return parContenu.getBaseType().toString();
    }
    Metadata indice = new Metadata();
    indice.set(TikaCoreProperties.RESOURCE_NAME_KEY, nom);
    MediaType precise = connus.detect(contenu, indice);
    MediaTypeRegistry familles = connus.getMediaTypeRegistry();
    boolean plusPrecis = familles.isInstanceOf(precise, parContenu);
    return (plusPrecis ? precise : parContenu).getBaseType().toString();
  }

  /** Précise par le nom un type que le contenu seul laisse ouvert ; tout autre type reste. */
  public static String preciser(String type, String nom) throws IOException {
    MediaType parContenu = MediaType.parse(type);
    if (parContenu == null || !PRECISABLES.contains(parContenu)) {
      return type;
    }
    MimeTypes connus = MimeTypes.getDefaultMimeTypes();
    Metadata indice = new Metadata();
    indice.set(TikaCoreProperties.RESOURCE_NAME_KEY, nom);
    MediaType parNom = connus.detect(null, indice);
    boolean plusPrecis = connus.getMediaTypeRegistry().isInstanceOf(parNom, parContenu);
    return plusPrecis ? parNom.getBaseType().toString() : type;
  }
}
