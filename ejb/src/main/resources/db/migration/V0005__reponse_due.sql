-- Les actes de connecteur (archiver, effacer, remords) dont la réponse n'est pas encore remise : la même demande du même compte
-- reçoit le même succès pendant 24 heures (contrat SOAP, J). La ligne s'écrit avec l'acte et part avec la remise.
CREATE TABLE reponse_due (
  collectivite_id integer NOT NULL, utilisateur_id integer NOT NULL,
  acte text NOT NULL CHECK (acte IN ('ARCHIVER','EFFACER_TERMINE','EFFACER_REJETE','RECUPERER')),
  identifiant text NOT NULL, faite_le timestamptz NOT NULL,
  PRIMARY KEY (utilisateur_id, acte, identifiant),
  FOREIGN KEY (collectivite_id, utilisateur_id) REFERENCES utilisateur (collectivite_id, id) ON DELETE CASCADE);

-- Les dépôts de connecteur dont la réponse n'est pas remise : peu nombreux, cherchés à chaque dépôt sans identifiant.
CREATE INDEX dossier_depot_non_livre ON dossier (emetteur_id, depot_empreinte)
  WHERE depot_livre_le IS NULL AND clos_le IS NULL AND origine = 'SOAP';
