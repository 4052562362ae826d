SELECT CAST(json_build_object('nom', b.nom_court, 'titre', nullif(b.titre, b.nom_court), 'description', nullif(b.description, ''),
  'superieur', s.nom_court,
  'proprietaires', (SELECT json_agg(u.identifiant ORDER BY lower(u.identifiant) COLLATE "C") FROM bureau_utilisateur l JOIN utilisateur u ON u.id = l.utilisateur_id
    WHERE l.bureau_id = b.id AND l.role = 'PROPRIETAIRE'),
  'secretaires', (SELECT json_agg(u.identifiant ORDER BY lower(u.identifiant) COLLATE "C") FROM bureau_utilisateur l JOIN utilisateur u ON u.id = l.utilisateur_id
    WHERE l.bureau_id = b.id AND l.role = 'SECRETAIRE'),
  'superviseurs', (SELECT json_agg(u.identifiant ORDER BY lower(u.identifiant) COLLATE "C") FROM bureau_utilisateur l JOIN utilisateur u ON u.id = l.utilisateur_id
    WHERE l.bureau_id = b.id AND l.role = 'SUPERVISEUR'),
  'administrateurs', (SELECT json_agg(u.identifiant ORDER BY lower(u.identifiant) COLLATE "C") FROM bureau_utilisateur l JOIN utilisateur u ON u.id = l.utilisateur_id
    WHERE l.bureau_id = b.id AND l.role = 'ADMINISTRATEUR'),
  'associes', (SELECT json_agg(a.nom_court ORDER BY lower(a.nom_court) COLLATE "C") FROM bureau_associe x JOIN bureau a ON a.id = x.associe_id
    WHERE x.bureau_id = b.id),
  'metadonnees', (SELECT json_agg(m.nom_court ORDER BY m.nom_court COLLATE "C") FROM bureau_metadonnee x JOIN metadonnee m ON m.id = x.metadonnee_id
    WHERE x.bureau_id = b.id),
  'habilitations', CASE WHEN NOT (b.peut_creer AND b.peut_traiter AND b.peut_archiver AND b.peut_enchainer AND b.peut_secretariat)
    THEN to_json(array_remove(ARRAY[CASE WHEN b.peut_creer THEN 'creer' END, CASE WHEN b.peut_traiter THEN 'traiter' END,
      CASE WHEN b.peut_archiver THEN 'archiver' END, CASE WHEN b.peut_enchainer THEN 'enchainer' END,
      CASE WHEN b.peut_secretariat THEN 'secretariat' END], NULL)) END,
  'affiche-a-venir', CASE WHEN b.affiche_a_venir THEN 'oui' END, 'actif', CASE WHEN NOT b.actif THEN 'non' END) AS text)
FROM bureau b LEFT JOIN bureau s ON s.id = b.superieur_id WHERE b.collectivite_id = ? ORDER BY lower(b.nom_court) COLLATE "C"
