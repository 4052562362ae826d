package fr.paraphe.ws.soap.reponse;

import fr.paraphe.dossier.Contenu;
import fr.paraphe.ws.soap.spool.Repere;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Une enveloppe prête à partir : du XML, et des documents que l’envoi lira dans le stockage et
 * codera au fil de l’eau à la place de leurs repères. Sa longueur est connue d’avance : une réponse
 * coupée se voit.
 */
public final class Enveloppe {

  /** La déclaration que les connecteurs cherchent dans la réponse. */
  public static final String DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>";

  private static final int TRANCHE = 3 * 16 * 1024;

  private final List<Segment> segments = new ArrayList<>();

  private sealed interface Segment permits Texte, Document {
    long longueur();

    void ecrire(OutputStream sortie) throws IOException;
  }

  /**
   * @param xml l’enveloppe, avec ou sans déclaration
   * @param documents ce que désignent les repères qu’elle contient
   */
  public Enveloppe(byte[] xml, Map<Repere, Contenu> documents) {
    segments.add(new Texte(DECLARATION.getBytes(StandardCharsets.US_ASCII)));
    String texte = new String(xml, StandardCharsets.ISO_8859_1);
    int debut = texte.startsWith("<?xml") ? texte.indexOf("?>") + 2 : 0;
    while (debut < texte.length() && Character.isWhitespace(texte.charAt(debut))) {
      debut++;
    }
    decouper(xml, texte, debut, documents);
  }

  private void decouper(byte[] xml, String texte, int depart, Map<Repere, Contenu> documents) {
    int debut = depart;
    int i = documents.isEmpty() ? -1 : texte.indexOf(Repere.PREFIXE, debut);
    while (i >= 0) {
      Repere repere = new Repere(texte.substring(i, Math.min(texte.length(), i + Repere.LONGUEUR)));
      Contenu contenu = documents.get(repere);
      if (contenu != null) {
        segments.add(texte(xml, debut, i));
        segments.add(new Document(contenu));
        debut = i + Repere.LONGUEUR;
      }
      i = texte.indexOf(Repere.PREFIXE, i + 1);
    }
    segments.add(texte(xml, debut, xml.length));
  }

  private static Texte texte(byte[] xml, int debut, int fin) {
    ByteArrayOutputStream copie = new ByteArrayOutputStream(fin - debut);
    copie.write(xml, debut, fin - debut);
    return new Texte(copie.toByteArray());
  }

  public long longueur() {
    return segments.stream().mapToLong(Segment::longueur).sum();
  }

  public void ecrire(OutputStream sortie) throws IOException {
    for (Segment segment : segments) {
      segment.ecrire(sortie);
    }
  }

  private record Texte(byte[] octets) implements Segment {

    @Override
    public long longueur() {
      return octets.length;
    }

    @Override
    public void ecrire(OutputStream sortie) throws IOException {
      sortie.write(octets);
    }
  }

  private record Document(Contenu contenu) implements Segment {

    @Override
    public long longueur() {
      return (contenu.taille() + 2) / 3 * 4;
    }

    @Override
    public void ecrire(OutputStream sortie) throws IOException {
      Base64.Encoder codage = Base64.getEncoder();
      byte[] clair = new byte[TRANCHE];
      byte[] code = new byte[TRANCHE / 3 * 4];
      long lus = 0;
      try (InputStream source = contenu.source().ouvrir(0)) {
        for (int n = source.readNBytes(clair, 0, TRANCHE);
            n > 0;
            n = source.readNBytes(clair, 0, TRANCHE)) {
          byte[] tranche = n == TRANCHE ? clair : java.util.Arrays.copyOf(clair, n);
          sortie.write(code, 0, codage.encode(tranche, code));
          lus += n;
        }
      }
      if (lus != contenu.taille()) {
        throw new IOException("document plus court que sa taille enregistrée");
      }
    }
  }
}
