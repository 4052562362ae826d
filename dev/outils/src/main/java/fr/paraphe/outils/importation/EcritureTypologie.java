package fr.paraphe.outils.importation;

import fr.paraphe.outils.importation.Configuration.Cachet;
import fr.paraphe.outils.importation.Configuration.Circuit;
import fr.paraphe.outils.importation.Configuration.Delegation;
import fr.paraphe.outils.importation.Configuration.Etape;
import fr.paraphe.outils.importation.Configuration.Metadonnee;
import fr.paraphe.outils.importation.Configuration.MetadonneeDemandee;
import fr.paraphe.outils.importation.Configuration.Nom;
import fr.paraphe.outils.importation.Configuration.SousType;
import fr.paraphe.outils.importation.Configuration.Type;
import fr.paraphe.outils.sql.Ordres;
import fr.paraphe.signature.CachetServeur;
import fr.paraphe.signature.Chaine;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Écrit métadonnées, cachets, circuits, types, sous-types et délégations. */
final class EcritureTypologie extends Ecriture {

  private static final String SOUS_TYPE_NEUF =
      """
      INSERT INTO sous_type (nom, description, circuit_id, cachet_id, cachet_automatique, multi_document, creation_publique, id,
        collectivite_id, type_id) VALUES (?, ?, ?, CAST(? AS integer), ?, ?, ?, ?, ?, ?)
      """;

  private static final String SOUS_TYPE_CONNU =
      """
      UPDATE sous_type SET nom = ?, description = ?, circuit_id = ?, cachet_id = CAST(? AS integer), cachet_automatique = ?,
        multi_document = ?, creation_publique = ?, version = version + 1 WHERE id = ?
      """;

  private static final String ETAPE =
      """
      INSERT INTO etape_modele (id, collectivite_id, circuit_id, rang, action, designation, bureau_id)
      VALUES (?, ?, ?, ?, ?, ?, CAST(? AS integer))
      """;

  private static final String DELEGATION_REPRISE =
      "UPDATE delegation SET periode = tstzrange(lower(periode), CAST(? AS timestamptz)), dossiers_en_cours = ?, version = version + 1 WHERE id = ?";

  private static final String DELEGATION_CONNUE =
      """
      SELECT id FROM delegation WHERE bureau_id = ? AND delegue_id = ? AND type_id IS NOT DISTINCT FROM CAST(? AS integer)
      AND sous_type_id IS NOT DISTINCT FROM CAST(? AS integer) AND lower(periode) = CAST(? AS timestamptz)
      """;

  private static final String DELEGATION_NEUVE =
      """
      INSERT INTO delegation (id, collectivite_id, bureau_id, delegue_id, type_id, sous_type_id, periode, dossiers_en_cours, creee_par)
      VALUES (?, ?, ?, ?, CAST(? AS integer), CAST(? AS integer),
        tstzrange(CAST(? AS timestamptz), CAST(? AS timestamptz)), ?, ?)
      """;

  private final CachetServeur cachets;

  EcritureTypologie(Ordres ordres, Anomalies anomalies, int collectivite, CachetServeur cachets) {
    super(ordres, anomalies, collectivite);
    this.cachets = cachets;
  }

  void ecrire(Configuration c) throws SQLException {
    chacun(c.metadonnees(), Metadonnee::ligne, this::metadonnee);
    chacun(c.cachets(), Cachet::ligne, this::cachet);
    chacun(c.circuits(), Circuit::ligne, this::circuit);
    chacun(c.types(), Type::ligne, this::type);
    for (Type type : c.types()) {
      Optional<Integer> id = existant("type_dossier", "nom", type.nom());
      if (id.isPresent()) {
        chacun(type.sousTypes(), SousType::ligne, s -> sousType(id.get(), s));
      }
    }
    chacun(c.delegations(), Delegation::ligne, this::delegation);
  }

  private void metadonnee(Metadonnee m) throws SQLException {
    String valeurs = "CAST(? AS text[])";
    Object[] suite = {
      m.libelle(), m.nature(), m.valeurs().toArray(String[]::new), m.nom(), collectivite
    };
    int connues =
        ordres.executer(
            "UPDATE metadonnee SET nom_long = ?, nature = ?, valeurs = "
                + valeurs
                + ", version = version + 1 WHERE nom_court = ? AND collectivite_id = ?",
            suite);
    if (connues == 0) {
      ordres.executer(
          "INSERT INTO metadonnee (nom_long, nature, valeurs, nom_court, collectivite_id, id) VALUES (?, ?, "
              + valeurs
              + ", ?, ?, ?)",
          m.libelle(),
          m.nature(),
          m.valeurs().toArray(String[]::new),
          m.nom(),
          collectivite,
          neuf(ordres));
    }
  }

