package fr.paraphe.outils.banc;

import fr.paraphe.journal.modele.LigneChainee;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/**
 * Les lignes d’un dossier au format de COPY : dossier, étapes, journal chaîné, document. Deux visas
 * puis la fin de circuit ; archivé, ou en attente du premier visa.
 */
final class LignesDossier {

  static final int ETAPES = 4;

  static final String DOSSIER =
      "COPY dossier (id, cree_le, emis_le, clos_le, statut_le, collectivite_id, type_id, sous_type_id, emetteur_id, bureau_emetteur_id,"
          + " journal_rang, date_limite, identifiant, titre, etat, statut, origine, journal_tete, depot_livre_le) FROM STDIN";
  static final String ETAPE =
      "COPY etape (id, dossier_id, arrivee_le, decidee_le, collectivite_id, rang, bureau_id, decidee_par, decideur_bureau_id, action,"
          + " decision, cloturee) FROM STDIN";
  static final String EVENEMENT =
      "COPY evenement (dossier_id, rang, instant, collectivite_id, acteur_id, bureau_id, etape_id, nature, statut, acteur_nom, annotation,"
          + " visible, empreinte) FROM STDIN";
  static final String DOCUMENT =
      "COPY document (id, dossier_id, blob_id, blob_origine_id, collectivite_id, ordre, pages, nature, nom, ref) FROM STDIN";

  private static final String NUL = "\\N";

  /** La décision qui accomplit chaque étape. */
  private static final Map<String, String> DECISIONS =
      Map.of("EMISSION", "EMIS", "VISA", "VISE", "ARCHIVAGE", "ARCHIVE");

  final StringBuilder dossiers = new StringBuilder();
  final StringBuilder etapes = new StringBuilder();
  final StringBuilder evenements = new StringBuilder();
  final StringBuilder documents = new StringBuilder();

  private Lieu lieu;
  private long dossier;
  private int rang;
  private byte[] tete;

  /**
   * Ce qu’il faut pour fabriquer un dossier.
   *
   * @param etape premier de quatre identifiants d’étapes
   * @param bureau où il attend ; {@code null} : archivé
   */
  record Modele(
      Lieu lieu,
      long dossier,
      long etape,
      long document,
      String identifiant,
      String titre,
      Instant cree,
      Integer bureau) {

    boolean archive() {
      return bureau == null;
    }

    int premier() {
      return archive() ? lieu.bureaux().get((int) (dossier % lieu.bureaux().size())) : bureau;
    }

    int second() {
      return lieu.bureaux().get((int) ((dossier + 1) % lieu.bureaux().size()));
    }
  }

  void ajouter(Modele m) {
    lieu = m.lieu();
    dossier = m.dossier();
    rang = 0;
    tete = new byte[0];
    Instant t = m.cree();
    int emetteur = lieu.bureauEmetteur();
    noter(t, emetteur, null, "CREATION", "NonLu", "Création de dossier");
    noter(t, emetteur, null, "EMISSION", "NonLu", "Emission du dossier");
    noter(
        t,
        emetteur,
        m.etape() + 1,
        "ARRIVEE",
        "EnCoursVisa",
        "Dossier déposé sur le bureau pour Visa");
    etape(m, 0, emetteur, "EMISSION", t, t);
    if (m.archive()) {
      archiver(m, t);
    } else {
      etape(m, 1, m.premier(), "VISA", t, null);
      etape(m, 2, m.second(), "VISA", null, null);
      etape(m, 3, emetteur, "ARCHIVAGE", null, null);
    }
    dossier(m, t);
    documents.append(
        ligne(
            m.document(),
            dossier,
            lieu.blob(),
            lieu.blob(),
            lieu.collectivite(),
            0,
            1,
            "PRINCIPAL",
            "courrier.pdf",
            new UUID(0x4000L | dossier << 20, 0x8000000000000000L | m.document())));
  }

  private void archiver(Modele m, Instant t) {
    Instant visa = t.plusSeconds(3_600);
    Instant second = t.plusSeconds(7_200);
    Instant fin = t.plusSeconds(86_400);
    noter(visa, m.premier(), m.etape() + 1, "VISA", "Vise", "Dossier visé");
    noter(
        visa,
        m.premier(),
        m.etape() + 2,
        "ARRIVEE",
        "EnCoursVisa",
        "Dossier déposé sur le bureau pour Visa");
    noter(second, m.second(), m.etape() + 2, "VISA", "Vise", "Dossier visé");
    noter(
        second,
        m.second(),
        m.etape() + 3,
        "FIN_DE_CIRCUIT",
        "Archive",
        "Circuit terminé, dossier archivable");
    noter(fin, lieu.bureauEmetteur(), null, "ARCHIVAGE", "Archive", "Dossier archivé");
    etape(m, 1, m.premier(), "VISA", t, visa);
    etape(m, 2, m.second(), "VISA", visa, second);
    etape(m, 3, lieu.bureauEmetteur(), "ARCHIVAGE", second, fin);
  }

  private void noter(
      Instant instant, int bureau, Long etape, String nature, String statut, String texte) {
    boolean visible = !"ARCHIVAGE".equals(nature);
    LigneChainee ligne =
        new LigneChainee(
            dossier,
            ++rang,
            instant,
            lieu.collectivite(),
            lieu.emetteur(),
            bureau,
            null,
            etape,
            nature,
            statut,
            lieu.emetteurNom(),
            texte,
            visible);
    tete = ligne.empreinte(tete);
    evenements.append(
        ligne(
            dossier,
            rang,
            instant,
            lieu.collectivite(),
            lieu.emetteur(),
            bureau,
            etape,
            nature,
            statut,
            lieu.emetteurNom(),
            texte,
            visible,
            hexa(tete)));
  }

  private void etape(
      Modele m, int numero, int bureau, String action, Instant arrivee, Instant decidee) {
    boolean faite = decidee != null;
    etapes.append(
        ligne(
            m.etape() + numero,
            dossier,
            arrivee,
            decidee,
            lieu.collectivite(),
            numero * 100,
            bureau,
            faite ? lieu.emetteur() : null,
            faite ? bureau : null,
            action,
            faite ? DECISIONS.get(action) : null,
            m.archive()));
  }

  private void dossier(Modele m, Instant t) {
    LocalDate limite =
        dossier % 3 == 0 ? null : LocalDate.ofInstant(t, ZoneOffset.UTC).plusDays(5 + dossier % 40);
    Instant clos = m.archive() ? t.plusSeconds(86_400) : null;
    dossiers.append(
        ligne(
            dossier,
            t,
            t,
            clos,
            t,
            lieu.collectivite(),
            lieu.type(),
            lieu.sousType(),
            lieu.emetteur(),
            lieu.bureauEmetteur(),
            rang,
            limite,
            m.identifiant(),
            m.titre(),
            m.archive() ? "ARCHIVE" : "EN_COURS",
            m.archive() ? "Archive" : "EnCoursVisa",
            "SOAP",
            hexa(tete),
            t));
  }

  private static String hexa(byte[] octets) {
    return "\\\\x" + HexFormat.of().formatHex(octets);
  }

  private static String ligne(Object... valeurs) {
    StringBuilder ligne = new StringBuilder(160);
    for (Object valeur : valeurs) {
      ligne.append(ligne.isEmpty() ? "" : "\t").append(valeur == null ? NUL : valeur);
    }
    return ligne.append('\n').toString();
  }
}
