package fr.paraphe.outils.importation;

import fr.paraphe.outils.importation.Configuration.Bureau;
import fr.paraphe.outils.importation.Configuration.Cachet;
import fr.paraphe.outils.importation.Configuration.Calque;
import fr.paraphe.outils.importation.Configuration.Collectivite;
import fr.paraphe.outils.importation.Configuration.CompteTechnique;
import fr.paraphe.outils.importation.Configuration.Delegation;
import fr.paraphe.outils.importation.Configuration.Groupe;
import fr.paraphe.outils.importation.Configuration.Identite;
import fr.paraphe.outils.importation.Configuration.Metadonnee;
import fr.paraphe.outils.importation.Configuration.Nom;
import fr.paraphe.outils.importation.Configuration.Utilisateur;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Lit le fichier YAML. Aucun objet n’est construit par la bibliothèque : on parcourt l’arbre. */
final class LectureConfiguration {

  private static final int VERSION = 1;
  private static final int TAILLE_MAX = 20 << 20;

  private static final Pattern DOMAINE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
  private static final Pattern IDENTIFIANT = Pattern.compile("[^@&\"£*/<>?%|+;:\\s]{1,100}");
  private static final Pattern COURRIEL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final Pattern BUREAU = Pattern.compile("[^&\"£*/<>?%|+;]*[\\p{L}\\p{N}]");
  private static final Pattern EMPREINTE = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern METADONNEE = Pattern.compile("[a-zA-Z]\\w*");
  private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

  private static final Set<String> ROLES =
      Set.of("AUCUN", "ADMIN_CIRCUITS", "ADMIN_FONCTIONNEL", "ADMIN", "SUPER_ADMIN");
  private static final Set<String> ORIGINES = Set.of("LOCAL", "LDAP", "OIDC");
  private static final Set<String> NOTIFICATIONS =
      Set.of("CHAQUE", "HORAIRE", "QUOTIDIENNE", "HEBDOMADAIRE", "JAMAIS");
  private static final Set<String> NATURES =
      Set.of("TEXTE", "DATE", "ENTIER", "DECIMAL", "BOOLEEN", "URL");
  private static final Set<String> HABILITATIONS =
      Set.of("creer", "traiter", "archiver", "enchainer", "secretariat");

  /** Les clés du fichier et les rôles de la base. */
  private static final Map<String, String> ROLES_BUREAU =
      Map.of(
          "proprietaires", "PROPRIETAIRE",
          "secretaires", "SECRETAIRE",
          "superviseurs", "SUPERVISEUR",
          "administrateurs", "ADMINISTRATEUR");

  private final String fichier;
  private final Anomalies anomalies;

  LectureConfiguration(String fichier, Anomalies anomalies) {
    this.fichier = fichier;
    this.anomalies = anomalies;
  }

  Configuration lire(Reader yaml) {
    return lire(arbre(yaml));
  }

  Configuration lire(Node arbre) {
    Noeud racine = Noeud.de(arbre, anomalies);
    if (!String.valueOf(VERSION).equals(racine.texte("paraphe", ""))) {
      anomalies.relever(
          racine.ligne(),
          "le fichier doit commencer par « paraphe: " + VERSION + " » (version du format)");
    }
    Configuration lue =
        new Configuration(
            collectivite(racine.ensemble("collectivite")),
            racine.liste("utilisateurs", this::utilisateur),
            racine.liste("groupes", this::groupe),
            racine.liste("bureaux", this::bureau),
            racine.liste("comptes-techniques", this::compte),
            racine.liste("metadonnees", this::metadonnee),
            racine.liste("cachets", this::cachet),
            racine.liste("calques", this::calque),
            racine.liste("circuits", new LectureCircuit(anomalies)::circuit),
            racine.liste("types", new LectureType(anomalies)::type),
            racine.liste("delegations", this::delegation));
    racine.clore();
    Doublons.relever(lue, anomalies);
    anomalies.exigerAucune(fichier);
    return lue;
  }

  private Node arbre(Reader yaml) {
    LoaderOptions reglages = new LoaderOptions();
    reglages.setAllowDuplicateKeys(false);
    reglages.setMaxAliasesForCollections(10);
    reglages.setNestingDepthLimit(20);
    reglages.setCodePointLimit(TAILLE_MAX);
    try {
      Node racine = new Yaml(new SafeConstructor(reglages)).compose(yaml);
      if (racine != null) {
        return racine;
      }
      anomalies.relever(1, "le fichier est vide");
    } catch (MarkedYAMLException e) {
      int ligne = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      anomalies.relever(
          ligne, "ce n’est pas du YAML lisible (vérifiez les retraits et les guillemets)");
    } catch (YAMLException e) {
      anomalies.relever(1, "ce n’est pas du YAML lisible");
    }
    throw anomalies.refus(fichier);
  }

