package fr.paraphe.ws.soap.ecriture;

import fr.paraphe.dossier.Contenu;
import fr.paraphe.dossier.DossierComplet;
import fr.paraphe.dossier.DossierCree;
import fr.paraphe.typologie.Protocole;
import fr.paraphe.ws.contrat.ArchiverDossierResponse;
import fr.paraphe.ws.contrat.CreerDossierPESResponse;
import fr.paraphe.ws.contrat.CreerDossierResponse;
import fr.paraphe.ws.contrat.DocAnnexe;
import fr.paraphe.ws.contrat.EffacerDossierRejeteResponse;
import fr.paraphe.ws.contrat.ExercerDroitRemordDossierResponse;
import fr.paraphe.ws.contrat.ForcerEtapeResponse;
import fr.paraphe.ws.contrat.GetDossierResponse;
import fr.paraphe.ws.contrat.MessageRetour;
import fr.paraphe.ws.contrat.MetaDonnee;
import fr.paraphe.ws.contrat.ObjectFactory;
import fr.paraphe.ws.contrat.TypeDoc;
import fr.paraphe.ws.contrat.TypeDocAnnexes;
import fr.paraphe.ws.contrat.TypeMetaDonnees;
import fr.paraphe.ws.soap.Echange;
import java.util.List;
import java.util.stream.Stream;

/** CreerDossier, GetDossier, ArchiverDossier et EffacerDossierRejete. */
public final class EcritureDossier {

  /** La métadonnée qui porte le titre, toujours présente. */
  private static final String TITRE = "ph:dossierTitre";

  private static final String ENCODAGE = "UTF-8";

  private EcritureDossier() {}

  /** L’identifiant n’est rendu que s’il vient du serveur (contrat B.7). */
  public static CreerDossierResponse cree(DossierCree cree) {
    CreerDossierResponse reponse = new CreerDossierResponse();
    reponse.setMessageRetour(Retour.soumis(cree.titre()));
    if (!cree.identifiantDonne()) {
      reponse.setDossierID(cree.identifiant().valeur());
    }
    return reponse;
  }

  public static CreerDossierResponse refusCreation(MessageRetour refus) {
    CreerDossierResponse reponse = new CreerDossierResponse();
    reponse.setMessageRetour(refus);
    return reponse;
  }

  public static CreerDossierPESResponse pesCree(CreerDossierResponse cree) {
    CreerDossierPESResponse reponse = new CreerDossierPESResponse();
    reponse.setMessageRetour(cree.getMessageRetour());
    return reponse;
  }

  /** {@code URL} est présente et nulle : aucune adresse n’est donnée (contrat B.13). */
  public static ArchiverDossierResponse archive(MessageRetour retour) {
    ArchiverDossierResponse reponse = new ArchiverDossierResponse();
    reponse.setURL(new ObjectFactory().createArchiverDossierResponseURL(null));
    reponse.setMessageRetour(retour);
    return reponse;
  }

  public static EffacerDossierRejeteResponse efface(MessageRetour retour) {
    EffacerDossierRejeteResponse reponse = new EffacerDossierRejeteResponse();
    reponse.setMessageRetour(retour);
    return reponse;
  }

  public static ExercerDroitRemordDossierResponse recupere(MessageRetour retour) {
    ExercerDroitRemordDossierResponse reponse = new ExercerDroitRemordDossierResponse();
    reponse.setMessageRetour(retour);
    return reponse;
  }

  public static ForcerEtapeResponse etapeForcee(MessageRetour retour) {
    ForcerEtapeResponse reponse = new ForcerEtapeResponse();
    reponse.setMessageRetour(retour);
    return reponse;
  }

  /**
   * Les éléments que le schéma exige sont là, vides : un client strict (zeep) ne lit pas une
   * réponse où ils manquent.
   */
  public static GetDossierResponse refusLecture(MessageRetour refus) {
    GetDossierResponse reponse = new GetDossierResponse();
    reponse.setTypeTechnique("");
    reponse.setSousType("");
    reponse.setDossierID("");
    reponse.setVisibilite("");
    reponse.setMessageRetour(refus);
    return reponse;
  }

