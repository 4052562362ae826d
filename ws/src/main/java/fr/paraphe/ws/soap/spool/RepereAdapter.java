package fr.paraphe.ws.soap.spool;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;

/**
 * Liaison JAXB des contenus binaires du contrat : les classes générées ne portent que des repères,
 * jamais d’octets.
 */
public final class RepereAdapter extends XmlAdapter<String, Repere> {

  @Override
  public Repere unmarshal(String texte) {
    return texte == null || texte.isBlank() ? null : new Repere(texte.strip());
  }

  @Override
  public String marshal(Repere repere) {
    return repere == null ? null : repere.texte();
  }
}
