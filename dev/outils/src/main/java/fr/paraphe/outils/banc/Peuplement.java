package fr.paraphe.outils.banc;

import fr.paraphe.outils.atelier.Atelier;
import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.sql.Ordres;
import fr.paraphe.stockage.Coffre;
import fr.paraphe.stockage.Limite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Peuple une base : collectivités, comptes, bureaux, puis des dossiers par COPY. Le journal est
 * chaîné comme le vrai : les contrôles restent bons.
 */
public final class Peuplement {

  static final String PREFIXE = "BANC-";
  static final int BUREAUX = 20;
  private static final int COLLECTIVITES = 49;
  private static final int COMPTES = 100;
  private static final int BUREAUX_AILLEURS = 40;
  private static final int LOT = 10_000;
  private static final int CORBEILLE = 10_000;
  private static final String ORGANISATION = "seq_organisation";

  private static final String TACHES =
      """
      INSERT INTO tache (etape_id, dossier_id, arrivee_le, bureau_id, rang, action, titre_tri, collectivite_id, type_id, sous_type_id,
        bureau_emetteur_id)
      SELECT e.id, e.dossier_id, e.arrivee_le, e.bureau_id, e.rang, e.action, '', e.collectivite_id, 0, 0, 0
      FROM etape e WHERE e.dossier_id BETWEEN ? AND ? AND e.decision IS NULL AND e.arrivee_le IS NOT NULL
      """;

  private final Base base;
  private final Consumer<String> nouvelles;

  public Peuplement(Base base, Consumer<String> nouvelles) {
    this.base = base;
    this.nouvelles = nouvelles;
  }

  /** Vrai si la base l’est déjà : on ne peuple qu’une fois. */
  static boolean fait(Ordres ordres) throws SQLException {
    return ordres.valeur("SELECT 1 FROM bureau WHERE nom_court = 'Banc 01'").isPresent();
  }

  public void peupler(int archives, int circulation) throws IOException, SQLException {
    try (Ordres ordres = Ordres.ouvrir(base)) {
      if (fait(ordres)) {
        nouvelles.accept("Base déjà peuplée.");
        return;
      }
      List<Lieu> lieux;
      try (Atelier atelier = Atelier.ouvrir(base)) {
        ordres.connexion().setAutoCommit(false);
        lieux = lieux(ordres, atelier.bean(Coffre.class));
        ordres.connexion().commit();
      }
      copier(ordres, lieux, archives, circulation);
      ordres.connexion().setAutoCommit(true);
      ordres.executer("VACUUM ANALYZE");
    }
  }

  private List<Lieu> lieux(Ordres ordres, Coffre coffre) throws IOException, SQLException {
    List<Lieu> lieux = new ArrayList<>();
    int demo = ordres.entier("SELECT id FROM collectivite WHERE domaine = 'demo'").orElseThrow();
    int ws =
        ordres
            .entier(
                "SELECT id FROM utilisateur WHERE collectivite_id = ? AND identifiant = 'ws'", demo)
            .orElseThrow();
    int webService =
        ordres
            .entier(
                "SELECT id FROM bureau WHERE collectivite_id = ? AND nom_court = 'WebService'",
                demo)
            .orElseThrow();
    int banc = compte(ordres, demo, "banc");
    ordres.executer(
        "UPDATE utilisateur SET mot_de_passe = (SELECT mot_de_passe FROM utilisateur WHERE id = ?) WHERE id = ?",
        ws,
        banc);
    lieux.add(
        lieu(
            ordres,
            coffre,
            demo,
            new Emetteur(ws, "Service Web", webService),
            bureaux(ordres, demo, BUREAUX, banc)));
    for (int i = 1; i <= COLLECTIVITES; i++) {
      lieux.add(ailleurs(ordres, coffre, i));
    }
    return lieux;
  }

  private Lieu ailleurs(Ordres ordres, Coffre coffre, int numero) throws IOException, SQLException {
    int collectivite = (int) ordres.identifiant(ORGANISATION);
    ordres.executer(
        "INSERT INTO collectivite (id, domaine, titre) VALUES (?, ?, ?)",
        collectivite,
        "banc" + numero,
        "Commune du banc " + numero);
    int agent = compte(ordres, collectivite, "agent");
    for (int i = 1; i < COMPTES; i++) {
      compte(ordres, collectivite, "compte" + i);
    }
    List<Integer> bureaux = bureaux(ordres, collectivite, BUREAUX_AILLEURS, agent);
    return lieu(
        ordres, coffre, collectivite, new Emetteur(agent, "Agent Banc", bureaux.get(0)), bureaux);
  }

  private static int compte(Ordres ordres, int collectivite, String identifiant)
      throws SQLException {
    int id = (int) ordres.identifiant(ORGANISATION);
    ordres.executer(
        "INSERT INTO utilisateur (id, collectivite_id, identifiant, prenom, nom, courriel) VALUES (?, ?, ?, 'Agent', 'Banc', ?)",
        id,
        collectivite,
        identifiant,
        identifiant + "@banc.invalid");
    return id;
  }

  private static List<Integer> bureaux(Ordres ordres, int collectivite, int nombre, int titulaire)
      throws SQLException {
    List<Integer> bureaux = new ArrayList<>();
    for (int i = 1; i <= nombre; i++) {
      int id = (int) ordres.identifiant(ORGANISATION);
      String nom = String.format(Locale.ROOT, "Banc %02d", i);
      ordres.executer(
          "INSERT INTO bureau (id, collectivite_id, nom_court, titre) VALUES (?, ?, ?, ?)",
          id,
          collectivite,
          nom,
          nom);
      ordres.executer(
          "INSERT INTO bureau_utilisateur (collectivite_id, bureau_id, utilisateur_id, role) VALUES (?, ?, ?, 'PROPRIETAIRE')",
          collectivite,
          id,
          titulaire);
      bureaux.add(id);
    }
    return bureaux;
  }

