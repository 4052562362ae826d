package fr.paraphe.base;

import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.sql.Ordres;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Tout ce qu’on peut voir des dossiers d’une base, ligne à ligne, sans les numéros internes. */
final class EtatDeLaBase {

  private static final List<String> LECTURES =
      List.of(
          """
          SELECT concat_ws('|', 'dossier', c.domaine, d.identifiant, d.titre, d.etat, d.statut, d.statut_le, d.cree_le, d.emis_le,
            d.clos_le, d.date_limite, d.origine, d.depot_livre_le, d.journal_rang)
          FROM dossier d JOIN collectivite c ON c.id = d.collectivite_id
          """,
          """
          SELECT concat_ws('|', 'etape', d.identifiant, e.rang, e.action, b.nom_court, e.arrivee_le, e.lue_le, e.decision, e.decidee_le,
            u.identifiant, e.delegation_id IS NOT NULL, e.annotation_publique)
          FROM etape e JOIN dossier d ON d.id = e.dossier_id JOIN bureau b ON b.id = e.bureau_id
          LEFT JOIN utilisateur u ON u.id = e.decidee_par
          """,
          """
          SELECT concat_ws('|', 'journal', d.identifiant, e.rang, e.nature, e.statut, e.acteur_nom, e.instant, e.annotation, e.visible)
          FROM evenement e JOIN dossier d ON d.id = e.dossier_id
          """,
          """
          SELECT concat_ws('|', 'document', d.identifiant, o.nature, o.ordre, o.nom, o.pages, b.type_mime,
            o.visuel_blob_id IS NOT NULL, o.blob_id <> o.blob_origine_id)
          FROM document o JOIN dossier d ON d.id = o.dossier_id JOIN blob b ON b.id = o.blob_id
          """,
          """
          SELECT concat_ws('|', 'tache', d.identifiant, b.nom_court, t.action, t.date_limite, t.lue, t.arrivee_le)
          FROM tache t JOIN dossier d ON d.id = t.dossier_id JOIN bureau b ON b.id = t.bureau_id
          """,
          """
          SELECT concat_ws('|', 'signature', d.identifiant, o.nom, s.nature, s.sujet, s.signee_le)
          FROM signature s JOIN dossier d ON d.id = s.dossier_id JOIN document o ON o.id = s.document_id
          """,
          """
          SELECT concat_ws('|', 'compte', c.domaine, u.identifiant, u.nom, u.role, u.mot_de_passe IS NOT NULL, u.image_blob_id IS NOT NULL)
          FROM utilisateur u JOIN collectivite c ON c.id = u.collectivite_id
          """,
          "SELECT concat_ws('|', 'delegation', d.bureau_id IS NOT NULL, d.periode) FROM delegation d",
          "SELECT concat_ws('|', 'collectivite', domaine, titre, reglages) FROM collectivite");

  private EtatDeLaBase() {}

  static List<String> lire(Base base) {
    List<String> etat = new ArrayList<>();
    try (Ordres ordres = Ordres.ouvrir(base)) {
      for (String lecture : LECTURES) {
        try (var ordre = ordres.preparer(lecture);
            ResultSet lignes = ordre.executeQuery()) {
          while (lignes.next()) {
            etat.add(lignes.getString(1));
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    etat.sort(null);
    return etat;
  }
}
