SELECT CAST(json_build_object('nom', t.nom, 'description', nullif(t.description, ''), 'format', nullif(t.format_signature, 'AUTO'),
  'protocole', nullif(t.protocole, 'AUCUN'), 'actif', CASE WHEN NOT t.actif THEN 'non' END, 'reglages', nullif(t.reglages, '{}'),
  'sous-types', (SELECT json_agg(json_build_object('nom', s.nom, 'description', nullif(s.description, ''), 'circuit', c.nom, 'cachet', k.titre,
      'cachet-automatique', CASE WHEN s.cachet_automatique THEN 'oui' END, 'multi-document', CASE WHEN s.multi_document THEN 'oui' END,
      'signature-obligatoire', CASE WHEN s.signature_obligatoire THEN 'oui' END,
      'lecture-obligatoire', CASE WHEN s.lecture_obligatoire THEN 'oui' END, 'retention-mois', s.retention_mois,
      'creation', CASE WHEN NOT s.creation_publique THEN coalesce(acces.creer_bureaux, '[]') END, 'creation-groupes', acces.creer_groupes,
      'filtrage', CASE WHEN NOT s.filtre_public THEN coalesce(acces.filtrer_bureaux, '[]') END, 'filtrage-groupes', acces.filtrer_groupes,
      'variables', acces.variable_bureaux, 'variables-groupes', acces.variable_groupes, 'actif', CASE WHEN NOT s.actif THEN 'non' END,
      'reglages', nullif(s.reglages, '{}'),
      'metadonnees', (SELECT json_agg(json_build_object('nom', m.nom_court, 'defaut', x.defaut,
          'obligatoire', CASE WHEN x.obligatoire THEN 'oui' END, 'editable', CASE WHEN NOT x.editable THEN 'non' END)
          ORDER BY x.ordre, m.nom_court COLLATE "C")
        FROM sous_type_metadonnee x JOIN metadonnee m ON m.id = x.metadonnee_id WHERE x.sous_type_id = s.id),
      'calques', (SELECT json_agg(json_build_object('nom', q.nom, 'cible', x.cible, 'documents', nullif(x.documents, '0'))
          ORDER BY lower(q.nom) COLLATE "C", x.cible)
        FROM sous_type_calque x JOIN calque q ON q.id = x.calque_id WHERE x.sous_type_id = s.id)) ORDER BY lower(s.nom) COLLATE "C")
    FROM sous_type s LEFT JOIN circuit c ON c.id = s.circuit_id LEFT JOIN cachet k ON k.id = s.cachet_id
    CROSS JOIN LATERAL (SELECT json_agg(b.nom_court ORDER BY lower(b.nom_court) COLLATE "C") FILTER (WHERE a.droit = 'CREER' AND b.id IS NOT NULL) AS creer_bureaux,
      json_agg(g.nom ORDER BY lower(g.nom) COLLATE "C") FILTER (WHERE a.droit = 'CREER' AND g.id IS NOT NULL) AS creer_groupes,
      json_agg(b.nom_court ORDER BY lower(b.nom_court) COLLATE "C") FILTER (WHERE a.droit = 'FILTRER' AND b.id IS NOT NULL) AS filtrer_bureaux,
      json_agg(g.nom ORDER BY lower(g.nom) COLLATE "C") FILTER (WHERE a.droit = 'FILTRER' AND g.id IS NOT NULL) AS filtrer_groupes,
      json_agg(b.nom_court ORDER BY lower(b.nom_court) COLLATE "C") FILTER (WHERE a.droit = 'VARIABLE' AND b.id IS NOT NULL) AS variable_bureaux,
      json_agg(g.nom ORDER BY lower(g.nom) COLLATE "C") FILTER (WHERE a.droit = 'VARIABLE' AND g.id IS NOT NULL) AS variable_groupes
      FROM sous_type_acces a LEFT JOIN bureau b ON b.id = a.bureau_id LEFT JOIN groupe g ON g.id = a.groupe_id WHERE a.sous_type_id = s.id) acces
    WHERE s.type_id = t.id)) AS text)
FROM type_dossier t WHERE t.collectivite_id = ? ORDER BY lower(t.nom) COLLATE "C"
