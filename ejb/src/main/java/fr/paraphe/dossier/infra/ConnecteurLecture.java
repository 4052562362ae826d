package fr.paraphe.dossier.infra;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.dossier.Contenu;
import fr.paraphe.dossier.CritereRecherche;
import fr.paraphe.dossier.DossierComplet;
import fr.paraphe.dossier.DossierTrouve;
import fr.paraphe.dossier.EvenementVue;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.LigneJournal;
import fr.paraphe.dossier.NatureDocument;
import fr.paraphe.dossier.NatureFait;
import fr.paraphe.dossier.Statut;
import fr.paraphe.dossier.modele.Decision;
import fr.paraphe.dossier.modele.Dossier;
import fr.paraphe.dossier.modele.Etape;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.typologie.Protocole;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Les lectures du service classique. */
@Dependent
public class ConnecteurLecture {

  /**
   * L’émetteur, ou qui tient un bureau du circuit : les mêmes que {@code Droits}, en une descente
   * d’index.
   */
  private static final String HISTORIQUE =
      """
      SELECT e.instant, e.acteur_nom, e.statut, e.annotation FROM (
        SELECT id, emetteur_id, bureau_emetteur_id, visibilite, etat FROM dossier WHERE collectivite_id = ?1 AND identifiant = ?2 AND etat <> 'SUPPRIME'
        ORDER BY clos_le DESC NULLS FIRST LIMIT 1) d
      JOIN evenement e ON e.dossier_id = d.id
      WHERE e.visible AND (d.emetteur_id = ?3 OR (d.visibilite = 'PUBLIC' AND d.etat <> 'BROUILLON')
        OR (d.visibilite = 'SERVICE' AND d.etat <> 'BROUILLON' AND d.bureau_emetteur_id = ANY(?5))
        OR EXISTS (SELECT 1 FROM etape x WHERE x.dossier_id = d.id AND (x.decidee_par = ?3
          OR x.bureau_id = ANY(?4) AND (d.etat <> 'BROUILLON' OR x.action = 'EMISSION'))))
      ORDER BY e.rang
      """;

  private static final String LIGNES =
      "SELECT instant, acteur_nom, statut, annotation FROM evenement WHERE dossier_id = ?1 AND visible ORDER BY rang";

  private static final String EVENEMENTS =
      """
      SELECT e.instant, e.nature, e.acteur_nom, coalesce(b.nom_court, ''), x.action, e.annotation
      FROM evenement e LEFT JOIN etape x ON x.id = e.etape_id LEFT JOIN bureau b ON b.id = x.bureau_id
      WHERE e.dossier_id = ?1 AND e.visible ORDER BY e.rang
      """;

  /** Les faits dont le texte d’historique vient toujours d’une personne, sauf le texte d’usage. */
  private static final Set<NatureFait> ECRITS =
      EnumSet.of(
          NatureFait.ANNOTATION,
          NatureFait.VISA,
          NatureFait.SIGNATURE,
          NatureFait.CACHET,
          NatureFait.REJET);

  private static final String RECHERCHE =
      """
      SELECT d.identifiant, d.statut, d.statut_le, t.a_moi, d.bureau_emetteur_id,
        d.etat = 'EN_COURS' AND NOT t.lue AND (SELECT e.decision FROM etape e WHERE e.dossier_id = d.id AND e.rang < t.rang
          ORDER BY e.rang DESC LIMIT 1) = 'EMIS'
          AND NOT EXISTS (SELECT 1 FROM etape x WHERE x.dossier_id = d.id AND x.rang = t.rang AND x.decision IS NOT NULL) AS recuperable
      FROM dossier d JOIN sous_type s ON s.id = d.sous_type_id JOIN type_dossier y ON y.id = d.type_id
      CROSS JOIN LATERAL (SELECT bool_or(lue) AS lue, bool_or(bureau_id = ANY(?6)) AS a_moi, min(rang) AS rang
        FROM tache WHERE dossier_id = d.id) t
      WHERE d.emetteur_id = ?1 AND d.clos_le IS NULL""";

  private static final String CADRE =
      "SELECT t.nom, s.nom, t.protocole FROM sous_type s JOIN type_dossier t ON t.id = s.type_id WHERE s.id = ?1";

  private final EntityManager em;
  private final DocumentLecture documents;

  @Inject
  public ConnecteurLecture(EntityManager em, DocumentLecture documents) {
    this.em = em;
    this.documents = documents;
  }

  public List<LigneJournal> historique(Acteur acteur, IdentifiantDossier id) {
    List<?> lignes =
        em.createNativeQuery(HISTORIQUE)
            .setParameter(1, acteur.collectivite().valeur())
            .setParameter(2, id.valeur())
            .setParameter(3, acteur.id().valeur())
            .setParameter(4, numeros(acteur.tousSesBureaux()))
            .setParameter(5, numeros(acteur.subordonnes()))
            .getResultList();
    return lignes.stream().map(l -> ligne((Object[]) l)).toList();
  }

  private static Integer[] numeros(Set<BureauId> bureaux) {
    return bureaux.stream().map(BureauId::valeur).toArray(Integer[]::new);
  }

  public List<LigneJournal> lignes(long dossier) {
    List<?> lignes = em.createNativeQuery(LIGNES).setParameter(1, dossier).getResultList();
    return lignes.stream().map(l -> ligne((Object[]) l)).toList();
  }

