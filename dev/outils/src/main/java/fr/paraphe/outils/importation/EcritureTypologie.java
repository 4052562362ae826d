package fr.paraphe.outils.importation;

import fr.paraphe.outils.importation.Configuration.Acces;
import fr.paraphe.outils.importation.Configuration.Bureau;
import fr.paraphe.outils.importation.Configuration.Cachet;
import fr.paraphe.outils.importation.Configuration.Calque;
import fr.paraphe.outils.importation.Configuration.CalquePose;
import fr.paraphe.outils.importation.Configuration.Metadonnee;
import fr.paraphe.outils.importation.Configuration.MetadonneeDemandee;
import fr.paraphe.outils.importation.Configuration.Options;
import fr.paraphe.outils.importation.Configuration.SousType;
import fr.paraphe.outils.importation.Configuration.Type;
import fr.paraphe.outils.importation.Noms.Nomme;
import fr.paraphe.outils.sql.Ordres;
import fr.paraphe.signature.CachetServeur;
import fr.paraphe.signature.Chaine;
import fr.paraphe.socle.ErreurMetier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;

/** Écrit métadonnées, cachets, calques, types et sous-types. */
final class EcritureTypologie extends Ecriture {

  private static final String METADONNEE_NEUVE =
      "INSERT INTO metadonnee (nom_long, nature, valeurs, tri_alphabetique, nom_court, collectivite_id, id) VALUES (?, ?, CAST(? AS text[]), ?, ?, ?, ?)";
  private static final String METADONNEE_CONNUE =
      "UPDATE metadonnee SET nom_long = ?, nature = ?, valeurs = CAST(? AS text[]), tri_alphabetique = ?, nom_court = ?, version = version + 1 WHERE id = ?";
  private static final String CACHET_NEUF =
      "INSERT INTO cachet (certificat, cle_alias, expire_le, titre, texte, collectivite_id, id) VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String CACHET_CONNU =
      "UPDATE cachet SET certificat = ?, cle_alias = ?, expire_le = ?, titre = ?, texte = ?, version = version + 1 WHERE id = ?";
  private static final String CALQUE_NEUF =
      "INSERT INTO calque (nom, elements, collectivite_id, id) VALUES (?, CAST(? AS jsonb), ?, ?)";
  private static final String CALQUE_CONNU =
      "UPDATE calque SET nom = ?, elements = CAST(? AS jsonb), version = version + 1 WHERE id = ?";
  private static final String TYPE_NEUF =
      "INSERT INTO type_dossier (nom, description, protocole, format_signature, actif, reglages, collectivite_id, id) VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?)";
  private static final String TYPE_CONNU =
      "UPDATE type_dossier SET nom = ?, description = ?, protocole = ?, format_signature = ?, actif = ?, reglages = CAST(? AS jsonb), version = version + 1 WHERE id = ?";

  private static final String SOUS_TYPE_NEUF =
      """
      INSERT INTO sous_type (type_id, nom, description, circuit_id, cachet_id, cachet_automatique, multi_document, signature_obligatoire,
        lecture_obligatoire, retention_mois, creation_publique, filtre_public, actif, reglages, collectivite_id, id)
      VALUES (?, ?, ?, ?, CAST(? AS integer), ?, ?, ?, ?, CAST(? AS smallint), ?, ?, ?, CAST(? AS jsonb), ?, ?)
      """;

  private static final String SOUS_TYPE_CONNU =
      """
      UPDATE sous_type SET type_id = ?, nom = ?, description = ?, circuit_id = ?, cachet_id = CAST(? AS integer), cachet_automatique = ?,
        multi_document = ?, signature_obligatoire = ?, lecture_obligatoire = ?, retention_mois = CAST(? AS smallint), creation_publique = ?,
        filtre_public = ?, actif = ?, reglages = CAST(? AS jsonb), version = version + 1 WHERE id = ?
      """;

  private static final String ACCES =
      "INSERT INTO sous_type_acces (collectivite_id, sous_type_id, droit, bureau_id, groupe_id) VALUES (?, ?, ?, CAST(? AS integer), CAST(? AS integer))";
  private static final String DEMANDEE =
      "INSERT INTO sous_type_metadonnee (collectivite_id, sous_type_id, metadonnee_id, ordre, defaut, obligatoire, editable) VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String POSE =
      "INSERT INTO sous_type_calque (collectivite_id, sous_type_id, calque_id, cible, documents) VALUES (?, ?, ?, ?, ?)";

  private final CachetServeur cachets;

  EcritureTypologie(Ordres ordres, Anomalies anomalies, int collectivite, CachetServeur cachets) {
    super(ordres, anomalies, collectivite);
    this.cachets = cachets;
  }

  void ecrire(Configuration c) throws SQLException {
    chacun(c.metadonnees(), Metadonnee::ligne, this::metadonnee);
    chacun(c.bureaux(), Bureau::ligne, this::filtres);
    chacun(c.cachets(), Cachet::ligne, this::cachet);
    chacun(c.calques(), Calque::ligne, this::calque);
    chacun(c.types(), Type::ligne, this::type);
    for (Type type : c.types()) {
      Optional<Integer> id = noms.chercher(Nomme.TYPE, type.nom());
      if (id.isPresent()) {
        chacun(type.sousTypes(), SousType::ligne, s -> sousType(id.get(), s));
        chacun(type.sousTypes(), SousType::ligne, s -> details(id.get(), s));
      }
    }
  }

