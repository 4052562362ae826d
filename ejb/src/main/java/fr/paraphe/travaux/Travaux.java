package fr.paraphe.travaux;

import fr.paraphe.socle.Horloge;
import fr.paraphe.travaux.infra.FileRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** La file, du côté de qui demande. */
@Dependent
public class Travaux {

  private final FileRepository file;
  private final Horloge horloge;

  @Inject
  public Travaux(FileRepository file, Horloge horloge) {
    this.file = file;
    this.horloge = horloge;
  }

  /**
   * Met un travail dans la file, dans la transaction en cours : il existe si l’acte a lieu, et
   * alors seulement. Sans effet si un travail vivant du même genre porte déjà cette clé.
   */
  public void planifier(TravailAFaire travail) {
    file.ajouter(travail, horloge.maintenant());
  }
}
