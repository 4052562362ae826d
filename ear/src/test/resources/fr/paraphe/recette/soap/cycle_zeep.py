"""Le cycle entier d'un logiciel métier, par un client qui ne connaît que le WSDL."""
import base64
import sys
import uuid

import requests
import zeep
from zeep.transports import Transport

ADRESSE, COMPTE, VALIDEUR, MOT_DE_PASSE = sys.argv[1:5]
PDF = base64.b64decode(
    "JVBERi0xLjQKMSAwIG9iago8PC9UeXBlL0NhdGFsb2cvUGFnZXMgMiAwIFI+PgplbmRvYmoKMiAwIG9iago8PC9UeXBlL1BhZ2VzL0NvdW50IDEvS2lkc1szIDAgUl0+"
    "PgplbmRvYmoKMyAwIG9iago8PC9UeXBlL1BhZ2UvUGFyZW50IDIgMCBSL01lZGlhQm94WzAgMCA1OTUgODQyXT4+CmVuZG9iagp0cmFpbGVyCjw8L1Jvb3QgMSAwIFI+"
    "PgolJUVPRgo="
)


def connecter(compte):
    session = requests.Session()
    session.auth = (compte.encode("utf-8"), MOT_DE_PASSE.encode("utf-8"))
    client = zeep.Client(ADRESSE + "?wsdl", transport=Transport(session=session))
    port = "InterfaceParapheurSoap11NoMtom" if "no-mtom" in ADRESSE else "InterfaceParapheurSoap11"
    service = "InterfaceParapheurServiceNoMTOM" if "no-mtom" in ADRESSE else "InterfaceParapheurService"
    return client.bind(service, port)


def exiger(vrai, quoi):
    if not vrai:
        sys.exit("faux : " + quoi)


ws, dgs = connecter(COMPTE), connecter(VALIDEUR)
exiger(ws.echo("Coucou, ici Python !") == "[%s] m'a dit: \"Coucou, ici Python !\"!" % COMPTE, "echo")
exiger("Visa" in ws.GetListeTypes(""), "types")
exiger(ws.GetListeSousTypes("Visa") == ["Visa simple"], "sous-types")
exiger([e.Role for e in ws.GetCircuit("Visa", "Visa simple")] == ["VISEUR", "ARCHIVAGE"], "circuit")
exiger(any(m.nature == "BOOLEAN" for m in ws.GetListeMetaDonnees("")), "dictionnaire")
exiger(ws.GetMetaDonneesRequisesPourTypeSoustype("Voirie", "Permission")[0].obligatoire == "true", "métadonnées requises")


def deposer(identifiant, titre):
    document = {"_value_1": PDF, "contentType": "application/pdf"}
    return ws.CreerDossier(
        TypeTechnique="Visa", SousType="Visa simple", DossierID=identifiant, DossierTitre=titre, DocumentPrincipal=document,
        VisuelPDF=None, XPathPourSignatureXML=None, MetaDataTdtACTES=None, AnnotationPublique="À relire", AnnotationPrivee=None,
        Visibilite="SERVICE", DateLimite=None,
        DocumentsAnnexes={"DocAnnexe": [{"nom": "an1.pdf", "fichier": document, "mimetype": "application/pdf", "encoding": "UTF-8"}]})


def forcer(identifiant, code):
    r = dgs.ForcerEtape(DossierID=identifiant, CodeTransition=code, AnnotationPublique="Vu", AnnotationPrivee=None)
    exiger(r.MessageRetour.codeRetour == "OK", str(r))


identifiant = "zeep " + str(uuid.uuid4())
cree = deposer(identifiant, "Un titre")
exiger(cree.MessageRetour.message == "Dossier Un titre soumis dans le circuit" and cree.DossierID is None, str(cree))
double = deposer(identifiant, "Un titre")
exiger(double.MessageRetour.codeRetour == "KO" and "déjà présent" in double.MessageRetour.message, str(double))
engendre = deposer("", "Sans identifiant")
exiger(len(engendre.DossierID) == 36, str(engendre))
trouves = ws.RechercherDossiers(DossierID=[identifiant, engendre.DossierID])
exiger([t.status for t in trouves] == ["EnCoursVisa", "EnCoursVisa"], str(trouves))
forcer(identifiant, "OK")
histo = ws.GetHistoDossier(identifiant)
exiger(histo.LogDossier[-1].status == "Archive" and histo.MessageRetour.codeRetour == "OK", str(histo))
dossier = ws.GetDossier(identifiant)
exiger(dossier.DocPrincipal._value_1 == PDF, "document")
exiger([a.nom for a in dossier.DocumentsAnnexes.DocAnnexe] == ['"an1.pdf"', '"iParapheur_impression_dossier.pdf"'], "annexes")
archive = ws.ArchiverDossier(DossierID=identifiant, ArchivageAction="EFFACER")
exiger(archive.MessageRetour.message == "Dossier %s supprimé du Parapheur." % identifiant, str(archive))
exiger(ws.GetDossier(identifiant).MessageRetour.message == "Dossier %s introuvable." % identifiant, "encore là")
remords = ws.ExercerDroitRemordDossier(engendre.DossierID)
exiger(remords.codeRetour == "OK", str(remords))
rejete = "zeep " + str(uuid.uuid4())
deposer(rejete, "")
forcer(rejete, "KO")
exiger(any(t.nom == rejete for t in ws.RechercherDossiers(Status="Rejet*")), "recherche des rejetés")
exiger(ws.EffacerDossierRejete(rejete).codeRetour == "OK", "effacement")
exiger(ws.EnvoyerDossierTdT(engendre.DossierID).MessageRetour.codeRetour == "KO", "TdT")
print("tout va bien")
