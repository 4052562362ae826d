package fr.paraphe.ws.soap.spool;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Ce qui tient la place d’un contenu binaire dans un message : un texte tiré au hasard, que
 * l’appelant ne peut ni deviner ni forger. À l’aller il désigne une {@link Piece} reçue, au retour
 * un document à envoyer.
 */
public record Repere(String texte) {

  private static final SecureRandom HASARD = new SecureRandom();

  /** Ce par quoi commence tout repère. */
  public static final String PREFIXE = "paraphe-piece-";

  private static final int OCTETS = 16;

  /** Longueur du texte de tout repère tiré ici. */
  public static final int LONGUEUR = PREFIXE.length() + 2 * OCTETS;

  public static Repere tirer() {
    byte[] hasard = new byte[OCTETS];
    HASARD.nextBytes(hasard);
    return new Repere(PREFIXE + HexFormat.of().formatHex(hasard));
  }
}
