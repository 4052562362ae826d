-- Circuits : exigences des étapes, fin de circuit, sélection par règles déclaratives.
-- Aucun programme n'écrivait ces trois colonnes ; elles se lisaient mal ensemble.
ALTER TABLE etape_modele DROP COLUMN metadonnees_validation, DROP COLUMN metadonnees_rejet, DROP COLUMN notifies,
  ADD COLUMN exigences jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(exigences) = 'object');
ALTER TABLE circuit ADD COLUMN fin jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(fin) = 'object');   -- bureaux prévenus à la fin

-- Un sous-type a un circuit, ou une table de règles : première tenue, première servie. Le texte de script n'était jamais exécuté.
ALTER TABLE sous_type DROP COLUMN script, ADD COLUMN par_regles boolean NOT NULL DEFAULT false;
UPDATE sous_type SET par_regles = true WHERE circuit_id IS NULL;
ALTER TABLE sous_type ADD CONSTRAINT sous_type_aiguillage CHECK (par_regles = (circuit_id IS NULL));
CREATE TABLE regle_selection (
  collectivite_id integer NOT NULL, sous_type_id integer NOT NULL, rang smallint NOT NULL CHECK (rang > 0), circuit_id integer NOT NULL,
  conditions jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(conditions) = 'array'),     -- toutes ; aucune : le reste
  variables jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(variables) = 'array'),       -- bureaux des étapes variables
  PRIMARY KEY (sous_type_id, rang),
  FOREIGN KEY (collectivite_id, sous_type_id) REFERENCES sous_type (collectivite_id, id) ON DELETE CASCADE,
  FOREIGN KEY (collectivite_id, circuit_id) REFERENCES circuit (collectivite_id, id));
CREATE INDEX regle_selection_circuit ON regle_selection (circuit_id);
