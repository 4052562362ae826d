package fr.paraphe.ws.contrat;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * L’espace par défaut d’une réponse est celui du contrat (A.4), quel que soit l’ordre dans lequel
 * JAXB range les classes : cet ordre change d’un démarrage à l’autre.
 */
class EspaceParDefautTest {

  private static final String ATTENDU =
      "<EffacerDossierRejeteResponse"
          + " xmlns=\"http://www.adullact.org/spring-ws/iparapheur/1.0\""
          + " xmlns:xmime=\"http://www.w3.org/2005/05/xmlmime\">"
          + "<MessageRetour><codeRetour>OK</codeRetour></MessageRetour>"
          + "</EffacerDossierRejeteResponse>";

  static List<List<Class<?>>> ordres() {
    return List.of(
        List.of(Base64Binary.class, EffacerDossierRejeteResponse.class),
        List.of(HexBinary.class, EffacerDossierRejeteResponse.class, Base64Binary.class),
        List.of(EffacerDossierRejeteResponse.class, Base64Binary.class));
  }

  @ParameterizedTest
  @MethodSource("ordres")
  void le_contrat_tient_l_espace_par_defaut(List<Class<?>> ordre) throws JAXBException {
    MessageRetour retour = new MessageRetour();
    retour.setCodeRetour("OK");
    EffacerDossierRejeteResponse reponse = new EffacerDossierRejeteResponse();
    reponse.setMessageRetour(retour);
    Marshaller marshaller =
        JAXBContext.newInstance(ordre.toArray(Class<?>[]::new)).createMarshaller();
    marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
    StringWriter xml = new StringWriter();
    marshaller.marshal(reponse, xml);
    assertThat(xml).hasToString(ATTENDU);
  }
}
