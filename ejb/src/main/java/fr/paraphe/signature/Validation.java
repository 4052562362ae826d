package fr.paraphe.signature;

import fr.paraphe.signature.infra.MoteurDss;
import fr.paraphe.stockage.LectureBlob;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Fait juger un document signé par EU DSS, qui n’a pas servi à le signer. Coûte de 0,1 à quelques
 * secondes : à faire en tâche de fond ou à la demande, jamais pendant qu’une personne attend de
 * signer. Aucun appel réseau.
 */
@Dependent
public class Validation {

  private final MoteurDss moteur;

  @Inject
  public Validation(MoteurDss moteur) {
    this.moteur = moteur;
  }

  /**
   * Valide toutes les signatures du document.
   *
   * @param ancres autorités reconnues ; sans elles une signature juste reste « indéterminée »
   */
  public RapportValidation valider(LectureBlob document, List<X509Certificate> ancres)
      throws IOException {
    return moteur.valider(document, ancres);
  }
}
