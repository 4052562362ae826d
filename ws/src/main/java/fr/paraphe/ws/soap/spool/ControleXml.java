package fr.paraphe.ws.soap.spool;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Vérifie le message réduit avec un vrai analyseur avant de le confier à Metro : bien formé,
 * enveloppe SOAP 1.1, une opération, des attributs et des enfants en nombre raisonnable.
 */
final class ControleXml {

  private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
  private static final int ATTRIBUTS_MAX = 100;
  private static final int ENFANTS_MAX = 50_000;

  private final XMLStreamReader lecteur;
  private final Deque<int[]> enfants = new ArrayDeque<>();
  private boolean dansLeCorps;
  private QName operation;

  private ControleXml(XMLStreamReader lecteur) {
    this.lecteur = lecteur;
  }

  /** L’opération demandée : le premier élément du corps. */
  static QName operation(byte[] message) {
    XMLInputFactory fabrique = XMLInputFactory.newDefaultFactory();
    fabrique.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    fabrique.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      return new ControleXml(
              fabrique.createXMLStreamReader(new ByteArrayInputStream(message), "UTF-8"))
          .parcourir();
    } catch (XMLStreamException e) {
      throw RequeteRefusee.message("Le message n’est pas un document XML bien formé.");
    }
  }

  private QName parcourir() throws XMLStreamException {
    while (lecteur.hasNext()) {
      switch (lecteur.next()) {
        case XMLStreamConstants.START_ELEMENT -> entrer(lecteur.getName());
        case XMLStreamConstants.END_ELEMENT -> sortir();
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw RequeteRefusee.message("Le message contient une entité inconnue.");
        default -> {}
      }
    }
    if (operation == null) {
      throw RequeteRefusee.message(
          "Le corps de l’enveloppe est vide : aucune opération n’est demandée.");
    }
    return operation;
  }

  private void entrer(QName nom) {
    if (lecteur.getAttributeCount() > ATTRIBUTS_MAX) {
      throw RequeteRefusee.message(
          "Un élément du message compte plus de " + ATTRIBUTS_MAX + " attributs.");
    }
    if (!enfants.isEmpty() && ++enfants.peek()[0] > ENFANTS_MAX) {
      throw RequeteRefusee.message(
          "Un élément du message compte plus de " + ENFANTS_MAX + " enfants.");
    }
    if (enfants.isEmpty()) {
      enveloppe(nom);
    } else if (enfants.size() == 1) {
      dansLeCorps = nom.equals(new QName(SOAP_11, "Body"));
    } else if (enfants.size() == 2 && dansLeCorps && operation == null) {
      operation = nom;
    }
    enfants.push(new int[1]);
  }

  private void sortir() {
    enfants.pop();
  }

  private static void enveloppe(QName nom) {
    if (nom.equals(new QName(SOAP_12, "Envelope"))) {
      throw new RequeteRefusee(
          RequeteRefusee.Cause.VERSION,
          "Ce service parle SOAP 1.1 ; l’enveloppe reçue est en SOAP 1.2.");
    }
    if (!nom.equals(new QName(SOAP_11, "Envelope"))) {
      throw RequeteRefusee.message("Le message n’est pas une enveloppe SOAP 1.1.");
    }
  }
}
