package fr.paraphe.ws.soap;

import fr.paraphe.dossier.Contenu;
import fr.paraphe.ws.soap.reponse.Faute;
import fr.paraphe.ws.soap.spool.Piece;
import fr.paraphe.ws.soap.spool.Pieces;
import fr.paraphe.ws.soap.spool.Repere;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Un appel et sa réponse : ce que le filtre, l’opération et l’envoi se disent par-dessus Metro. */
@RequestScoped
public class Echange {

  private String login = "";
  private Pieces pieces;
  private final Map<Repere, Contenu> documents = new HashMap<>();
  private Faute faute;
  private AccuseAttendu accuse;
  private Runnable fin = () -> {};

  public void recevoir(String compte, Pieces recues) {
    login = compte;
    pieces = recues;
  }

  /** Le compte, tel que l’appelant l’a écrit. */
  public String login() {
    return login;
  }

  /** La pièce reçue que ce repère désigne. */
  public Optional<Piece> piece(Repere repere) {
    return pieces == null || repere == null ? Optional.empty() : pieces.chercher(repere);
  }

  /** Joint un document à la réponse ; le repère tient sa place jusqu’à l’envoi. */
  public Repere joindre(Contenu contenu) {
    Repere repere = Repere.tirer();
    documents.put(repere, contenu);
    return repere;
  }

  public Map<Repere, Contenu> documents() {
    return documents;
  }

  /** La réponse sera cette faute, quoi que Metro écrive. */
  public void echouer(Faute nouvelle) {
    faute = nouvelle;
  }

  public Optional<Faute> faute() {
    return Optional.ofNullable(faute);
  }

  /** L’acte est fait : ce qu’il faudra noter si la réponse arrive chez l’appelant (contrat J). */
  public void attendreAccuse(AccuseAttendu attendu) {
    accuse = attendu;
  }

  public Optional<AccuseAttendu> accuse() {
    return Optional.ofNullable(accuse);
  }

  /** À exécuter quand on saura ce que la réponse est devenue. */
  public void alaFin(Runnable acte) {
    fin = acte;
  }

  public void finir() {
    fin.run();
  }
}