  private static LigneJournal ligne(Object[] c) {
    return new LigneJournal(
        ((Timestamp) c[0]).toInstant(), (String) c[1], Statut.duMot((String) c[2]), (String) c[3]);
  }

  /** Le journal visible d’un dossier, pour la page. */
  public List<EvenementVue> evenements(long dossier) {
    List<?> lignes = em.createNativeQuery(EVENEMENTS).setParameter(1, dossier).getResultList();
    return lignes.stream().map(l -> evenement((Object[]) l)).toList();
  }

  private static EvenementVue evenement(Object[] c) {
    NatureFait nature = NatureFait.valueOf((String) c[1]);
    String texte = (String) c[5];
    return new EvenementVue(
        ((Timestamp) c[0]).toInstant(),
        nature,
        (String) c[2],
        (String) c[3],
        Optional.ofNullable((String) c[4]).map(ActionDemandee::valueOf),
        ECRITS.contains(nature) && !Decision.usuel(texte) ? texte : "");
  }

  public List<DossierTrouve> rechercher(Acteur acteur, CritereRecherche critere) {
    StringBuilder sql = new StringBuilder(RECHERCHE);
    critere.type().ifPresent(t -> sql.append(" AND lower(y.nom) = lower(?2)"));
    critere.sousType().ifPresent(s -> sql.append(" AND lower(s.nom) = lower(?3)"));
    critere.statut().ifPresent(s -> sql.append(" AND d.statut LIKE ?4 ESCAPE '!'"));
    if (!critere.identifiants().isEmpty()) {
      sql.append(" AND d.identifiant = ANY(?5)");
    }
    sql.append(" ORDER BY d.id");
    Query requete = em.createNativeQuery(sql.toString()).setParameter(1, acteur.id().valeur());
    requete.setParameter(6, numeros(possedes(acteur)));
    critere.type().ifPresent(t -> requete.setParameter(2, t));
    critere.sousType().ifPresent(s -> requete.setParameter(3, s));
    critere.statut().ifPresent(s -> requete.setParameter(4, motif(s)));
    if (!critere.identifiants().isEmpty()) {
      requete.setParameter(5, critere.identifiants().toArray(String[]::new));
    }
    critere.nombreMax().filter(n -> n > 0).ifPresent(requete::setMaxResults);
    Stream<?> lignes = requete.getResultList().stream();
    return lignes.map(l -> trouve(acteur, (Object[]) l)).toList();
  }

  /** {@code Rejet*} : l’étoile finale vaut toute suite ; le reste est pris à la lettre. */
  private static String motif(String statut) {
    boolean joker = statut.endsWith("*");
    String lettres = joker ? statut.substring(0, statut.length() - 1) : statut;
    return lettres.replaceAll("[!%_]", "!$0") + (joker ? "%" : "");
  }

  private static DossierTrouve trouve(Acteur acteur, Object[] c) {
    return new DossierTrouve(
        new IdentifiantDossier((String) c[0]),
        Statut.duMot((String) c[1]),
        ((Timestamp) c[2]).toInstant(),
        acces(acteur, c));
  }

  private static DossierTrouve.Acces acces(Acteur acteur, Object[] c) {
    if (Boolean.TRUE.equals(c[5]) && possede(acteur, c[4])) {
      return DossierTrouve.Acces.RECUPERABLE;
    }
    return Boolean.TRUE.equals(c[3]) ? DossierTrouve.Acces.OK : DossierTrouve.Acces.KO;
  }

  private static Set<BureauId> possedes(Acteur acteur) {
    return acteur.tousSesBureaux().stream().filter(acteur::possede).collect(Collectors.toSet());
  }

  private static boolean possede(Acteur acteur, Object bureau) {
    return bureau != null && acteur.possede(new BureauId(((Number) bureau).intValue()));
  }

  public DossierComplet complet(Dossier d) {
    Object[] cadre =
        (Object[]) em.createNativeQuery(CADRE).setParameter(1, d.sousTypeId()).getSingleResult();
    Etape emission = d.etapes().get(0);
    return new DossierComplet(
        d.identifiant(),
        d.titre(),
        (String) cadre[0],
        (String) cadre[1],
        Protocole.valueOf((String) cadre[2]),
        emission.annotationPublique(),
        emission.annotationPrivee(),
        d.visibilite(),
        d.dateLimite(),
        contenus(d, NatureDocument.PRINCIPAL),
        visuel(d),
        contenus(d, NatureDocument.ANNEXE),
        contenus(d, NatureDocument.SIGNATURE_DETACHEE),
        d.xpathSignature(),
        d.metadonnees().triees());
  }

  private List<Contenu> contenus(Dossier d, NatureDocument nature) {
    return d.documents().stream()
        .filter(x -> x.nature() == nature)
        .sorted(java.util.Comparator.comparingInt(fr.paraphe.dossier.modele.Document::ordre))
        .map(x -> documents.contenu(d.collectivite(), x.nom(), x.blob()))
        .toList();
  }

  private Optional<Contenu> visuel(Dossier d) {
    return d.documents().stream()
        .filter(x -> x.visuel().isPresent())
        .findFirst()
        .map(x -> documents.contenu(d.collectivite(), x.nom(), x.visuel().orElseThrow()));
  }
}
