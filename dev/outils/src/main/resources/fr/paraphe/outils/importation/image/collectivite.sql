SELECT CAST(json_build_object('domaine', c.domaine, 'titre', c.titre, 'siren', c.siren, 'ville', c.ville, 'code-postal', c.code_postal,
  'pays', nullif(c.pays, 'FR'), 'par-defaut', CASE WHEN c.par_defaut THEN 'oui' END, 'active', CASE WHEN NOT c.active THEN 'non' END,
  'reglages', nullif(c.reglages, '{}')) AS text)
FROM collectivite c WHERE c.id = ?
