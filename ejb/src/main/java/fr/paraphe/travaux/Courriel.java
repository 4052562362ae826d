package fr.paraphe.travaux;

import java.util.Objects;

/**
 * Un courriel prêt à partir : le même dit deux fois, en texte et en HTML.
 *
 * @param identifiant stable : deux remises du même courriel portent le même Message-ID
 * @param adresse du destinataire
 * @param nom du destinataire, ou vide
 */
public record Courriel(
    String identifiant, String adresse, String nom, String sujet, String texte, String html) {

  public Courriel {
    Objects.requireNonNull(identifiant);
    Objects.requireNonNull(adresse);
    Objects.requireNonNull(nom);
    sujet = sujet.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
