-- L’administrateur de toute l’instance, et la tête de la chaîne d’administration de chaque collectivité :
-- une ligne ôtée à la fin se voit aussi.
ALTER TABLE utilisateur DROP CONSTRAINT utilisateur_role_check,
  ADD CONSTRAINT utilisateur_role_check CHECK (role IN ('AUCUN','ADMIN_CIRCUITS','ADMIN_FONCTIONNEL','ADMIN','SUPER_ADMIN'));
ALTER TABLE collectivite ADD COLUMN journal_rang bigint NOT NULL DEFAULT 0, ADD COLUMN journal_tete bytea NOT NULL DEFAULT '';
CREATE TRIGGER evenement_systeme_fige BEFORE UPDATE OR DELETE OR TRUNCATE ON evenement_systeme FOR EACH STATEMENT EXECUTE FUNCTION journal_fige();
-- Chercher un bureau ou une personne par un bout de son nom, sans accent ni casse.
CREATE INDEX bureau_recherche ON bureau USING gin (normalise(nom_court || ' ' || titre) gin_trgm_ops);
CREATE INDEX utilisateur_recherche ON utilisateur USING gin (normalise(identifiant || ' ' || prenom || ' ' || nom || ' ' || courriel) gin_trgm_ops);
CREATE INDEX utilisateur_nom ON utilisateur (collectivite_id, nom, prenom, id);
CREATE INDEX bureau_titre ON bureau (collectivite_id, titre, id);
