package fr.paraphe.circuit;

import fr.paraphe.organisation.BureauId;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Une condition d’une règle de sélection : sur une métadonnée, ou sur le bureau émetteur. Elle est
 * comparée, jamais exécutée.
 *
 * <p>Une métadonnée absente (ou vide) n’est ni égale, ni inférieure, ni supérieure à rien : seules
 * {@link Comparateur#DIFFERENT} et {@link Comparateur#ABSENTE} sont alors tenues.
 *
 * @param metadonnee nom court ; {@code null} : la condition porte sur le bureau émetteur
 * @param valeur texte, date {@code AAAA-MM-JJ}, nombre à point décimal, {@code true} ou {@code
 *     false} ; {@code null} si le comparateur n’en attend pas
 * @param nombre vrai si la comparaison est celle de deux nombres
 * @param bureau le bureau auquel l’émetteur est comparé ; {@code null} sur une métadonnée
 */
public record Condition(
    String metadonnee, Comparateur comparateur, String valeur, boolean nombre, BureauId bureau) {

  /** Au-delà, ce n’est pas un nombre qu’une collectivité saisit. */
  private static final int CHIFFRES_MAX = 60;

  private static final String DECIMAL = "[+-]?[0-9]+(\\.[0-9]+)?";

  public Condition {
    boolean surBureau = metadonnee == null;
    if (surBureau != (bureau != null)
        || surBureau && comparateur != Comparateur.EGAL && comparateur != Comparateur.DIFFERENT
        || !surBureau && comparateur.attendValeur() != (valeur != null)) {
      throw new IllegalArgumentException("condition mal formée");
    }
  }

  /** Comparer une métadonnée à une valeur. */
  public static Condition sur(
      String metadonnee, Comparateur comparateur, String valeur, boolean nombre) {
    return new Condition(metadonnee, comparateur, valeur, nombre, null);
  }

  /** Le dossier est (ou n’est pas) émis par ce bureau : {@code isBureau} des scripts classiques. */
  public static Condition emisPar(BureauId bureau, boolean emis) {
    return new Condition(
        null, emis ? Comparateur.EGAL : Comparateur.DIFFERENT, null, false, bureau);
  }

  public boolean surBureau() {
    return metadonnee == null;
  }

  /** Vrai si ce dossier la tient. */
  public boolean tenue(Map<String, String> metadonnees, BureauId emetteur) {
    if (surBureau()) {
      return bureau.equals(emetteur) == (comparateur == Comparateur.EGAL);
    }
    String trouvee = metadonnees.get(metadonnee);
    if (trouvee == null || trouvee.isBlank()) {
      return comparateur == Comparateur.ABSENTE || comparateur == Comparateur.DIFFERENT;
    }
    return switch (comparateur) {
      case ABSENTE -> false;
      case RENSEIGNEE -> true;
      default -> nombre ? nombres(trouvee.strip()) : comparateur.tenu(ordre(trouvee.strip()));
    };
  }

  private int ordre(String trouvee) {
    return trouvee.compareTo(valeur);
  }

  private boolean nombres(String trouvee) {
    if (!estNombre(trouvee) || !estNombre(valeur)) {
      return comparateur == Comparateur.DIFFERENT;
    }
    return comparateur.tenu(new BigDecimal(trouvee).compareTo(new BigDecimal(valeur)));
  }

  /** Vrai si ce texte est un nombre décimal que les règles savent comparer. */
  public static boolean estNombre(String texte) {
    return texte.length() <= CHIFFRES_MAX && texte.matches(DECIMAL);
  }
}