  private void cachet(Cachet k) throws SQLException {
    Optional<Chaine> chaine = chaine(k);
    if (chaine.isEmpty()) {
      anomalies.relever(
          k.ligne(), "la clé du cachet « " + k.alias() + " » n’est pas sur ce serveur");
      return;
    }
    byte[] certificat = chaine.get().ders().get(0);
    Timestamp expire = Timestamp.from(chaine.get().valideAu());
    int connus =
        ordres.executer(
            "UPDATE cachet SET certificat = ?, cle_alias = ?, expire_le = ?, version = version + 1 WHERE lower(titre) = lower(?) AND collectivite_id = ?",
            certificat,
            k.alias(),
            expire,
            k.titre(),
            collectivite);
    if (connus == 0) {
      ordres.executer(
          "INSERT INTO cachet (certificat, cle_alias, expire_le, titre, collectivite_id, id) VALUES (?, ?, ?, ?, ?, ?)",
          certificat,
          k.alias(),
          expire,
          k.titre(),
          collectivite,
          neuf(ordres));
    }
  }

  private Optional<Chaine> chaine(Cachet k) {
    try {
      return Optional.of(
          k.essai() ? cachets.creerEssai(k.alias(), k.titre()) : cachets.chaine(k.alias()));
    } catch (ErreurMetier absente) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void circuit(Circuit c) throws SQLException {
    Optional<Integer> connu = existant("circuit", "nom", c.nom());
    int id = connu.isPresent() ? connu.get() : neuf(ordres);
    if (connu.isEmpty()) {
      ordres.executer(
          "INSERT INTO circuit (id, collectivite_id, nom) VALUES (?, ?, ?)",
          id,
          collectivite,
          c.nom());
    }
    ordres.executer(
        "UPDATE circuit SET bureau_final_id = CAST(? AS integer), version = version + 1 WHERE id = ?",
        bureau(c.bureauFinal()).orElse(null),
        id);
    List<Object[]> etapes = new ArrayList<>();
    for (Etape e : c.etapes()) {
      etapes.add(
          new Object[] {
            neuf(ordres),
            collectivite,
            id,
            etapes.size() + 1,
            e.action(),
            e.designation(),
            bureau(e.bureau()).orElse(null)
          });
    }
    if (c.etapes().stream().allMatch(e -> e.bureau() == null || connu(e.bureau()))) {
      remplacer("DELETE FROM etape_modele WHERE circuit_id = ?", new Object[] {id}, ETAPE, etapes);
    }
  }

  private boolean connu(Nom bureau) {
    try {
      return existant("bureau", "nom_court", bureau.valeur()).isPresent();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void type(Type t) throws SQLException {
    Object[] valeurs = {t.nom(), t.description(), t.protocole(), t.format(), collectivite, t.nom()};
    int connus =
        ordres.executer(
            "UPDATE type_dossier SET nom = ?, description = ?, protocole = ?, format_signature = ?, version = version + 1 WHERE collectivite_id = ? AND lower(nom) = lower(?)",
            valeurs);
    if (connus == 0) {
      ordres.executer(
          "INSERT INTO type_dossier (nom, description, protocole, format_signature, collectivite_id, id) VALUES (?, ?, ?, ?, ?, ?)",
          t.nom(),
          t.description(),
          t.protocole(),
          t.format(),
          collectivite,
          neuf(ordres));
    }
  }

  private void sousType(int type, SousType s) throws SQLException {
    Optional<Integer> circuit = circuit(s.circuit());
    Optional<Integer> cachet = cachet(s.cachet());
    if (circuit.isEmpty()) {
      return;
    }
    Optional<Integer> connu =
        ordres.entier(
            "SELECT id FROM sous_type WHERE type_id = ? AND lower(nom) = lower(?)", type, s.nom());
    int id = connu.isPresent() ? connu.get() : neuf(ordres);
    List<Object> valeurs = new ArrayList<>(List.of(s.nom(), s.description(), circuit.get()));
    valeurs.add(cachet.orElse(null));
    valeurs.addAll(List.of(s.cachetAutomatique(), s.multiDocument(), s.creation() == null, id));
    if (connu.isEmpty()) {
      valeurs.addAll(List.of(collectivite, type));
    }
    ordres.executer(connu.isPresent() ? SOUS_TYPE_CONNU : SOUS_TYPE_NEUF, valeurs.toArray());
    acces(id, s);
    metadonnees(id, s.metadonnees());
  }

  private void acces(int sousType, SousType s) throws SQLException {
    List<Object[]> bureaux = new ArrayList<>();
    for (Nom nom : s.creation() == null ? List.<Nom>of() : s.creation()) {
      bureau(nom).ifPresent(b -> bureaux.add(new Object[] {collectivite, sousType, b}));
    }
    remplacer(
        "DELETE FROM sous_type_acces WHERE sous_type_id = ? AND droit = 'CREER'",
        new Object[] {sousType},
        "INSERT INTO sous_type_acces (collectivite_id, sous_type_id, droit, bureau_id) VALUES (?, ?, 'CREER', ?)",
        bureaux);
  }

  private void metadonnees(int sousType, List<MetadonneeDemandee> demandees) throws SQLException {
    List<Object[]> lignes = new ArrayList<>();
    for (MetadonneeDemandee m : demandees) {
      int ordre = lignes.size();
      metadonnee(m.nom())
          .ifPresent(
              id ->
                  lignes.add(
                      new Object[] {
                        collectivite, sousType, id, ordre, m.defaut(), m.obligatoire(), m.editable()
                      }));
    }
    remplacer(
        "DELETE FROM sous_type_metadonnee WHERE sous_type_id = ?",
        new Object[] {sousType},
        "INSERT INTO sous_type_metadonnee (collectivite_id, sous_type_id, metadonnee_id, ordre, defaut, obligatoire, editable) VALUES (?, ?, ?, ?, ?, ?, ?)",
        lignes);
  }

  private void delegation(Delegation d) throws SQLException {
    Optional<Integer> bureau = bureau(d.bureau());
    Optional<Integer> delegue = bureau(d.delegue());
    Optional<Integer> auteur = utilisateur(d.creeePar());
    Optional<Integer> type = type(d.type());
    Optional<Integer> sousType = sousType(type, d.sousType());
    boolean complete =
        bureau.isPresent()
            && delegue.isPresent()
            && auteur.isPresent()
            && (d.type() == null || type.isPresent())
            && (d.sousType() == null || sousType.isPresent());
    if (!complete) {
      return;
    }
    poser(
        d,
        Arrays.asList(bureau.get(), delegue.get(), type.orElse(null), sousType.orElse(null)),
        auteur.get());
  }

  /**
   * @param objet bureau, délégué, type et sous-type ; les deux derniers peuvent être nuls
   */
  private void poser(Delegation d, List<Integer> objet, int auteur) throws SQLException {
    Timestamp du = minuit(d.du());
    Timestamp au = d.au() == null ? null : minuit(d.au().plusDays(1));
    Integer bureau = objet.get(0);
    Integer delegue = objet.get(1);
    Integer type = objet.get(2);
    Integer sousType = objet.get(3);
    Optional<Integer> connue =
        ordres.entier(DELEGATION_CONNUE, bureau, delegue, type, sousType, du);
    if (connue.isPresent()) {
      ordres.executer(DELEGATION_REPRISE, au, d.dossiersEnCours(), connue.get());
    } else {
      ordres.executer(
          DELEGATION_NEUVE,
          neuf(ordres),
          collectivite,
          bureau,
          delegue,
          type,
          sousType,
          du,
          au,
          d.dossiersEnCours(),
          auteur);
    }
  }

  private Optional<Integer> sousType(Optional<Integer> type, Nom nom) throws SQLException {
    if (nom == null || type.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> id =
        ordres.entier(
            "SELECT id FROM sous_type WHERE type_id = ? AND lower(nom) = lower(?)",
            type.get(),
            nom.valeur());
    if (id.isEmpty()) {
      anomalies.relever(nom.ligne(), "le sous-type « " + nom.valeur() + " » n’existe pas");
    }
    return id;
  }

  private static Timestamp minuit(LocalDate jour) {
    return Timestamp.from(jour.atStartOfDay(Horloge.ZONE).toInstant());
  }
}