  private void metadonnee(Metadonnee m) throws SQLException {
    poser(
        Nomme.METADONNEE,
        m.nom(),
        METADONNEE_CONNUE,
        METADONNEE_NEUVE,
        m.libelle(),
        m.nature(),
        m.valeurs().toArray(String[]::new),
        m.triAlphabetique(),
        m.nom());
  }

  /** Les métadonnées que le bureau montre dans ses filtres. */
  private void filtres(Bureau b) throws SQLException {
    Optional<Integer> id = noms.chercher(Nomme.BUREAU, b.nom());
    if (id.isEmpty()) {
      return;
    }
    ordres.ajouter("DELETE FROM bureau_metadonnee WHERE bureau_id = ?", id.get());
    for (Integer metadonnee : trouver(Nomme.METADONNEE, b.metadonnees())) {
      ordres.ajouter(
          "INSERT INTO bureau_metadonnee (collectivite_id, bureau_id, metadonnee_id) VALUES (?, ?, ?)",
          collectivite,
          id.get(),
          metadonnee);
    }
  }

  private void cachet(Cachet k) throws SQLException {
    Optional<Chaine> chaine = chaine(k);
    if (chaine.isEmpty()) {
      anomalies.relever(
          k.ligne(), "la clé du cachet « " + k.alias() + " » n’est pas sur ce serveur");
      return;
    }
    poser(
        Nomme.CACHET,
        k.titre(),
        CACHET_CONNU,
        CACHET_NEUF,
        chaine.get().ders().get(0),
        k.alias(),
        Timestamp.from(chaine.get().valideAu()),
        k.titre(),
        k.texte());
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

  private void calque(Calque k) throws SQLException {
    poser(Nomme.CALQUE, k.nom(), CALQUE_CONNU, CALQUE_NEUF, k.nom(), k.elements());
  }

  private void type(Type t) throws SQLException {
    poser(
        Nomme.TYPE,
        t.nom(),
        TYPE_CONNU,
        TYPE_NEUF,
        t.nom(),
        t.description(),
        t.protocole(),
        t.format(),
        t.actif(),
        t.reglages());
  }

  private void sousType(int type, SousType s) throws SQLException {
    Optional<Integer> circuit = trouver(Nomme.CIRCUIT, s.circuit());
    Optional<Integer> cachet = trouver(Nomme.CACHET, s.cachet());
    if (circuit.isEmpty()) {
      return;
    }
    Options o = s.options();
    poser(
        Nomme.SOUS_TYPE,
        type + "/" + s.nom(),
        SOUS_TYPE_CONNU,
        SOUS_TYPE_NEUF,
        type,
        s.nom(),
        s.description(),
        circuit.get(),
        cachet.orElse(null),
        o.cachetAutomatique(),
        o.multiDocument(),
        o.signatureObligatoire(),
        o.lectureObligatoire(),
        o.retentionMois(),
        s.creation().bureaux() == null,
        s.filtrage().bureaux() == null,
        o.actif(),
        o.reglages());
  }

  private void details(int type, SousType s) throws SQLException {
    Optional<Integer> id = noms.chercher(Nomme.SOUS_TYPE, type + "/" + s.nom());
    if (id.isEmpty()) {
      return;
    }
    ordres.ajouter("DELETE FROM sous_type_acces WHERE sous_type_id = ?", id.get());
    acces(id.get(), "CREER", s.creation());
    acces(id.get(), "FILTRER", s.filtrage());
    acces(id.get(), "VARIABLE", s.variables());
    ordres.ajouter("DELETE FROM sous_type_metadonnee WHERE sous_type_id = ?", id.get());
    int ordre = 0;
    for (MetadonneeDemandee m : s.metadonnees()) {
      Optional<Integer> metadonnee = trouver(Nomme.METADONNEE, m.nom());
      if (metadonnee.isPresent()) {
        ordres.ajouter(
            DEMANDEE,
            collectivite,
            id.get(),
            metadonnee.get(),
            ordre,
            m.defaut(),
            m.obligatoire(),
            m.editable());
      }
      ordre++;
    }
    calques(id.get(), s);
  }

  private void calques(int sousType, SousType s) throws SQLException {
    ordres.ajouter("DELETE FROM sous_type_calque WHERE sous_type_id = ?", sousType);
    for (CalquePose pose : s.calques()) {
      Optional<Integer> calque = trouver(Nomme.CALQUE, pose.nom());
      if (calque.isPresent()) {
        ordres.ajouter(POSE, collectivite, sousType, calque.get(), pose.cible(), pose.documents());
      }
    }
  }

  private void acces(int sousType, String droit, Acces acces) throws SQLException {
    for (Integer bureau : trouver(Nomme.BUREAU, acces.bureaux())) {
      ordres.ajouter(ACCES, collectivite, sousType, droit, bureau, null);
    }
    for (Integer groupe : trouver(Nomme.GROUPE, acces.groupes())) {
      ordres.ajouter(ACCES, collectivite, sousType, droit, null, groupe);
    }
  }
}
