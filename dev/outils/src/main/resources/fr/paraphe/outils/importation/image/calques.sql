SELECT CAST(json_build_object('nom', k.nom, 'elements', nullif(k.elements, '[]')) AS text)
FROM calque k WHERE k.collectivite_id = ? ORDER BY lower(k.nom) COLLATE "C", k.id
