SELECT CAST(json_build_object('nom', m.nom_court, 'libelle', nullif(m.nom_long, m.nom_court), 'nature', nullif(m.nature, 'TEXTE'),
  'valeurs', CASE WHEN m.valeurs <> '{}' THEN to_json(m.valeurs) END,
  'tri-alphabetique', CASE WHEN m.tri_alphabetique THEN 'oui' END) AS text)
FROM metadonnee m WHERE m.collectivite_id = ? ORDER BY m.nom_court COLLATE "C"
