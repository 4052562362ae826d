/**
 * Les types du contrat, engendrés depuis {@code iparapheur.wsdl}.
 *
 * <p>Seul cet en-tête est écrit à la main : il fixe l’espace par défaut des réponses (contrat A.4).
 * Sans lui, JAXB donne la place au premier espace qu’il range, et ce rang change d’un démarrage à
 * l’autre.
 */
@XmlSchema(
    namespace = "http://www.adullact.org/spring-ws/iparapheur/1.0",
    elementFormDefault = XmlNsForm.QUALIFIED,
    xmlns = @XmlNs(prefix = "", namespaceURI = "http://www.adullact.org/spring-ws/iparapheur/1.0"))
package fr.paraphe.ws.contrat;

import jakarta.xml.bind.annotation.XmlNs;
import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
