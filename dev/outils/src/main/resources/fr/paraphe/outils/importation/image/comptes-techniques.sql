SELECT CAST(json_build_object('utilisateur', u.identifiant, 'bureau', b.nom_court, 'libelle', t.libelle,
  'adresses', CASE WHEN t.adresses <> '{}' THEN to_json(CAST(t.adresses AS text[])) END) AS text)
FROM compte_technique t JOIN utilisateur u ON u.id = t.utilisateur_id JOIN bureau b ON b.id = t.bureau_id
WHERE t.collectivite_id = ? ORDER BY lower(u.identifiant) COLLATE "C"
