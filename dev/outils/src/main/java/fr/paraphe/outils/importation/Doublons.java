package fr.paraphe.outils.importation;

import fr.paraphe.outils.importation.Configuration.Bureau;
import fr.paraphe.outils.importation.Configuration.Cachet;
import fr.paraphe.outils.importation.Configuration.Calque;
import fr.paraphe.outils.importation.Configuration.Circuit;
import fr.paraphe.outils.importation.Configuration.Groupe;
import fr.paraphe.outils.importation.Configuration.Metadonnee;
import fr.paraphe.outils.importation.Configuration.Type;
import fr.paraphe.outils.importation.Configuration.Utilisateur;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Un nom écrit deux fois dans la même rubrique : on ne devine pas lequel vaut. */
final class Doublons {

  private Doublons() {}

  static void relever(Configuration c, Anomalies a) {
    relever("utilisateur", c.utilisateurs(), Utilisateur::identifiant, Utilisateur::ligne, a);
    relever("groupe", c.groupes(), Groupe::nom, Groupe::ligne, a);
    relever("bureau", c.bureaux(), Bureau::nom, Bureau::ligne, a);
    relever("métadonnée", c.metadonnees(), Metadonnee::nom, Metadonnee::ligne, a);
    relever("cachet", c.cachets(), Cachet::titre, Cachet::ligne, a);
    relever("calque", c.calques(), Calque::nom, Calque::ligne, a);
    relever("circuit", c.circuits(), Circuit::nom, Circuit::ligne, a);
    relever("type", c.types(), Type::nom, Type::ligne, a);
  }

  static <T> void relever(
      String quoi,
      List<T> elements,
      Function<T, String> nom,
      ToIntFunction<T> ligne,
      Anomalies anomalies) {
    Map<String, Integer> vus = new HashMap<>();
    for (T element : elements) {
      String ecrit = nom.apply(element);
      Integer premier = vus.putIfAbsent(ecrit.toLowerCase(Locale.ROOT), ligne.applyAsInt(element));
      if (premier != null) {
        anomalies.relever(
            ligne.applyAsInt(element),
            "« " + ecrit + " » (" + quoi + ") est déjà écrit ligne " + premier);
      }
    }
  }
}
