package fr.paraphe.web.administration;

import fr.paraphe.journal.JournalAdministration;
import fr.paraphe.journal.LigneAdministration;
import fr.paraphe.web.commun.Mots;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** La page du journal d’administration ; tout son état est dans l’adresse. */
@Named("journalAdministration")
@RequestScoped
public class Journal {
  private JournalAdministration journal;
  private Mots mots;
  private String texte;
  private long avant;
  private List<LigneAdministration> lignes;

  protected Journal() {}

  @Inject
  public Journal(JournalAdministration journal, Mots mots, HttpServletRequest requete) {
    this.journal = journal;
    this.mots = mots;
    this.texte = Demande.texte(requete, "q");
    this.avant = Demande.nombre(requete, "avant");
  }

  public void ouvrir() {
    getLignes();
  }

  public String getTexte() {
    return texte;
  }

  public boolean isSuite() {
    return avant > 0;
  }

  public List<LigneAdministration> getLignes() {
    if (lignes == null) {
      lignes = journal.lire(avant, texte);
    }
    return lignes;
  }

  /** Adresse des lignes plus anciennes ; vide s’il n’y en a plus. */
  public String getPlusAnciennes() {
    if (getLignes().size() < JournalAdministration.TAILLE) {
      return "";
    }
    long dernier = getLignes().get(getLignes().size() - 1).rang();
    String recherche =
        texte.isEmpty() ? "" : "&q=" + URLEncoder.encode(texte, StandardCharsets.UTF_8);
    return "journal.xhtml?avant=" + dernier + recherche;
  }

  /** « Bureau modifié » ; le mot brut d’une nature que le catalogue ne connaît pas. */
  public String phrase(LigneAdministration ligne) {
    return mots.ou("fait." + ligne.nature(), ligne.nature());
  }

  public String champ(String champ) {
    return mots.ou("champ." + champ, champ);
  }

  /**
   * Une valeur qui a un nom au catalogue (oui, un rôle) est montrée par ce nom, dans une liste
   * aussi.
   */
  public String valeur(String valeur) {
    if (valeur.isEmpty()) {
      return mots.dire("administration.rien");
    }
    return Arrays.stream(valeur.split(", "))
        .map(v -> mots.ou("valeur." + v, v))
        .collect(Collectors.joining(", "));
  }
}
