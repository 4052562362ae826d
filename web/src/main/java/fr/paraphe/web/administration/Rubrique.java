package fr.paraphe.web.administration;

import fr.paraphe.organisation.Attribution;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Les rubriques de l’administration, dans l’ordre du menu. En ajouter une : une ligne ici (famille,
 * attribution, icône, puis les pages de {@code administration/}, la première étant celle du menu)
 * et ses deux textes, {@code Rubrique.NOM} et {@code administration.phrase.NOM}. Le menu, la page
 * d’accueil et la garde des adresses suivent.
 */
public enum Rubrique {
  UTILISATEURS(
      Famille.ORGANISATION, Attribution.UTILISATEURS, "personne", "utilisateurs", "utilisateur"),
  BUREAUX(Famille.ORGANISATION, Attribution.BUREAUX, "batiment", "bureaux", "delegations"),
  DOSSIERS(Famille.DOSSIERS, Attribution.DOSSIERS, "dossiers", "dossiers", "dossier"),
  CIRCUITS(Famille.ORGANISATION, Attribution.CIRCUITS, "circuit", "circuits"),
  CONNECTEURS(Famille.INSTANCE, Attribution.CONNECTEURS, "serveur", "connecteurs"),
  TRAVAUX(Famille.INSTANCE, Attribution.TRAVAUX, "alerte", "travaux"),
  COLLECTIVITES(
      Famille.INSTANCE, Attribution.COLLECTIVITES, "batiment", "collectivites", "collectivite"),
  JOURNAL(Famille.INSTANCE, Attribution.JOURNAL, "texte", "journal");

  private final Famille famille;
  private final Attribution attribution;
  private final String icone;
  private final List<String> pages;

  Rubrique(Famille famille, Attribution attribution, String icone, String... pages) {
    this.famille = famille;
    this.attribution = attribution;
    this.icone = icone;
    this.pages = List.of(pages);
  }

  public Famille famille() {
    return famille;
  }

  public Attribution attribution() {
    return attribution;
  }

  public String icone() {
    return icone;
  }

  /** Adresse de la page du menu, relative à celles de l’administration. */
  public String adresse() {
    return pages.get(0) + ".xhtml";
  }

  /** La rubrique à laquelle appartient cette page ({@code bureaux.xhtml}). */
  static Optional<Rubrique> de(String page) {
    return Arrays.stream(values())
        .filter(r -> r.pages.stream().anyMatch(p -> page.equals(p + ".xhtml")))
        .findFirst();
  }

  /** Les titres du menu. */
  public enum Famille {
    ORGANISATION,
    DOSSIERS,
    INSTANCE
  }
}