  private Collectivite collectivite(Noeud n) {
    if (n == null) {
      anomalies.relever(1, "il manque « collectivite »");
      throw anomalies.refus(fichier);
    }
    Collectivite lue =
        new Collectivite(
            n.ligne(),
            n.exige("domaine", DOMAINE, "lettres minuscules, chiffres, points et tirets"),
            n.exige("titre"),
            n.texte("siren", null),
            n.texte("ville", null),
            n.texte("code-postal", null),
            n.texte("pays", "FR"),
            n.booleen("par-defaut", false),
            n.booleen("active", true),
            n.json("reglages", "{}"));
    n.clore();
    return lue;
  }

  private Utilisateur utilisateur(Noeud n) {
    return new Utilisateur(
        n.ligne(),
        n.exige("identifiant", IDENTIFIANT, "ni blanc ni @ & \" £ * / < > ? % | + ; :"),
        n.texte("prenom", ""),
        n.exige("nom"),
        n.exige("courriel", COURRIEL, "une adresse électronique"),
        n.parmi("role", "AUCUN", ROLES),
        n.parmi("notification", "CHAQUE", NOTIFICATIONS),
        n.booleen("actif", true),
        n.texte("empreinte", null),
        new Identite(
            n.parmi("origine", "LOCAL", ORIGINES),
            n.texte("origine-ref", null),
            hexadecimal(n),
            n.texte("certificat", null),
            n.json("informations", "{}")));
  }

  private static String hexadecimal(Noeud n) {
    String empreinte = n.texte("certificat-empreinte", "");
    return empreinte.isEmpty()
        ? null
        : n.exige("certificat-empreinte", EMPREINTE, "64 chiffres hexadécimaux");
  }

  private Groupe groupe(Noeud n) {
    return new Groupe(n.ligne(), n.exige("nom"), n.nom("parent"), n.noms("membres"));
  }

  private Calque calque(Noeud n) {
    return new Calque(n.ligne(), n.exige("nom"), n.json("elements", "[]"));
  }

  private Bureau bureau(Noeud n) {
    String nom =
        n.exige(
            "nom", BUREAU, "ni & \" £ * / < > ? % | + ; et une lettre ou un chiffre pour finir");
    Map<String, List<Nom>> roles = new LinkedHashMap<>();
    ROLES_BUREAU.forEach((cle, role) -> roles.put(role, n.noms(cle)));
    List<Nom> habilitations = n.nomsSiEcrits("habilitations");
    if (habilitations != null) {
      habilitations.stream()
          .filter(h -> !HABILITATIONS.contains(h.valeur()))
          .forEach(
              h ->
                  anomalies.relever(
                      h.ligne(), "« " + h.valeur() + " » n’est pas une habilitation"));
    }
    return new Bureau(
        n.ligne(),
        nom,
        n.texte("titre", nom),
        n.texte("description", ""),
        n.nom("superieur"),
        roles,
        n.noms("associes"),
        n.noms("metadonnees"),
        habilitations == null
            ? List.copyOf(HABILITATIONS)
            : habilitations.stream().map(Nom::valeur).toList(),
        n.booleen("affiche-a-venir", false),
        n.booleen("actif", true));
  }

  private CompteTechnique compte(Noeud n) {
    return new CompteTechnique(
        n.ligne(),
        n.exigeNom("utilisateur"),
        n.exigeNom("bureau"),
        n.exige("libelle"),
        n.textes("adresses"));
  }

  private Metadonnee metadonnee(Noeud n) {
    String nom = n.exige("nom", METADONNEE, "une lettre puis lettres, chiffres et _");
    return new Metadonnee(
        n.ligne(),
        nom,
        n.texte("libelle", nom),
        n.parmi("nature", "TEXTE", NATURES),
        n.textes("valeurs"),
        n.booleen("tri-alphabetique", false));
  }

  private Cachet cachet(Noeud n) {
    return new Cachet(
        n.ligne(),
        n.exige("titre"),
        n.exige("alias", ALIAS, "minuscules, chiffres et tirets"),
        n.booleen("essai", false),
        n.texte("texte", ""));
  }

  private Delegation delegation(Noeud n) {
    Delegation lue =
        new Delegation(
            n.ligne(),
            n.exigeNom("bureau"),
            n.exigeNom("delegue"),
            n.moment("du", 0),
            n.moment("au", 1),
            n.nom("type"),
            n.nom("sous-type"),
            n.booleen("dossiers-en-cours", true),
            n.exigeNom("creee-par"));
    if (lue.du() == null && lue.au() == null) {
      anomalies.relever(n.ligne(), "il manque « du », premier jour de la délégation");
    } else if (lue.au() != null && lue.du() != null && !lue.au().isAfter(lue.du())) {
      anomalies.relever(n.ligne(), "la délégation finit avant de commencer");
    }
    if (lue.sousType() != null && lue.type() == null) {
      anomalies.relever(n.ligne(), "un sous-type ne se délègue qu’avec son type");
    }
    return lue;
  }
}
