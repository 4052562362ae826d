package fr.paraphe.organisation;

/**
 * Un compte dont le mot de passe vient d’être tiré. Il n’est montré qu’une fois, à qui l’a demandé
 * ; la base n’en garde que l’empreinte, le journal rien.
 *
 * @param login ce que la personne tape pour se connecter
 */
public record CompteOuvert(UtilisateurId id, String login, String motDePasse) {

  @Override
  public String toString() {
    return "compte ouvert " + login;
  }
}
