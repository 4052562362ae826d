package fr.paraphe.ws.soap.lecture;

import fr.paraphe.dossier.Complements;
import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Origine;
import fr.paraphe.dossier.Piece;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.ws.contrat.CreerDossierPESRequest;
import fr.paraphe.ws.contrat.CreerDossierRequest;
import fr.paraphe.ws.contrat.MetaDonnee;
import fr.paraphe.ws.contrat.TypeMetaDonnees;
import fr.paraphe.ws.soap.Echange;
import fr.paraphe.ws.soap.spool.Limites;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CreerDossier, de la requête à la commande. */
public final class LectureCreation {

  private final Echange echange;
  private final Erreurs erreurs = new Erreurs();

  public LectureCreation(Echange echange) {
    this.echange = echange;
  }

  /**
   * @throws ErreurMetier toutes les erreurs de la requête, en une phrase chacune
   */
  public CreerDossier commande(CreerDossierRequest r) {
    String titre = Champs.court(r.getDossierTitre());
    Optional<IdentifiantDossier> identifiant = identifiant(r.getDossierID());
    if (identifiant.isEmpty() && titre.isEmpty()) {
      erreurs.ajouter("Le DossierID et le DossierTitre sont vides : l’un des deux est nécessaire.");
    }
    LecturePieces pieces = new LecturePieces(echange, erreurs);
    List<Piece> principaux = principaux(r, pieces, nomPrincipal(r, identifiant, titre));
    Optional<Piece> visuel = pieces.lire(r.getVisuelPDF(), "visuel.pdf", "VisuelPDF");
    List<Piece> annexes = pieces.lire(r.getDocumentsAnnexes(), "DocumentsAnnexes");
    if (principaux.size() + annexes.size() > Limites.PIECES_JOINTES + 1) {
      erreurs.ajouter(LecturePieces.tropDePieces());
    }
    Complements propres = complements(r, pieces);
    Visibilite visibilite = visibilite(r.getVisibilite());
    erreurs.verifier();
    return new CreerDossier(
        identifiant,
        titre,
        Champs.court(r.getTypeTechnique()),
        Champs.court(r.getSousType()),
        visibilite,
        dateLimite(r.getDateLimite()),
        principaux,
        visuel,
        annexes,
        metadonnees(r),
        texte(r.getAnnotationPublique()),
        texte(r.getAnnotationPrivee()),
        Optional.empty(),
        Champs.court(r.getEmailEmetteur()),
        Origine.SOAP,
        true,
        propres);
  }

  private Complements complements(CreerDossierRequest r, LecturePieces pieces) {
    LectureComplements lecture = new LectureComplements(erreurs);
    return new Complements(
        pieces.signature(r.getSignatureDocPrincipal()).stream().toList(),
        lecture.xpath(r.getXPathPourSignatureXML(), "XPathPourSignatureXML"),
        lecture.circuit(r.getCircuitObligatoire()));
  }

  private static Map<String, String> metadonnees(CreerDossierRequest r) {
    Map<String, String> lues = metadonnees(r.getMetaData());
    LectureComplements.actes(r.getMetaDataTdtACTES(), lues);
    return lues;
  }

  /**
   * CreerDossierPES : le même acte, avec un fichier XML et son visuel (contrat B.8).
   *
   * @throws ErreurMetier toutes les erreurs de la requête
   */
  public CreerDossier pes(CreerDossierPESRequest r) {
    if (r.getFichierPES() == null || echange.piece(r.getFichierPES().getValue()).isEmpty()) {
      erreurs.ajouter("Le FichierPES manque ou il est vide.");
    }
    if (r.getVisuelPDF() == null || echange.piece(r.getVisuelPDF().getValue()).isEmpty()) {
      erreurs.ajouter("Le VisuelPDF manque ou il est vide : un PES se lit sur son visuel.");
    }
    erreurs.verifier();
    return commande(enDossier(r));
  }

  private static CreerDossierRequest enDossier(CreerDossierPESRequest r) {
    CreerDossierRequest dossier = new CreerDossierRequest();
    dossier.setTypeTechnique(r.getTypeTechnique());
    dossier.setSousType(r.getSousType());
    dossier.setEmailEmetteur(r.getEmailEmetteur());
    dossier.setDossierID(r.getDossierID());
    dossier.setDocumentPrincipal(r.getFichierPES());
    dossier.setVisuelPDF(r.getVisuelPDF());
    dossier.setXPathPourSignatureXML(r.getXPathPourSignaturePES());
    dossier.setAnnotationPublique(r.getAnnotationPublique());
    dossier.setAnnotationPrivee(r.getAnnotationPrivee());
    dossier.setVisibilite(r.getVisibilite());
    dossier.setDateLimite(r.getDateLimite());
    return dossier;
  }

  private Optional<IdentifiantDossier> identifiant(String valeur) {
    String court = Champs.court(valeur);
    if (court.isEmpty()) {
      return Optional.empty();
    }
    Optional<IdentifiantDossier> lu = Champs.lireDossier(court);
    if (lu.isEmpty()) {
      erreurs.ajouter("Le DossierID est impossible : 600 caractères au plus.");
    }
    return lu;
  }

  private static String nomPrincipal(
      CreerDossierRequest r, Optional<IdentifiantDossier> identifiant, String titre) {
    return Champs.filtre(r.getNomDocPrincipal())
        .orElse(identifiant.map(IdentifiantDossier::valeur).orElse(titre));
  }

  private List<Piece> principaux(CreerDossierRequest r, LecturePieces pieces, String nom) {
    List<Piece> principaux = new ArrayList<>();
    Optional<Piece> principal = pieces.lire(r.getDocumentPrincipal(), nom, "DocumentPrincipal");
    principal.ifPresent(principaux::add);
    if (r.getDocumentPrincipal() == null
        || echange.piece(r.getDocumentPrincipal().getValue()).isEmpty()) {
      erreurs.ajouter("Le document principal (DocumentPrincipal) manque ou il est vide.");
    }
    principaux.addAll(pieces.lire(r.getDocumentsSupplementaires(), "DocumentsSupplementaires"));
    return principaux;
  }

  /**
   * Absente, c’est SERVICE ; un mot inconnu est refusé plutôt que d’ouvrir un dossier à qui ne doit
   * pas le lire.
   */
  private Visibilite visibilite(String valeur) {
    String court = Champs.court(valeur);
    if (court.isEmpty()) {
      return Visibilite.SERVICE;
    }
    try {
      return Visibilite.valueOf(court);
    } catch (IllegalArgumentException e) {
      erreurs.ajouter(
          "La Visibilite « " + court + " » est inconnue : PUBLIC, SERVICE ou CONFIDENTIEL.");
      return Visibilite.SERVICE;
    }
  }

  /**
   * Des connecteurs y écrivent du texte libre : ce qui n’est pas une date vaut absence de date
   * (contrat A.6).
   */
  private static LocalDate dateLimite(String valeur) {
    try {
      return LocalDate.parse(Champs.court(valeur));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Map<String, String> metadonnees(TypeMetaDonnees recues) {
    Map<String, String> lues = new LinkedHashMap<>();
    List<MetaDonnee> liste = recues == null ? List.of() : recues.getMetaDonnee();
    for (MetaDonnee m : liste) {
      String nom = Champs.court(m.getNom());
      if (!nom.isEmpty()) {
        lues.put(nom, texte(m.getValeur()));
      }
    }
    return lues;
  }

  private static String texte(String valeur) {
    return valeur == null ? "" : valeur.strip();
  }
}
