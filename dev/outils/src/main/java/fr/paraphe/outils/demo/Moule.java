package fr.paraphe.outils.demo;

/** Les sortes de documents de la démonstration. */
enum Moule {
  LETTRE("", Fin.SIGNATURE),
  NOTE("NOTE DE SERVICE", Fin.RIEN),
  DELIBERATION("EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS", Fin.SIGNATURE),
  ARRETE("ARRÊTÉ DU MAIRE", Fin.SIGNATURE),
  CERTIFICAT("CERTIFICAT", Fin.CACHET),
  COMMANDE("BON DE COMMANDE", Fin.SIGNATURE),
  PES("BORDEREAU DE MANDATS", Fin.RIEN),
  ANNEXE("ANNEXE", Fin.RIEN);

  /** Ce que le bas du document attend. */
  enum Fin {
    SIGNATURE,
    CACHET,
    RIEN
  }

  private final String nature;
  private final Fin fin;

  Moule(String nature, Fin fin) {
    this.nature = nature;
    this.fin = fin;
  }

  /** Écrite en tête ; vide pour une lettre, qui a son destinataire. */
  String nature() {
    return nature;
  }

  Fin fin() {
    return fin;
  }

  boolean adresse() {
    return this == LETTRE || this == COMMANDE;
  }
}
