package fr.paraphe.web.administration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Les adresses des pages d’une liste cherchée. */
public record Pages(String page, String texte, int numero, long total) {

  public String precedente() {
    return numero > 1 ? adresse(numero - 1, "") : "";
  }

  public String suivante() {
    return (long) numero * Demande.TAILLE < total ? adresse(numero + 1, "") : "";
  }

  /** La même page, avec ce paramètre de plus. */
  public String avec(String parametre) {
    return adresse(numero, parametre);
  }

  private String adresse(int numero, String parametre) {
    StringBuilder adresse = new StringBuilder(page).append("?page=").append(numero);
    if (!texte.isEmpty()) {
      adresse.append("&q=").append(URLEncoder.encode(texte, StandardCharsets.UTF_8));
    }
    return parametre.isEmpty()
        ? adresse.toString()
        : adresse.append('&').append(parametre).toString();
  }
}
