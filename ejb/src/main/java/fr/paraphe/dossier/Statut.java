package fr.paraphe.dossier;

import java.util.Arrays;

/**
 * Le statut dans les mots du contrat classique (soap-contract.md §D.1) ; conservé tel quel sur le
 * dossier et dans le journal, parce que les connecteurs le relisent.
 */
public enum Statut {
  NON_LU("NonLu"),
  LU("Lu"),
  EN_COURS_VISA("EnCoursVisa"),
  VISE("Vise"),
  SIGNE("Signe"),
  PRET_CACHET("PretCachet"),
  CACHET_OK("CachetOK"),
  ARCHIVE("Archive"),
  REJET_VISA("RejetVisa"),
  REJET_SIGNATAIRE("RejetSignataire"),
  REJET_CACHET("RejetCachet");

  private final String mot;

  Statut(String mot) {
    this.mot = mot;
  }

  public String mot() {
    return mot;
  }

  public static Statut duMot(String mot) {
    return Arrays.stream(values())
        .filter(s -> s.mot.equals(mot))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("statut inconnu : " + mot));
  }
}
