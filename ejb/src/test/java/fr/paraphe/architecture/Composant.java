package fr.paraphe.architecture;

import java.util.List;
import java.util.Locale;

/**
 * Les composants du métier et ce que chacun peut connaître des autres : leur face publique, rien
 * d’autre. Un composant nouveau s’ajoute ici avant d’être écrit.
 */
enum Composant {
  SOCLE,
  ORGANISATION(SOCLE),
  CIRCUIT(SOCLE, ORGANISATION),
  TYPOLOGIE(SOCLE, ORGANISATION, CIRCUIT),
  STOCKAGE(SOCLE),
  TRAVAUX(SOCLE),
  SIGNATURE(SOCLE, STOCKAGE),
  DOSSIER(SOCLE, ORGANISATION, CIRCUIT, TYPOLOGIE, STOCKAGE, SIGNATURE),
  JOURNAL(SOCLE, ORGANISATION, DOSSIER),
  TRANSMISSION(SOCLE, ORGANISATION, CIRCUIT, STOCKAGE, DOSSIER),
  VISUEL(SOCLE, ORGANISATION, CIRCUIT, STOCKAGE, DOSSIER),
  NOTIFICATION(SOCLE, ORGANISATION, TRAVAUX, DOSSIER);

  private final List<Composant> connus;

  Composant(Composant... connus) {
    this.connus = List.of(connus);
  }

  List<Composant> connus() {
    return connus;
  }

  String nom() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Le paquet de sa face publique, sous cette racine. */
  String face(String racine) {
    return racine + "." + nom();
  }
}
