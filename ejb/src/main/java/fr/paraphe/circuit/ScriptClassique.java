package fr.paraphe.circuit;

import fr.paraphe.circuit.LexiqueScript.Genre;
import fr.paraphe.circuit.LexiqueScript.Mot;
import fr.paraphe.circuit.RegleLue.ConditionLue;
import fr.paraphe.socle.ErreurMetier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Traduit un script de sélection du parapheur classique ({@code selectionCircuit { if (…) circuit
 * "nom", ["bureau"]; … }}) en table de règles. La grammaire est fermée : ce qui n’en est pas est
 * refusé, avec sa ligne et sa colonne. Rien n’est exécuté.
 *
 * <p>Le premier {@code circuit} atteint l’emporte. Une comparaison d’ordre avec une métadonnée
 * absente n’est jamais tenue, ni son contraire pris pour tel : {@code !(montant < 10)} devient «
 * supérieur ou égal à 10, ou absent ».
 */
public final class ScriptClassique {

  private static final int PROFONDEUR_MAX = 40;

  private static final Set<String> RESERVES =
      Set.of("if", "else", "circuit", "selectionCircuit", "isBureau", "true", "false", "null");

  private final List<Mot> mots;
  private final List<RegleLue> regles = new ArrayList<>();
  private int place;
  private int profondeur;

  private ScriptClassique(List<Mot> mots) {
    this.mots = mots;
  }

  /**
   * @throws ErreurMetier {@link ErreurCircuit#SCRIPT_REFUSE} ; valeurs : ligne, colonne, ce qui
   *     gêne
   */
  public static List<RegleLue> lire(String texte) {
    ScriptClassique script = new ScriptClassique(LexiqueScript.decouper(texte));
    script.prendre("selectionCircuit");
    script.prendre("{");
    script.suite(Formule.TOUJOURS);
    script.prendre("}");
    if (script.mot().genre() != Genre.FIN) {
      throw script.refus();
    }
    return List.copyOf(script.regles);
  }

  /** Rend vrai si cette suite donne toujours un circuit. */
  private boolean suite(Formule chemin) {
    boolean toujours = false;
    while (!voit("}")) {
      toujours |= instruction(chemin);
      accepter(";");
    }
    return toujours;
  }

  private boolean instruction(Formule chemin) {
    descendre();
    try {
      if (voit("if")) {
        return selon(chemin);
      }
      if (voit("{")) {
        prendre("{");
        boolean toujours = suite(chemin);
        prendre("}");
        return toujours;
      }
      return circuit(chemin);
    } finally {
      profondeur--;
    }
  }

  private boolean selon(Formule chemin) {
    Mot debut = mot();
    prendre("if");
    prendre("(");
    Formule condition = ou();
    prendre(")");
    boolean alors = instruction(chemin.et(condition, debut));
    accepter(";");
    if (!voit("else")) {
      return false;
    }
    prendre("else");
    boolean sinon = instruction(alors ? chemin : chemin.et(condition.contraire(debut), debut));
    return alors && sinon;
  }

  private boolean circuit(Formule chemin) {
    int ligne = mot().ligne();
    prendre("circuit");
    boolean entoure = accepter("(");
    String nom = texte();
    List<String> bureaux = accepter(",") ? bureaux() : List.of();
    if (entoure) {
      prendre(")");
    }
    for (List<ConditionLue> conditions : chemin.termes()) {
      regles.add(new RegleLue(conditions, nom, bureaux, ligne));
      if (regles.size() > Formule.TERMES_MAX) {
        throw refus();
      }
    }
    return true;
  }

  private List<String> bureaux() {
    List<String> bureaux = new ArrayList<>();
    prendre("[");
    while (!voit("]")) {
      bureaux.add(texte());
      if (!voit("]")) {
        prendre(",");
      }
    }
    prendre("]");
    return bureaux;
  }

  private Formule ou() {
    Formule formule = et();
    while (voit("||")) {
      Mot ou = mot();
      prendre("||");
      formule = formule.ou(et(), ou);
    }
    return formule;
  }

  private Formule et() {
    Formule formule = terme();
    while (voit("&&")) {
      Mot et = mot();
      prendre("&&");
      formule = formule.et(terme(), et);
    }
    return formule;
  }

  private Formule terme() {
    descendre();
    try {
      Mot debut = mot();
      if (accepter("!")) {
        return terme().contraire(debut);
      }
      if (accepter("(")) {
        Formule formule = ou();
        prendre(")");
        return formule;
      }
      return Formule.de(accepter("isBureau") ? emisPar() : comparaison());
    } finally {
      profondeur--;
    }
  }

  private ConditionLue emisPar() {
    boolean entoure = accepter("(");
    String bureau = texte();
    if (entoure) {
      prendre(")");
    }
    return new ConditionLue(null, Comparateur.EGAL, bureau, false);
  }

  private ConditionLue comparaison() {
    Mot gauche = membre();
    if (mot().genre() != Genre.COMPARAISON) {
      if (!nom(gauche)) {
        throw refus();
      }
      return new ConditionLue(gauche.texte(), Comparateur.EGAL, "true", false);
    }
    Mot signe = avancer();
    Mot droite = membre();
    if (nom(gauche) == nom(droite)) {
      throw LexiqueScript.refus(signe);
    }
    return nom(gauche)
        ? comparer(gauche, signe, LexiqueScript.comparateur(signe, false), droite)
        : comparer(droite, signe, LexiqueScript.comparateur(signe, true), gauche);
  }

  private static ConditionLue comparer(Mot nom, Mot signe, Comparateur comparateur, Mot valeur) {
    boolean litteral = valeur.genre() == Genre.NOM;
    if (litteral && comparateur.ordonne()) {
      throw LexiqueScript.refus(signe);
    }
    if (litteral && valeur.texte().equals("null")) {
      Comparateur presence =
          comparateur == Comparateur.EGAL ? Comparateur.ABSENTE : Comparateur.RENSEIGNEE;
      return new ConditionLue(nom.texte(), presence, null, false);
    }
    return new ConditionLue(
        nom.texte(), comparateur, valeur.texte(), valeur.genre() == Genre.NOMBRE);
  }

  private Mot membre() {
    Mot mot = mot();
    boolean admis =
        switch (mot.genre()) {
          case TEXTE, NOMBRE -> true;
          case NOM ->
              !RESERVES.contains(mot.texte())
                  || Set.of("true", "false", "null").contains(mot.texte());
          default -> false;
        };
    if (!admis) {
      throw refus();
    }
    return avancer();
  }

  private static boolean nom(Mot mot) {
    return mot.genre() == Genre.NOM && !RESERVES.contains(mot.texte());
  }

  private String texte() {
    if (mot().genre() != Genre.TEXTE) {
      throw refus();
    }
    return avancer().texte();
  }

  private void descendre() {
    if (++profondeur > PROFONDEUR_MAX) {
      throw refus();
    }
  }

  private boolean voit(String attendu) {
    return mot().genre() != Genre.TEXTE && mot().texte().equals(attendu);
  }

  private boolean accepter(String attendu) {
    boolean vu = voit(attendu);
    if (vu) {
      place++;
    }
    return vu;
  }

  private void prendre(String attendu) {
    if (!accepter(attendu)) {
      throw refus();
    }
  }

  private Mot mot() {
    return mots.get(place);
  }

  private Mot avancer() {
    Mot mot = mot();
    if (mot.genre() != Genre.FIN) {
      place++;
    }
    return mot;
  }

  private ErreurMetier refus() {
    return LexiqueScript.refus(mot());
  }
}
