WITH d AS (
  SELECT d.*, lower(d.periode) AT TIME ZONE 'Europe/Paris' AS de, upper(d.periode) AT TIME ZONE 'Europe/Paris' AS a FROM delegation d)
SELECT CAST(json_build_object('bureau', b.nom_court, 'delegue', g.nom_court, 'type', t.nom, 'sous-type', s.nom,
  'du', CASE WHEN d.de = date_trunc('day', d.de) THEN to_char(d.de, 'YYYY-MM-DD')
    ELSE to_char(lower(d.periode) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') END,
  'au', CASE WHEN d.a = date_trunc('day', d.a) THEN to_char(d.a - interval '1 day', 'YYYY-MM-DD')
    ELSE to_char(upper(d.periode) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') END,
  'dossiers-en-cours', CASE WHEN NOT d.dossiers_en_cours THEN 'non' END, 'creee-par', u.identifiant) AS text)
FROM d JOIN bureau b ON b.id = d.bureau_id JOIN bureau g ON g.id = d.delegue_id LEFT JOIN type_dossier t ON t.id = d.type_id
LEFT JOIN sous_type s ON s.id = d.sous_type_id JOIN utilisateur u ON u.id = d.creee_par
WHERE d.collectivite_id = ?
ORDER BY lower(b.nom_court) COLLATE "C", lower(g.nom_court) COLLATE "C", lower(t.nom) COLLATE "C", lower(s.nom) COLLATE "C", d.periode
