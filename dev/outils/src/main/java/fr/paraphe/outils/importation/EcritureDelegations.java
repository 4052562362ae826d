package fr.paraphe.outils.importation;

import fr.paraphe.outils.importation.Configuration.Delegation;
import fr.paraphe.outils.importation.Noms.Nomme;
import fr.paraphe.outils.sql.Ordres;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Écrit les délégations. */
final class EcritureDelegations extends Ecriture {

  private static final String REPRISE =
      "UPDATE delegation SET periode = tstzrange(lower(periode), CAST(? AS timestamptz)), dossiers_en_cours = ?, creee_par = ?, version = version + 1 WHERE id = ?";

  private static final String CONNUE =
      """
      SELECT id FROM delegation WHERE bureau_id = ? AND delegue_id = ? AND type_id IS NOT DISTINCT FROM CAST(? AS integer)
      AND sous_type_id IS NOT DISTINCT FROM CAST(? AS integer) AND lower(periode) IS NOT DISTINCT FROM CAST(? AS timestamptz)
      """;

  private static final String NEUVE =
      """
      INSERT INTO delegation (bureau_id, delegue_id, type_id, sous_type_id, periode, id, collectivite_id, dossiers_en_cours, creee_par)
      VALUES (?, ?, CAST(? AS integer), CAST(? AS integer), tstzrange(CAST(? AS timestamptz), CAST(? AS timestamptz)), ?, ?, ?, ?)
      """;

  EcritureDelegations(Ordres ordres, Anomalies anomalies, int collectivite) {
    super(ordres, anomalies, collectivite);
  }

  void ecrire(Configuration c) throws SQLException {
    chacun(c.delegations(), Delegation::ligne, this::delegation);
  }

  private void delegation(Delegation d) throws SQLException {
    Optional<Integer> bureau = trouver(Nomme.BUREAU, d.bureau());
    Optional<Integer> delegue = trouver(Nomme.BUREAU, d.delegue());
    Optional<Integer> auteur = trouver(Nomme.UTILISATEUR, d.creeePar());
    Optional<Integer> type = trouver(Nomme.TYPE, d.type());
    Optional<Integer> sousType = trouverSousType(type, d.sousType());
    boolean complete =
        bureau.isPresent()
            && delegue.isPresent()
            && auteur.isPresent()
            && (d.type() == null || type.isPresent())
            && (d.sousType() == null || sousType.isPresent());
    if (!complete) {
      return;
    }
    Object[] objet = {
      bureau.get(), delegue.get(), type.orElse(null), sousType.orElse(null), instant(d.du())
    };
    Optional<Integer> connue = ordres.entier(CONNUE, objet);
    if (connue.isPresent()) {
      ordres.ajouter(REPRISE, instant(d.au()), d.dossiersEnCours(), auteur.get(), connue.get());
      return;
    }
    ordres.ajouter(
        NEUVE,
        objet[0],
        objet[1],
        objet[2],
        objet[3],
        objet[4],
        instant(d.au()),
        neuf(ordres),
        collectivite,
        d.dossiersEnCours(),
        auteur.get());
  }

  private static Timestamp instant(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
