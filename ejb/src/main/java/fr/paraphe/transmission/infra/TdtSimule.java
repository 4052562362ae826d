package fr.paraphe.transmission.infra;

import fr.paraphe.dossier.Contenu;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.stockage.Empreinte;
import fr.paraphe.transmission.ConnecteurTdt;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Un TdT d’essai : rien ne part. Choisi par {@code transmission.tdt = SIMULATEUR}. */
@Dependent
public class TdtSimule implements ConnecteurTdt {

  private static final String CLASSIFICATION =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <classification essai="true"><matiere code="1" libelle="Commande publique"/><matiere code="6" libelle="Libertés publiques et pouvoirs de police"/></classification>
      """;

  private final ChoixConnecteurs choix;

  @Inject
  public TdtSimule(ChoixConnecteurs choix) {
    this.choix = choix;
  }

  @Override
  public boolean dessert(CollectiviteId collectivite) {
    return choix.est(collectivite, "tdt", "SIMULATEUR");
  }

  @Override
  public Contenu classification(CollectiviteId collectivite, boolean aJour) {
    byte[] xml = CLASSIFICATION.getBytes(StandardCharsets.UTF_8);
    return new Contenu(
        "classification.xml",
        "text/xml",
        xml.length,
        Empreinte.de(xml).hex(),
        debut -> new ByteArrayInputStream(xml, (int) debut, xml.length - (int) debut));
  }
}
