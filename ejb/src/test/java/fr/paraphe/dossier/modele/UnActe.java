package fr.paraphe.dossier.modele;

import fr.paraphe.dossier.Avis;
import fr.paraphe.organisation.BureauId;
import java.time.Instant;
import java.util.OptionalInt;

/** {@code par("Claire Directrice").a("09:00").annotant("vu")} : la circonstance d’un verbe. */
final class UnActe {

  private final String nom;
  private Instant instant = heure("12:00");
  private Avis avis = Avis.SANS;
  private BureauId bureau = LaMairie.bureau("Courrier");
  private Integer delegation;

  private UnActe(String nom) {
    this.nom = nom;
  }

  static UnActe par(String nom) {
    return new UnActe(nom);
  }

  /** Une heure UTC du lundi 2 mars 2026. */
  static Instant heure(String heure) {
    return Instant.parse("2026-03-02T" + heure + ":00Z");
  }

  static Avis avis(String publique, String privee) {
    return new Avis(publique, privee, OptionalInt.empty());
  }

  UnActe a(String heure) {
    instant = heure(heure);
    return this;
  }

  UnActe pour(String nomBureau) {
    bureau = LaMairie.bureau(nomBureau);
    return this;
  }

  UnActe parDelegation(int id) {
    delegation = id;
    return this;
  }

  UnActe annotant(String publique) {
    return avec(avis(publique, ""));
  }

  UnActe avec(Avis autre) {
    avis = autre;
    return this;
  }

  Circonstance acte() {
    Auteur auteur = new Auteur(LaMairie.personne(nom), nom, bureau, delegation);
    return new Circonstance(auteur, instant, avis, LaMairie::nom);
  }
}
