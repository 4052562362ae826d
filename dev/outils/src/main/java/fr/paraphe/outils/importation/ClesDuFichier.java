package fr.paraphe.outils.importation;

import fr.paraphe.outils.importation.Configuration.Delegation;
import fr.paraphe.outils.importation.Configuration.Nom;
import fr.paraphe.outils.importation.Configuration.SousType;
import fr.paraphe.outils.importation.Configuration.Type;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Les éléments qu’un fichier nomme, dans les termes de {@link Image.Element#cle}. */
final class ClesDuFichier {

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
          .withZone(java.time.ZoneOffset.UTC);

  private final Set<String> cles = new HashSet<>();

  private ClesDuFichier() {}

  static Set<String> de(Configuration c) {
    ClesDuFichier lues = new ClesDuFichier();
    lues.noter("collectivite", c.collectivite().domaine());
    c.utilisateurs().forEach(u -> lues.noter("utilisateurs", u.identifiant()));
    c.groupes().forEach(g -> lues.noter("groupes", g.nom()));
    c.bureaux().forEach(b -> lues.noter("bureaux", b.nom()));
    c.comptes().forEach(t -> lues.noter("comptes-techniques", t.utilisateur().valeur()));
    c.metadonnees().forEach(m -> lues.noter("metadonnees", m.nom()));
    c.cachets().forEach(k -> lues.noter("cachets", k.titre()));
    c.calques().forEach(k -> lues.noter("calques", k.nom()));
    c.circuits().forEach(k -> lues.noter("circuits", k.nom()));
    for (Type type : c.types()) {
      lues.noter("types", type.nom());
      for (SousType s : type.sousTypes()) {
        lues.noter(Image.SOUS_TYPES, type.nom() + " / " + s.nom());
      }
    }
    c.delegations().forEach(d -> lues.noter("delegations", nom(d)));
    return lues.cles;
  }

  private static String nom(Delegation d) {
    return Stream.of(
            texte(d.bureau()),
            texte(d.delegue()),
            texte(d.type()),
            texte(d.sousType()),
            moment(d.du()))
        .filter(n -> !n.isEmpty())
        .collect(Collectors.joining(" / "));
  }

  private static String texte(Nom nom) {
    return nom == null ? "" : nom.valeur();
  }

  private static String moment(Instant du) {
    if (du == null) {
      return "";
    }
    ZonedDateTime ici = du.atZone(fr.paraphe.socle.Horloge.ZONE);
    return ici.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? ici.toLocalDate().toString()
        : INSTANT.format(du);
  }

  private void noter(String rubrique, String nom) {
    cles.add(new Image.Element(rubrique, nom, Map.of()).cle().toLowerCase(Locale.ROOT));
  }
}
