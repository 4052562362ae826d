package fr.paraphe.web.administration;

import fr.paraphe.organisation.Administration;
import fr.paraphe.organisation.Attribution;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Le menu de l’administration : les seules rubriques ouvertes à la personne. */
@Named("administration")
@RequestScoped
public class MenuAdministration {
  static final String DOSSIER = "/administration/";
  static final String ACCUEIL = "accueil.xhtml";

  private Administration administration;
  private String page;
  private Set<Attribution> visibles;
  private Set<Attribution> modifiables;

  protected MenuAdministration() {}

  @Inject
  public MenuAdministration(Administration administration, HttpServletRequest requete) {
    this.administration = administration;
    this.page = page(requete.getServletPath());
  }

  static String page(String chemin) {
    return chemin.startsWith(DOSSIER) ? chemin.substring(DOSSIER.length()) : "";
  }

  public List<Rubrique> getRubriques() {
    return Arrays.stream(Rubrique.values()).filter(this::visible).toList();
  }

  public List<Rubrique.Famille> getFamilles() {
    return getRubriques().stream().map(Rubrique::famille).distinct().sorted().toList();
  }

  public List<Rubrique> rubriquesDe(Rubrique.Famille famille) {
    return getRubriques().stream().filter(r -> r.famille() == famille).toList();
  }

  public boolean courante(Rubrique rubrique) {
    return Rubrique.de(page).filter(rubrique::equals).isPresent();
  }

  /** Vrai si la personne peut changer ce que montre la page ouverte. */
  public boolean isChangeable() {
    return Rubrique.de(page).filter(r -> modifiables().contains(r.attribution())).isPresent();
  }

  /** Vrai si la personne administre toute sa collectivité, et pas seulement des bureaux confiés. */
  public boolean isEntier() {
    return modifiables().contains(Attribution.JOURNAL);
  }

  private boolean visible(Rubrique rubrique) {
    if (visibles == null) {
      visibles = administration.visibles();
    }
    return visibles.contains(rubrique.attribution());
  }

  private Set<Attribution> modifiables() {
    if (modifiables == null) {
      modifiables = administration.modifiables();
    }
    return modifiables;
  }
}
