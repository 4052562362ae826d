package fr.paraphe.ws.soap.lecture;

import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Origine;
import fr.paraphe.dossier.Piece;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.socle.ErreurMetier;
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
    if (r.getCircuitObligatoire() != null
        && !r.getCircuitObligatoire().getEtapeCircuit().isEmpty()) {
      erreurs.ajouter(
          "Un circuit imposé (CircuitObligatoire) n’est pas accepté ici : le sous-type donne le circuit.");
    }
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
        metadonnees(r.getMetaData()),
        texte(r.getAnnotationPublique()),
        texte(r.getAnnotationPrivee()),
        Optional.empty(),
        Champs.court(r.getEmailEmetteur()),
        Origine.SOAP,
        true);
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
