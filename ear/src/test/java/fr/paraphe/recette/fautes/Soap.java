package fr.paraphe.recette.fautes;

import java.util.Base64;

/** Les messages SOAP dont ces tests ont besoin. */
final class Soap {

  static final String ECHO = enveloppe("<n:echoRequest>Bonjour</n:echoRequest>");

  private Soap() {}

  static String enveloppe(String corps) {
    return "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
        + " xmlns:n=\"http://www.adullact.org/spring-ws/iparapheur/1.0\""
        + " xmlns:xm=\"http://www.w3.org/2005/05/xmlmime\"><soapenv:Header/><soapenv:Body>"
        + corps
        + "</soapenv:Body></soapenv:Envelope>";
  }

  /** CreerDossier dans Visa › Visa simple. */
  static String creation(String id, byte[] pdf) {
    return enveloppe(
        """
        <n:CreerDossierRequest><n:TypeTechnique>Visa</n:TypeTechnique><n:SousType>Visa simple</n:SousType>\
        <n:DossierID>%s</n:DossierID><n:DossierTitre>%s</n:DossierTitre>\
        <n:DocumentPrincipal xm:contentType="application/pdf">%s</n:DocumentPrincipal>\
        <n:VisuelPDF xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xm:contentType=""/>\
        <n:Visibilite>SERVICE</n:Visibilite><n:DateLimite></n:DateLimite></n:CreerDossierRequest>"""
            .formatted(id, id, Base64.getEncoder().encodeToString(pdf)));
  }
}
