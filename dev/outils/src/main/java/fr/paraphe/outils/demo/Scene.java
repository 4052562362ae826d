package fr.paraphe.outils.demo;

import java.util.List;

/**
 * Un dossier de la démonstration et ce qui lui est arrivé.
 *
 * @param deposant login de qui dépose
 * @param age jours écoulés depuis le dépôt
 * @param limite jours d’ici la date limite (négatif : dépassée) ; {@code null} : sans
 * @param transmis faux : reste un brouillon
 * @param gestes dans l’ordre, un par jour
 */
record Scene(
    String deposant,
    String type,
    String sousType,
    String titre,
    Genre genre,
    int age,
    Integer limite,
    boolean transmis,
    String annotation,
    List<Geste> gestes) {

  /** La sorte de document. */
  enum Genre {
    LETTRE,
    ACTE,
    PES
  }

  /** Un acte d’une personne. */
  record Geste(String login, Acte acte, String annotation) {}

  /** Ce qu’on peut faire dans la démonstration. */
  enum Acte {
    LIRE,
    VISER,
    SIGNER,
    CACHETER,
    REJETER
  }

  static Scene courrier(
      String deposant, String sousType, String titre, int age, Integer limite, Geste... gestes) {
    return new Scene(
        deposant,
        "Courrier",
        sousType,
        titre,
        Genre.LETTRE,
        age,
        limite,
        true,
        "",
        List.of(gestes));
  }

  Scene de(String autreType, Genre autreGenre) {
    return new Scene(
        deposant,
        autreType,
        sousType,
        titre,
        autreGenre,
        age,
        limite,
        transmis,
        annotation,
        gestes);
  }

  Scene annotee(String texte) {
    return new Scene(deposant, type, sousType, titre, genre, age, limite, transmis, texte, gestes);
  }

  Scene brouillon() {
    return new Scene(
        deposant, type, sousType, titre, genre, age, limite, false, annotation, gestes);
  }

  static Geste vise(String login, String annotation) {
    return new Geste(login, Acte.VISER, annotation);
  }

  static Geste signe(String login) {
    return new Geste(login, Acte.SIGNER, "");
  }

  static Geste lu(String login) {
    return new Geste(login, Acte.LIRE, "");
  }

  static Geste rejette(String login, String motif) {
    return new Geste(login, Acte.REJETER, motif);
  }
}
