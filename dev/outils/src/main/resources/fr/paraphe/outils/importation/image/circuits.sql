SELECT CAST(json_build_object('nom', c.nom, 'bureau-final', f.nom_court, 'public', CASE WHEN NOT c.public THEN 'non' END,
  'actif', CASE WHEN NOT c.actif THEN 'non' END,
  'bureaux', (SELECT json_agg(b.nom_court ORDER BY lower(b.nom_court) COLLATE "C") FROM circuit_acces a JOIN bureau b ON b.id = a.bureau_id
    WHERE a.circuit_id = c.id),
  'groupes', (SELECT json_agg(g.nom ORDER BY lower(g.nom) COLLATE "C") FROM circuit_acces a JOIN groupe g ON g.id = a.groupe_id
    WHERE a.circuit_id = c.id),
  'etapes', (SELECT json_agg(e.etape ORDER BY e.rang) FROM (
    SELECT m.rang, json_build_object('action', min(m.action), 'mode', nullif(min(m.mode), 'SEUL'), 'requis', min(m.requis),
      'designation', CASE WHEN min(m.designation) <> 'BUREAU' THEN min(m.designation) END,
      'bureau', CASE WHEN min(m.mode) = 'SEUL' THEN min(b.nom_court) END,
      'bureaux', CASE WHEN min(m.mode) <> 'SEUL' THEN json_agg(b.nom_court ORDER BY m.creneau) END,
      'delai-jours', min(m.delai_jours)) AS etape
    FROM etape_modele m LEFT JOIN bureau b ON b.id = m.bureau_id WHERE m.circuit_id = c.id GROUP BY m.rang) e)) AS text)
FROM circuit c LEFT JOIN bureau f ON f.id = c.bureau_final_id WHERE c.collectivite_id = ? ORDER BY lower(c.nom) COLLATE "C"