  private record Emetteur(int compte, String nom, int bureau) {}

  private static Lieu lieu(
      Ordres ordres, Coffre coffre, int collectivite, Emetteur emetteur, List<Integer> bureaux)
      throws IOException, SQLException {
    int circuit = (int) ordres.identifiant(ORGANISATION);
    int type = (int) ordres.identifiant(ORGANISATION);
    int sousType = (int) ordres.identifiant(ORGANISATION);
    ordres.executer(
        "INSERT INTO circuit (id, collectivite_id, nom) VALUES (?, ?, 'Banc, deux visas')",
        circuit,
        collectivite);
    for (int rang = 1; rang <= 2; rang++) {
      ordres.executer(
          "INSERT INTO etape_modele (id, collectivite_id, circuit_id, rang, action, designation, bureau_id) VALUES (?, ?, ?, ?, 'VISA', 'BUREAU', ?)",
          (int) ordres.identifiant(ORGANISATION),
          collectivite,
          circuit,
          rang,
          bureaux.get(bureaux.size() - rang));
    }
    ordres.executer(
        "INSERT INTO type_dossier (id, collectivite_id, nom) VALUES (?, ?, 'Banc')",
        type,
        collectivite);
    ordres.executer(
        "INSERT INTO sous_type (id, collectivite_id, type_id, nom, circuit_id) VALUES (?, ?, ?, 'Deux visas', ?)",
        sousType,
        collectivite,
        type,
        circuit);
    ordres.connexion().commit();
    long blob = document(coffre, collectivite);
    return new Lieu(
        collectivite,
        type,
        sousType,
        emetteur.compte(),
        emetteur.nom(),
        emetteur.bureau(),
        blob,
        bureaux);
  }

  /** Le document que tous les dossiers de cette collectivité partagent. */
  private static long document(Coffre coffre, int collectivite) throws IOException {
    return coffre
        .deposer(
            collectivite,
            new ByteArrayInputStream(PdfDEssai.de(2_000, collectivite)),
            "application/pdf",
            Limite.FICHIER)
        .id();
  }

  private void copier(Ordres ordres, List<Lieu> lieux, int archives, int circulation)
      throws IOException, SQLException {
    int total = archives + circulation;
    long dossier = reserver(ordres, "seq_dossier", total);
    long etape = reserver(ordres, "seq_etape", (long) total * LignesDossier.ETAPES);
    long document = reserver(ordres, "seq_document", total);
    Instant debut =
        Instant.now()
            .minus(Duration.ofDays(720))
            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    for (int fait = 0; fait < total; fait += LOT) {
      LignesDossier lignes = new LignesDossier();
      int fin = Math.min(total, fait + LOT);
      for (int i = fait; i < fin; i++) {
        lignes.ajouter(
            modele(lieux, i, archives, circulation, new long[] {dossier, etape, document}, debut));
      }
      ecrire(ordres, lignes, dossier + fait, dossier + fin - 1);
      nouvelles.accept(fin + " dossiers sur " + total + ".");
    }
  }

  private static LignesDossier.Modele modele(
      List<Lieu> lieux, int i, int archives, int circulation, long[] ids, Instant debut) {
    int rang = i - archives;
    boolean archive = rang < 0;
    int corbeille = Math.min(CORBEILLE, circulation / 2);
    boolean demo = archive ? i % 4 == 0 : rang < corbeille || rang % 5 == 0;
    Lieu lieu = demo ? lieux.get(0) : lieux.get(1 + i % (lieux.size() - 1));
    Integer bureau = archive ? null : lieu.bureaux().get(0);
    if (!archive && rang >= corbeille) {
      bureau = lieu.bureaux().get(1 + rang / 7 % (lieu.bureaux().size() - 1));
    }
    Duration age =
        archive
            ? Duration.ofMinutes(10L * i % 1_000_000)
            : Duration.ofDays(690).plusMinutes(rang % 40_000);
    String numero = String.format(Locale.ROOT, "%07d", i);
    return new LignesDossier.Modele(
        lieu,
        ids[0] + i,
        ids[1] + (long) i * LignesDossier.ETAPES,
        ids[2] + i,
        PREFIXE + numero,
        "Courrier " + Integer.toHexString(i * 7919) + " du banc " + numero,
        debut.plus(age),
        bureau);
  }

  private static void ecrire(Ordres ordres, LignesDossier lignes, long premier, long dernier)
      throws IOException, SQLException {
    CopyManager copie = ordres.connexion().unwrap(PGConnection.class).getCopyAPI();
    copie.copyIn(LignesDossier.DOSSIER, new StringReader(lignes.dossiers.toString()));
    copie.copyIn(LignesDossier.ETAPE, new StringReader(lignes.etapes.toString()));
    copie.copyIn(LignesDossier.EVENEMENT, new StringReader(lignes.evenements.toString()));
    copie.copyIn(LignesDossier.DOCUMENT, new StringReader(lignes.documents.toString()));
    ordres.executer(TACHES, premier, dernier);
    ordres.connexion().commit();
  }

  /** Prend un intervalle d’identifiants et avance la séquence au-delà, par blocs de cinquante. */
  private static long reserver(Ordres ordres, String sequence, long nombre) throws SQLException {
    long dernier = ordres.nombre("SELECT nextval(CAST(? AS regclass))", sequence);
    long blocs = nombre / 50 + 2;
    ordres.nombre("SELECT setval(CAST(? AS regclass), ?)", sequence, dernier + blocs * 50);
    return dernier + 1;
  }
}
