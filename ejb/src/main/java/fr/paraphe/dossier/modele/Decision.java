package fr.paraphe.dossier.modele;

import fr.paraphe.dossier.Statut;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * L’issue d’une étape ; le statut classique et le texte d’historique de chacune (soap-contract.md
 * §D).
 */
public enum Decision {
  EMIS(Statut.NON_LU, "Emission du dossier"),
  VISE(Statut.VISE, "Visa sur dossier"),
  SIGNE(Statut.SIGNE, "Signature sur dossier"),
  CACHETE(Statut.CACHET_OK, "Cachet serveur"),
  REJETE(null, ""),
  ARCHIVE(Statut.ARCHIVE, "Dossier archivé"),
  /** Le dossier rejeté est redevenu un brouillon. */
  CORRIGE(Statut.NON_LU, ""),
  /** L’étape n’aura pas lieu : le dossier a été rejeté avant elle, ou effacé. */
  SANS_OBJET(null, "");

  /** Les décisions qu’un remords efface : une signature ou un cachet, dans le document, restent. */
  private static final Set<Decision> REPRENABLES = EnumSet.of(EMIS, VISE);

  private final Statut statut;
  private final String texte;

  Decision(Statut statut, String texte) {
    this.statut = statut;
    this.texte = texte;
  }

  boolean reprenable() {
    return REPRENABLES.contains(this);
  }

  /** Vrai si ce texte d’historique est celui d’une décision sans annotation. */
  public static boolean usuel(String texte) {
    return Arrays.stream(values()).anyMatch(d -> !d.texte.isEmpty() && d.texte.equals(texte));
  }

  Statut statut() {
    return statut;
  }

  /** Ce que l’historique dit d’une décision sans annotation. */
  String texte() {
    return texte;
  }
}
