-- Les derniers appels de chaque compte de connecteur (cent au plus), pour qui branche un logiciel ; ce n'est pas une preuve.
CREATE TABLE appel_connecteur (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  collectivite_id integer NOT NULL, utilisateur_id integer NOT NULL,
  debut timestamptz NOT NULL, duree_ms integer NOT NULL CHECK (duree_ms >= 0),
  operation text NOT NULL, issue text NOT NULL CHECK (issue IN ('OK','REFUS','FAUTE')), detail text NOT NULL DEFAULT '',
  FOREIGN KEY (collectivite_id, utilisateur_id) REFERENCES utilisateur (collectivite_id, id) ON DELETE CASCADE);
CREATE INDEX appel_connecteur_compte ON appel_connecteur (utilisateur_id, debut DESC, id DESC);
