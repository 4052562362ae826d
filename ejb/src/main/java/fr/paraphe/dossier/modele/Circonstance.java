package fr.paraphe.dossier.modele;

import fr.paraphe.dossier.Avis;
import fr.paraphe.organisation.BureauId;
import java.time.Instant;
import java.util.function.Function;

/**
 * Les entrées d’un verbe : qui, quand, avec quel avis, et de quoi nommer les bureaux dans
 * l’historique.
 */
public record Circonstance(
    Auteur auteur, Instant instant, Avis avis, Function<BureauId, String> nomBureau) {

  Circonstance avec(Avis autreAvis) {
    return new Circonstance(auteur, instant, autreAvis, nomBureau);
  }
}
