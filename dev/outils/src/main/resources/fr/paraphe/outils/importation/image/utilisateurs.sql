SELECT CAST(json_build_object('identifiant', u.identifiant, 'prenom', nullif(u.prenom, ''), 'nom', u.nom, 'courriel', u.courriel,
  'role', nullif(u.role, 'AUCUN'), 'notification', nullif(u.notification, 'CHAQUE'), 'actif', CASE WHEN NOT u.actif THEN 'non' END,
  'origine', nullif(u.origine, 'LOCAL'), 'origine-ref', u.origine_ref, 'certificat-empreinte', encode(u.certificat_empreinte, 'hex'),
  'certificat', replace(encode(u.certificat, 'base64'), E'\n', ''), 'informations', nullif(u.informations, '{}')) AS text)
FROM utilisateur u WHERE u.collectivite_id = ? ORDER BY lower(u.identifiant) COLLATE "C"
