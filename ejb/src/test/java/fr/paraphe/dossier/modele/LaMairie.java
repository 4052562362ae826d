package fr.paraphe.dossier.modele;

import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.organisation.UtilisateurId;
import java.util.List;

/** Les lieux et les gens des essais ; les numéros sont leur place dans la liste. */
final class LaMairie {

  static final CollectiviteId DEMO = new CollectiviteId(1);
  static final CollectiviteId AGGLO = new CollectiviteId(2);

  private static final List<String> BUREAUX =
      List.of("Courrier", "DGS", "Maire", "Archives", "Premier adjoint", "Voirie");
  private static final List<String> PERSONNES =
      List.of(
          "Camille Agent",
          "Claire Directrice",
          "Paul Maire",
          "Anne Adjointe",
          "Inès Archiviste",
          "Hugo Voisin",
          "Denis Second");

  private LaMairie() {}

  static BureauId bureau(String nom) {
    return new BureauId(10 + place(BUREAUX, nom));
  }

  static String nom(BureauId bureau) {
    return BUREAUX.get(bureau.valeur() - 11);
  }

  static UtilisateurId personne(String nom) {
    return new UtilisateurId(100 + place(PERSONNES, nom));
  }

  static String nom(int personne) {
    return PERSONNES.get(personne - 101);
  }

  private static int place(List<String> noms, String nom) {
    int place = noms.indexOf(nom) + 1;
    if (place == 0) {
      throw new IllegalArgumentException("inconnu à la mairie : " + nom);
    }
    return place;
  }
}