  /**
   * @param bordereau toujours la dernière annexe : des connecteurs ôtent la dernière sans la
   *     regarder (contrat B.9)
   */
  public static GetDossierResponse complet(DossierComplet d, Contenu bordereau, Echange echange) {
    GetDossierResponse reponse = new GetDossierResponse();
    reponse.setTypeTechnique(d.type());
    reponse.setSousType(d.sousType());
    reponse.setDossierID(d.id().valeur());
    reponse.setAnnotationPublique(nonVide(d.annotationPublique()));
    reponse.setAnnotationPrivee(nonVide(d.annotationPrivee()));
    reponse.setVisibilite(d.visibilite().name());
    reponse.setDateLimite(d.dateLimite() == null ? null : d.dateLimite().toString());
    principaux(d, reponse, echange);
    d.signatures().stream()
        .findFirst()
        .ifPresent(s -> reponse.setSignatureDocPrincipal(signature(s, echange)));
    reponse.setXPathPourSignaturePES(nonVide(d.xpath()));
    reponse.setDocumentsAnnexes(
        annexes(Stream.concat(d.annexes().stream(), Stream.of(bordereau)).toList(), echange));
    reponse.setMetaDonnees(metadonnees(d));
    reponse.setMessageRetour(Retour.ok());
    return reponse;
  }

  /** Un PES revient dans FichierPES, avec son visuel ; tout autre document dans DocPrincipal. */
  private static void principaux(DossierComplet d, GetDossierResponse reponse, Echange echange) {
    if (d.principaux().isEmpty()) {
      return;
    }
    Contenu premier = d.principaux().get(0);
    reponse.setNomDocPrincipal(premier.nom());
    if (d.protocole() == Protocole.HELIOS) {
      reponse.setFichierPES(document(premier, echange));
      d.visuel().ifPresent(v -> reponse.setVisuelPDF(document(v, echange)));
    } else {
      reponse.setDocPrincipal(document(premier, echange));
    }
    reponse.setDocumentsSupplementaires(
        annexes(d.principaux().subList(1, d.principaux().size()), echange));
  }

  /** Un contenu qui partira en flux à la place de son repère. */
  public static TypeDoc document(Contenu contenu, Echange echange) {
    TypeDoc document = new TypeDoc();
    document.setContentType(contenu.typeMime());
    document.setValue(echange.joindre(contenu));
    return document;
  }

  /** Une signature détachée porte le type que son nom dit : son contenu seul ne le dit pas. */
  private static TypeDoc signature(Contenu contenu, Echange echange) {
    TypeDoc document = document(contenu, echange);
    document.setContentType(
        contenu.nom().endsWith(".zip")
            ? "application/zip"
            : contenu.nom().endsWith(".xml") ? "text/xml" : "application/pkcs7-signature");
    return document;
  }

  /** Absent s’il n’y en a aucune. */
  private static TypeDocAnnexes annexes(List<Contenu> contenus, Echange echange) {
    if (contenus.isEmpty()) {
      return null;
    }
    TypeDocAnnexes annexes = new TypeDocAnnexes();
    contenus.forEach(contenu -> annexes.getDocAnnexe().add(annexe(contenu, echange)));
    return annexes;
  }

  /**
   * Le nom revient entre guillemets droits, comme le serveur classique le rendait (contrat B.9).
   */
  private static DocAnnexe annexe(Contenu contenu, Echange echange) {
    DocAnnexe annexe = new DocAnnexe();
    annexe.setNom('"' + contenu.nom() + '"');
    annexe.setFichier(document(contenu, echange));
    annexe.setMimetype(contenu.typeMime());
    annexe.setEncoding(ENCODAGE);
    return annexe;
  }

  private static TypeMetaDonnees metadonnees(DossierComplet d) {
    TypeMetaDonnees metadonnees = new TypeMetaDonnees();
    metadonnees.getMetaDonnee().add(metadonnee(TITRE, d.titre()));
    d.metadonnees()
        .forEach((nom, valeur) -> metadonnees.getMetaDonnee().add(metadonnee(nom, valeur)));
    return metadonnees;
  }

  private static MetaDonnee metadonnee(String nom, String valeur) {
    MetaDonnee metadonnee = new MetaDonnee();
    metadonnee.setNom(nom);
    metadonnee.setValeur(valeur);
    return metadonnee;
  }

  private static String nonVide(String texte) {
    return texte == null || texte.isEmpty() ? null : texte;
  }
}
