package fr.paraphe.outils.importation;

import fr.paraphe.outils.importation.Configuration.Acces;
import fr.paraphe.outils.importation.Configuration.CalquePose;
import fr.paraphe.outils.importation.Configuration.MetadonneeDemandee;
import fr.paraphe.outils.importation.Configuration.Options;
import fr.paraphe.outils.importation.Configuration.SousType;
import fr.paraphe.outils.importation.Configuration.Type;
import java.util.Set;
import java.util.regex.Pattern;

/** Lit un type et ses sous-types. */
final class LectureType {

  private static final Pattern NOM = Pattern.compile(".{1,64}");
  private static final Set<String> PROTOCOLES = Set.of("AUCUN", "ACTES", "HELIOS");
  private static final Set<String> CIBLES = Set.of("PRINCIPAL", "ANNEXE");

  private final Anomalies anomalies;

  LectureType(Anomalies anomalies) {
    this.anomalies = anomalies;
  }

  Type type(Noeud n) {
    Type lu =
        new Type(
            n.ligne(),
            n.exige("nom", NOM, "64 caractères au plus"),
            n.texte("description", ""),
            n.texte("format", "AUTO"),
            n.parmi("protocole", "AUCUN", PROTOCOLES),
            n.booleen("actif", true),
            n.json("reglages", "{}"),
            n.liste("sous-types", this::sousType));
    Doublons.relever("sous-type", lu.sousTypes(), SousType::nom, SousType::ligne, anomalies);
    return lu;
  }

  private SousType sousType(Noeud n) {
    return new SousType(
        n.ligne(),
        n.exige("nom", NOM, "64 caractères au plus"),
        n.texte("description", ""),
        n.exigeNom("circuit"),
        n.nom("cachet"),
        options(n),
        new Acces(n.nomsSiEcrits("creation"), n.noms("creation-groupes")),
        new Acces(n.nomsSiEcrits("filtrage"), n.noms("filtrage-groupes")),
        new Acces(n.noms("variables"), n.noms("variables-groupes")),
        n.liste("metadonnees", this::demandee),
        n.liste("calques", this::calque));
  }

  private static Options options(Noeud n) {
    return new Options(
        n.booleen("cachet-automatique", false),
        n.booleen("multi-document", false),
        n.booleen("signature-obligatoire", false),
        n.booleen("lecture-obligatoire", false),
        n.entier("retention-mois"),
        n.booleen("actif", true),
        n.json("reglages", "{}"));
  }

  private MetadonneeDemandee demandee(Noeud n) {
    return new MetadonneeDemandee(
        n.exigeNom("nom"),
        n.texte("defaut", null),
        n.booleen("obligatoire", false),
        n.booleen("editable", true));
  }

  private CalquePose calque(Noeud n) {
    return new CalquePose(
        n.exigeNom("nom"), n.parmi("cible", "PRINCIPAL", CIBLES), n.texte("documents", "0"));
  }
}
