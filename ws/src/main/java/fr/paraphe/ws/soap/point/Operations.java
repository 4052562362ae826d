package fr.paraphe.ws.soap.point;

import fr.paraphe.ws.contrat.InterfaceParapheur;
import fr.paraphe.ws.soap.spool.RequeteRefusee;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/** Les opérations du contrat. */
final class Operations {

  /** Élément de requête → nom de l’opération, lus sur l’interface engendrée depuis le contrat. */
  private static final Map<QName, String> CONNUES =
      Arrays.stream(InterfaceParapheur.class.getMethods())
          .collect(
              Collectors.toUnmodifiableMap(
                  m -> {
                    WebParam parametre = (WebParam) m.getParameterAnnotations()[0][0];
                    return new QName(parametre.targetNamespace(), parametre.name());
                  },
                  m -> nom(m.getAnnotation(WebMethod.class), m.getName())));

  private Operations() {}

  private static String nom(WebMethod methode, String defaut) {
    return methode == null || methode.operationName().isEmpty() ? defaut : methode.operationName();
  }

  /**
   * Le nom de l’opération demandée.
   *
   * @throws RequeteRefusee si l’opération est inconnue
   */
  static String verifier(QName demandee) {
    String operation = CONNUES.get(demandee);
    if (operation == null) {
      throw new RequeteRefusee(
          RequeteRefusee.Cause.MESSAGE,
          "Ce service ne propose pas l’opération « " + demandee + " ».");
    }
    return operation;
  }
}
