SELECT CAST(json_build_object('titre', k.titre, 'alias', k.cle_alias, 'texte', nullif(k.texte, '')) AS text)
FROM cachet k WHERE k.collectivite_id = ? ORDER BY lower(k.titre) COLLATE "C", k.cle_alias COLLATE "C"
