-- Étapes parallèles : combien de décisions suffisent. NULL : toutes (ET), ou une (OU, SEUL).
ALTER TABLE etape_modele ADD COLUMN requis smallint CHECK (requis > 0), ADD CHECK (requis IS NULL OR mode = 'ET');
ALTER TABLE etape ADD COLUMN requis smallint CHECK (requis > 0), ADD CHECK (requis IS NULL OR mode = 'ET');
