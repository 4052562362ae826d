package fr.paraphe.notification.infra;

import fr.paraphe.notification.infra.Boite.EnAttente;
import fr.paraphe.notification.modele.Redaction;
import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.Transactions;
import fr.paraphe.travaux.Courriel;
import fr.paraphe.travaux.Execution;
import fr.paraphe.travaux.Facteur;
import fr.paraphe.travaux.Travail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import java.net.URI;
import java.util.List;

/**
 * L’envoi d’un ou plusieurs messages d’une même personne, en un courriel. Repris après un arrêt
 * brutal, il porte le même Message-ID : une messagerie n’en montre qu’un.
 */
@ApplicationScoped
public class EnvoiCourriel implements Execution {

  static final String GENRE = "courriel";

  private static final String SANS_OBJET = "sans objet";

  private Boite boite;
  private Facteur facteur;
  private Transactions transactions;
  private Horloge horloge;

  protected EnvoiCourriel() {}

  @Inject
  public EnvoiCourriel(Boite boite, Facteur facteur, Transactions transactions, Horloge horloge) {
    this.boite = boite;
    this.facteur = facteur;
    this.transactions = transactions;
    this.horloge = horloge;
  }

  @Override
  public String genre() {
    return GENRE;
  }

  @Override
  public boolean disponible() {
    return facteur.disponible();
  }

  @Override
  public void executer(Travail travail) {
    List<Long> ids =
        travail.donnees().getJsonArray("messages").getValuesAs(JsonNumber.class).stream()
            .map(JsonNumber::longValue)
            .toList();
    List<EnAttente> lus = transactions.nouvelle(() -> boite.lire(ids));
    classer(lus.stream().filter(m -> !m.actuelle()).toList(), SANS_OBJET);
    List<EnAttente> actuels = lus.stream().filter(EnAttente::actuelle).toList();
    if (!actuels.isEmpty()) {
      facteur.remettre(courriel(ids, actuels));
      classer(actuels, null);
    }
  }

  private void classer(List<EnAttente> messages, String raison) {
    if (!messages.isEmpty()) {
      transactions.nouvelle(
          () -> {
            boite.classer(
                messages.stream().map(EnAttente::id).toList(), horloge.maintenant(), raison);
            return null;
          });
    }
  }

  private static Courriel courriel(List<Long> ids, List<EnAttente> messages) {
    URI adresse = adresse();
    Redaction redaction =
        new Redaction(
            adresse.toString().replaceAll("/+$", ""),
            System.getProperty("paraphe.environnement", ""));
    Redaction.Texte texte = redaction.rediger(messages.stream().map(EnAttente::annonce).toList());
    EnAttente premier = messages.get(0);
    String identifiant = "message-%d-%d@%s".formatted(ids.get(0), ids.size(), adresse.getHost());
    return new Courriel(
        identifiant, premier.adresse(), premier.nom(), texte.sujet(), texte.texte(), texte.html());
  }

  /** L’adresse publique du produit : propriété du serveur {@code paraphe.adresse}. */
  private static URI adresse() {
    return URI.create(System.getProperty("paraphe.adresse", "http://127.0.0.1:8080"));
  }
}
