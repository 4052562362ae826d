SELECT CAST(json_build_object('nom', g.nom, 'parent', p.nom, 'membres', (SELECT json_agg(u.identifiant ORDER BY lower(u.identifiant) COLLATE "C")
  FROM groupe_utilisateur m JOIN utilisateur u ON u.id = m.utilisateur_id WHERE m.groupe_id = g.id)) AS text)
FROM groupe g LEFT JOIN groupe p ON p.id = g.parent_id WHERE g.collectivite_id = ? ORDER BY lower(g.nom) COLLATE "C"
