package fr.paraphe.web.creation;

import fr.paraphe.dossier.Piece;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Les fichiers déposés et pas encore rattachés à un dossier, par jeton. Les plus anciens sont
 * oubliés au-delà de cent.
 */
@SessionScoped
public class PiecesEnCours implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MAXIMUM = 100;

  private final Map<String, Recue> parJeton = Collections.synchronizedMap(new Registre());

  /** Garde cette pièce ; rend le jeton par lequel la page la désigne. */
  public String garder(Piece piece, long taille) {
    String jeton = UUID.randomUUID().toString();
    parJeton.put(jeton, new Recue(piece.blob(), piece.nom(), piece.typeMime(), taille));
    return jeton;
  }

  public Optional<Recue> chercher(String jeton) {
    return Optional.ofNullable(parJeton.get(jeton));
  }

  public void oublier(String jeton) {
    parJeton.remove(jeton);
  }

  /** Une pièce reçue ; {@code taille} en octets. */
  public record Recue(long blob, String nom, String typeMime, long taille) implements Serializable {
    Piece piece() {
      return new Piece(blob, nom, typeMime);
    }
  }

  private static final class Registre extends LinkedHashMap<String, Recue> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Recue> plusAncien) {
      return size() > MAXIMUM;
    }
  }
}
