package fr.paraphe.ws.soap.spool;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Les pièces d’une requête, retrouvées par leur repère. Sert un seul fil. */
public final class Pieces {

  private final Versements versements;
  private final Limites limites;
  private final Quota quota;
  private final Map<Repere, Piece> recues = new HashMap<>();
  private final Map<Repere, String> renvois = new HashMap<>();
  private final Map<String, Piece> parties = new HashMap<>();

  Pieces(Versements versements, Limites limites) {
    this.versements = versements;
    this.limites = limites;
    this.quota = new Quota(limites);
  }

  EcriturePiece ecrire() {
    return new EcriturePiece(versements, limites, quota);
  }

  /** Le contenu était dans le message. */
  Repere retenir(Piece piece) {
    Repere repere = Repere.tirer();
    recues.put(repere, piece);
    return repere;
  }

  /** Le message renvoie à une partie MIME, peut-être pas encore arrivée. */
  Repere renvoyer(String partie) {
    Repere repere = Repere.tirer();
    renvois.put(repere, partie);
    return repere;
  }

  /** Une partie MIME est arrivée. Deux parties du même nom : la première compte. */
  void partie(String nom, Piece piece) {
    parties.putIfAbsent(nom, piece);
  }

  /**
   * La pièce que ce repère désigne ; vide si le repère n’a pas été tiré pour cette requête, ou si
   * la partie était vide.
   */
  public Optional<Piece> chercher(Repere repere) {
    String partie = renvois.get(repere);
    if (partie == null) {
      return Optional.ofNullable(recues.get(repere));
    }
    return parties.containsKey(partie)
        ? Optional.ofNullable(parties.get(partie))
        : Optional.of(Piece.refusee(Piece.Etat.PARTIE_ABSENTE));
  }
}
