-- Le nœud du document XML qu'un logiciel métier demande de signer (XPathPourSignatureXML, XPathPourSignaturePES) :
-- gardé avec le dossier, rendu par GetDossier. NULL : tout le document.
ALTER TABLE dossier ADD COLUMN xpath_signature text CHECK (length(xpath_signature) BETWEEN 1 AND 1000);
