package fr.paraphe.outils.importation;

import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.sql.Ordres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Écrit la configuration d’une collectivité dans le format que l’import lit. Même contenu, mêmes
 * octets. Ni mot de passe, ni jeton, ni clé privée : un cachet y est nommé par son alias.
 */
public final class Exportation {

  private static final String ENTETE =
      "# Configuration d’une collectivité, écrite par ./paraphe export. Ni mot de passe ni clé privée ;\n"
          + "# des données personnelles (noms, courriels) : à garder comme elles.\n";

  private final Base base;

  public Exportation(Base base) {
    this.base = base;
  }

  /** Vide : aucune collectivité de ce domaine. */
  public Optional<String> exporter(String domaine) throws SQLException {
    try (Ordres ordres = Ordres.ouvrir(base)) {
      ordres.connexion().setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      ordres.connexion().setAutoCommit(false);
      ordres.executer("SET TRANSACTION READ ONLY");
      return new LectureImage(ordres).lire(domaine).map(i -> ENTETE + ecrire(i.arbre()));
    }
  }

  private static String ecrire(Map<String, Object> arbre) {
    DumperOptions reglages = new DumperOptions();
    reglages.setDefaultFlowStyle(FlowStyle.BLOCK);
    reglages.setAllowUnicode(true);
    reglages.setWidth(Integer.MAX_VALUE);
    reglages.setLineBreak(DumperOptions.LineBreak.UNIX);
    return new Yaml(new Plume(reglages), reglages).dump(arbre);
  }

  /** Garde les blancs de bord et les lignes d’un texte entre guillemets doubles ; aucun renvoi. */
  private static final class Plume extends Representer {

    Plume(DumperOptions reglages) {
      super(reglages);
    }

    @Override
    protected Node representScalar(Tag tag, String texte, ScalarStyle style) {
      boolean fragile = !texte.equals(texte.strip()) || texte.indexOf('\n') >= 0;
      return super.representScalar(tag, texte, fragile ? ScalarStyle.DOUBLE_QUOTED : style);
    }

    @Override
    protected Node representSequence(Tag tag, Iterable<?> suite, FlowStyle style) {
      representedObjects.clear();
      return super.representSequence(tag, suite, style);
    }
  }
}
