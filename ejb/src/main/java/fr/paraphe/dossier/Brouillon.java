package fr.paraphe.dossier;

import fr.paraphe.organisation.BureauId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Un brouillon, comme il se relit pour être corrigé.
 *
 * @param bureau le bureau émetteur, qui ne change plus
 */
public record Brouillon(
    IdentifiantDossier id,
    String titre,
    String type,
    String sousType,
    Visibilite visibilite,
    LocalDate dateLimite,
    BureauId bureau,
    List<PieceGardee> principaux,
    List<PieceGardee> annexes,
    Map<String, String> metadonnees) {

  /** Une pièce du brouillon ; {@code taille} en octets. */
  public record PieceGardee(Piece piece, long taille) {}

  public Brouillon {
    principaux = List.copyOf(principaux);
    annexes = List.copyOf(annexes);
    metadonnees = Map.copyOf(metadonnees);
  }
}
