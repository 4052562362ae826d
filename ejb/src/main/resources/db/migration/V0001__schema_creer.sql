-- Paraphe : le schéma de départ. Modèle et mesures : docs/architecture.md. PostgreSQL 15 ou plus récent (17 est embarqué).
-- Entiers courts pour l'organisation et la typologie, bigint pour le volume ; les ids sont pris par l'application dans des
-- séquences au pas de 50 (EclipseLink, allocationSize = 50). Codes en texte + CHECK. Instants en timestamptz (UTC).
-- « En circulation » s'écrit toujours clos_le IS NULL : un prédicat sans paramètre, que les requêtes préparées savent
-- rapprocher des index partiels. Ce qui attend sur un bureau est une ligne de tache, jamais un parcours de etape.
-- Les rôles (propriétaire du schéma, application) sont créés par l'installation, pas par les migrations.

-- ============================================================ part 1: tables
CREATE EXTENSION IF NOT EXISTS unaccent;      -- all four are "trusted": the database owner may create them
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS btree_gin;

CREATE FUNCTION normalise(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, t)) $$;

CREATE TEXT SEARCH CONFIGURATION francais (COPY = french);
ALTER TEXT SEARCH CONFIGURATION francais ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;

-- EclipseLink takes nextval as the LAST id of the block: START must equal INCREMENT (else error 7027 at the first insert).
CREATE SEQUENCE seq_organisation INCREMENT 50 START 50;   -- collectivite .. cachet: rare rows, one sequence
CREATE SEQUENCE seq_dossier      INCREMENT 50 START 50;
CREATE SEQUENCE seq_etape        INCREMENT 50 START 50;
CREATE SEQUENCE seq_document     INCREMENT 50 START 50;
CREATE SEQUENCE seq_blob         INCREMENT 50 START 50;
CREATE SEQUENCE seq_divers       INCREMENT 50 START 50;   -- annotation, signature, preparation, ...

-- ---- organisation
CREATE TABLE collectivite (
  id integer NOT NULL, version integer NOT NULL DEFAULT 0,
  domaine text NOT NULL CHECK (domaine ~ '^[a-z0-9][a-z0-9.-]{0,99}$'),
  titre text NOT NULL, siren text CHECK (siren ~ '^[0-9]{9}$'), ville text, code_postal text, pays text NOT NULL DEFAULT 'FR',
  par_defaut boolean NOT NULL DEFAULT false, active boolean NOT NULL DEFAULT true,
  reglages jsonb NOT NULL DEFAULT '{}', creee_le timestamptz NOT NULL DEFAULT now());

CREATE TABLE utilisateur (
  id integer NOT NULL, version integer NOT NULL DEFAULT 0, collectivite_id integer NOT NULL,
  identifiant text NOT NULL CHECK (identifiant !~ '[@&"£*/<>?%|+;:]'),
  nom text NOT NULL, prenom text NOT NULL DEFAULT '', courriel text NOT NULL,
  mot_de_passe text,                                   -- bcrypt; NULL: LDAP, OIDC or certificate only
  role text NOT NULL DEFAULT 'AUCUN' CHECK (role IN ('AUCUN','ADMIN_CIRCUITS','ADMIN_FONCTIONNEL','ADMIN')),
  origine text NOT NULL DEFAULT 'LOCAL' CHECK (origine IN ('LOCAL','LDAP','OIDC')), origine_ref text,
  certificat_empreinte bytea CHECK (octet_length(certificat_empreinte) = 32), certificat bytea,
  image_blob_id bigint, informations jsonb NOT NULL DEFAULT '{}',
  notification text NOT NULL DEFAULT 'CHAQUE' CHECK (notification IN ('CHAQUE','HORAIRE','QUOTIDIENNE','HEBDOMADAIRE','JAMAIS')),
  actif boolean NOT NULL DEFAULT true, cree_le timestamptz NOT NULL DEFAULT now());

CREATE TABLE compte_technique (                        -- the machine side of a user: one row more, same login space
  utilisateur_id integer NOT NULL, collectivite_id integer NOT NULL,
  bureau_id integer NOT NULL, libelle text NOT NULL, adresses inet[] NOT NULL DEFAULT '{}', jeton_empreinte bytea,
  dernier_appel_le timestamptz);

CREATE TABLE groupe (
  id integer NOT NULL, version integer NOT NULL DEFAULT 0, collectivite_id integer NOT NULL,
  nom text NOT NULL, parent_id integer CHECK (parent_id <> id));
CREATE TABLE groupe_utilisateur (collectivite_id integer NOT NULL, groupe_id integer NOT NULL, utilisateur_id integer NOT NULL);

CREATE TABLE bureau (
  id integer NOT NULL, version integer NOT NULL DEFAULT 0, collectivite_id integer NOT NULL,
  nom_court text NOT NULL CHECK (nom_court ~ '[[:alnum:]]$' AND nom_court !~ '[&"£*/<>?%|+;]'),
  titre text NOT NULL, description text NOT NULL DEFAULT '', superieur_id integer CHECK (superieur_id <> id),
  affiche_a_venir boolean NOT NULL DEFAULT false,
  peut_creer boolean NOT NULL DEFAULT true, peut_traiter boolean NOT NULL DEFAULT true, peut_archiver boolean NOT NULL DEFAULT true,
  peut_enchainer boolean NOT NULL DEFAULT true, peut_secretariat boolean NOT NULL DEFAULT true,
  actif boolean NOT NULL DEFAULT true, CHECK (peut_traiter OR NOT peut_creer));
CREATE TABLE bureau_utilisateur (
  collectivite_id integer NOT NULL, bureau_id integer NOT NULL, utilisateur_id integer NOT NULL,
  role text NOT NULL CHECK (role IN ('PROPRIETAIRE','SECRETAIRE','SUPERVISEUR','ADMINISTRATEUR')));
CREATE TABLE bureau_associe (collectivite_id integer NOT NULL, bureau_id integer NOT NULL, associe_id integer NOT NULL, CHECK (bureau_id <> associe_id));
CREATE TABLE bureau_metadonnee (collectivite_id integer NOT NULL, bureau_id integer NOT NULL, metadonnee_id integer NOT NULL);

CREATE TABLE delegation (
  id integer NOT NULL, version integer NOT NULL DEFAULT 0, collectivite_id integer NOT NULL,
  bureau_id integer NOT NULL, delegue_id integer NOT NULL CHECK (delegue_id <> bureau_id),
  periode tstzrange NOT NULL CHECK (NOT isempty(periode) AND NOT (lower_inf(periode) AND upper_inf(periode))),
  dossiers_en_cours boolean NOT NULL DEFAULT true,
  type_id integer, sous_type_id integer,                -- NULL: every type
  creee_par integer NOT NULL, creee_le timestamptz NOT NULL DEFAULT now());

-- ---- circuits and typology
CREATE TABLE circuit (
  id integer NOT NULL, version integer NOT NULL DEFAULT 0, collectivite_id integer NOT NULL,
  nom text NOT NULL CHECK (length(nom) BETWEEN 1 AND 255), public boolean NOT NULL DEFAULT true,
  bureau_final_id integer, actif boolean NOT NULL DEFAULT true);
CREATE TABLE circuit_acces (collectivite_id integer NOT NULL, circuit_id integer NOT NULL, bureau_id integer, groupe_id integer,
  CHECK (num_nonnulls(bureau_id, groupe_id) = 1));
CREATE TABLE etape_modele (                             -- one row per slot: (rang, creneau)
  id integer NOT NULL, collectivite_id integer NOT NULL, circuit_id integer NOT NULL,
  rang smallint NOT NULL CHECK (rang > 0), creneau smallint NOT NULL DEFAULT 0 CHECK (creneau >= 0),
  mode text NOT NULL DEFAULT 'SEUL' CHECK (mode IN ('SEUL','OU','ET')),
  action text NOT NULL CHECK (action IN ('VISA','SIGNATURE','CACHET','TDT','MAILSEC','MAILSEC_PASTELL','SIGNATURE_EXTERNE')),
  designation text NOT NULL CHECK (designation IN ('BUREAU','EMETTEUR','CHEF_DE','VARIABLE')),
  bureau_id integer, delai_jours smallint CHECK (delai_jours > 0),
  metadonnees_validation integer[] NOT NULL DEFAULT '{}', metadonnees_rejet integer[] NOT NULL DEFAULT '{}',
  notifies jsonb NOT NULL DEFAULT '[]',
  CHECK ((designation = 'BUREAU') = (bureau_id IS NOT NULL)),
  CHECK (mode <> 'SEUL' OR creneau = 0),
  CHECK (mode = 'SEUL' OR (designation = 'BUREAU' AND action IN ('VISA','SIGNATURE'))));

CREATE TABLE type_dossier (
  id integer NOT NULL, version integer NOT NULL DEFAULT 0, collectivite_id integer NOT NULL,
  nom text NOT NULL CHECK (length(nom) BETWEEN 1 AND 64), description text NOT NULL DEFAULT '',
  protocole text NOT NULL DEFAULT 'AUCUN' CHECK (protocole IN ('AUCUN','ACTES','HELIOS')),
  format_signature text NOT NULL DEFAULT 'AUTO', reglages jsonb NOT NULL DEFAULT '{}', actif boolean NOT NULL DEFAULT true);
CREATE TABLE sous_type (
  id integer NOT NULL, version integer NOT NULL DEFAULT 0, collectivite_id integer NOT NULL, type_id integer NOT NULL,
  nom text NOT NULL CHECK (length(nom) BETWEEN 1 AND 64), description text NOT NULL DEFAULT '',
  circuit_id integer, script text, cachet_id integer,
  signature_obligatoire boolean NOT NULL DEFAULT false, lecture_obligatoire boolean NOT NULL DEFAULT false,
  multi_document boolean NOT NULL DEFAULT false, cachet_automatique boolean NOT NULL DEFAULT false,
  creation_publique boolean NOT NULL DEFAULT true, filtre_public boolean NOT NULL DEFAULT true,
  retention_mois smallint CHECK (retention_mois > 0), reglages jsonb NOT NULL DEFAULT '{}', actif boolean NOT NULL DEFAULT true,
  CHECK (num_nonnulls(circuit_id, script) = 1));
CREATE TABLE sous_type_acces (collectivite_id integer NOT NULL, sous_type_id integer NOT NULL,
  droit text NOT NULL CHECK (droit IN ('CREER','FILTRER','VARIABLE')), bureau_id integer, groupe_id integer,
  CHECK (num_nonnulls(bureau_id, groupe_id) = 1));
CREATE TABLE metadonnee (
  id integer NOT NULL, version integer NOT NULL DEFAULT 0, collectivite_id integer NOT NULL,
  nom_court text NOT NULL CHECK (nom_court ~ '^[a-zA-Z]\w*$'), nom_long text NOT NULL,
  nature text NOT NULL CHECK (nature IN ('TEXTE','DATE','ENTIER','DECIMAL','BOOLEEN','URL')),
  valeurs text[] NOT NULL DEFAULT '{}', tri_alphabetique boolean NOT NULL DEFAULT false,
  CHECK (nature <> 'BOOLEEN' OR valeurs = '{}'));
CREATE TABLE sous_type_metadonnee (collectivite_id integer NOT NULL, sous_type_id integer NOT NULL, metadonnee_id integer NOT NULL,
  ordre smallint NOT NULL, defaut text, obligatoire boolean NOT NULL DEFAULT false, editable boolean NOT NULL DEFAULT true);
CREATE TABLE calque (id integer NOT NULL, version integer NOT NULL DEFAULT 0, collectivite_id integer NOT NULL, nom text NOT NULL,
  elements jsonb NOT NULL DEFAULT '[]');
CREATE TABLE sous_type_calque (collectivite_id integer NOT NULL, sous_type_id integer NOT NULL, calque_id integer NOT NULL,
  cible text NOT NULL CHECK (cible IN ('PRINCIPAL','ANNEXE')), documents text NOT NULL DEFAULT '0');
CREATE TABLE cachet (id integer NOT NULL, version integer NOT NULL DEFAULT 0, collectivite_id integer NOT NULL, titre text NOT NULL,
  certificat bytea NOT NULL, cle_alias text NOT NULL,   -- the private key stays in the credential store / HSM
  image_blob_id bigint, texte text NOT NULL DEFAULT '', expire_le timestamptz NOT NULL);

-- ---- stockage
CREATE TABLE blob (
  id bigint NOT NULL, collectivite_id integer NOT NULL,
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32), taille bigint NOT NULL CHECK (taille >= 0), type_mime text NOT NULL,
  emplacement text NOT NULL,                            -- random name, never the digest
  cle_enveloppee bytea NOT NULL, cle_maitre smallint NOT NULL DEFAULT 1,
  cree_le timestamptz NOT NULL DEFAULT now(), verifie_le timestamptz, antivirus text NOT NULL DEFAULT 'NON_FAIT'
    CHECK (antivirus IN ('NON_FAIT','SAIN','INFECTE')));

-- ---- dossier
CREATE TABLE dossier (
  id bigint NOT NULL,
  cree_le timestamptz NOT NULL DEFAULT now(), emis_le timestamptz, clos_le timestamptz, statut_le timestamptz NOT NULL DEFAULT now(),
  collectivite_id integer NOT NULL, version integer NOT NULL DEFAULT 0,
  type_id integer NOT NULL, sous_type_id integer NOT NULL, emetteur_id integer NOT NULL, bureau_emetteur_id integer NOT NULL,
  journal_rang integer NOT NULL DEFAULT 0, date_limite date,
  identifiant text NOT NULL CHECK (length(identifiant) BETWEEN 1 AND 600),
  titre text NOT NULL CHECK (length(titre) BETWEEN 1 AND 1000 AND titre !~ '[\n\r]'),
  etat text NOT NULL CHECK (etat IN ('BROUILLON','EN_COURS','REJETE','TERMINE','ARCHIVE','SUPPRIME')),
  statut text NOT NULL,                                 -- projection in the words of the SOAP contract (D.3)
  visibilite text NOT NULL DEFAULT 'SERVICE' CHECK (visibilite IN ('PUBLIC','SERVICE','CONFIDENTIEL')),
  origine text NOT NULL DEFAULT 'WEB' CHECK (origine IN ('WEB','SOAP','REST','IMPORT')),
  signature_papier boolean NOT NULL DEFAULT false, verrou_jusqu_au timestamptz,
  journal_tete bytea NOT NULL DEFAULT '\x' CHECK (octet_length(journal_tete) IN (0, 32)),
  depot_empreinte bytea,                                -- SHA-256 of the deposit: same id + same content = same success again
  depot_livre_le timestamptz,                           -- the answer of the deposit was written to the wire (soap-contract.md J)
  metadonnees jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(metadonnees) = 'object'),
  courriel_emetteur text,
  CHECK ((etat IN ('ARCHIVE','SUPPRIME')) = (clos_le IS NOT NULL)),
  CHECK ((journal_rang = 0) = (journal_tete = '\x'))
) WITH (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02);

CREATE TABLE etape (                                    -- one row per slot of a step; the decision is part of it
  id bigint NOT NULL, dossier_id bigint NOT NULL,
  arrivee_le timestamptz, lue_le timestamptz, decidee_le timestamptz,
  collectivite_id integer NOT NULL, version integer NOT NULL DEFAULT 0,
  rang integer NOT NULL CHECK (rang >= 0),              -- 0, 100, 200 ...: insertion never renumbers; grows over the tours
  bureau_id integer,                                    -- NULL: not resolved yet (CHEF_DE after VARIABLE)
  decidee_par integer, delegation_id integer, decideur_bureau_id integer,
  tour smallint NOT NULL DEFAULT 1, creneau smallint NOT NULL DEFAULT 0,
  cloturee boolean NOT NULL DEFAULT false,              -- its dossier has left circulation (trigger dossier_cloture)
  mode text NOT NULL DEFAULT 'SEUL' CHECK (mode IN ('SEUL','OU','ET')),
  action text NOT NULL CHECK (action IN ('EMISSION','CORRECTION','VISA','SIGNATURE','CACHET','TDT','MAILSEC','MAILSEC_PASTELL',
                                         'SIGNATURE_EXTERNE','AVIS','ARCHIVAGE')),
  decision text CHECK (decision IN ('EMIS','VISE','SIGNE','SIGNE_PAPIER','CACHETE','TRANSMIS','ENVOYE','REJETE','ARCHIVE',
                                    'CONTOURNE','SANS_OBJET','TRANSFERE')),
  annotation_publique text CHECK (length(annotation_publique) <= 4000),
  annotation_privee text CHECK (length(annotation_privee) <= 4000),
  reglages jsonb,                                       -- mandatory metadata, notified desks, seal, connector: rarely there
  CHECK ((decision IS NULL) = (decidee_le IS NULL)),
  CHECK (mode <> 'SEUL' OR creneau = 0),
  CHECK (decision IS NULL OR decision = 'SANS_OBJET' OR decidee_par IS NOT NULL),
  CHECK (decision IS DISTINCT FROM 'REJETE' OR coalesce(annotation_publique, '') <> '')   -- coalesce: a NULL check passes
) WITH (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.005, autovacuum_vacuum_threshold = 5000);

CREATE TABLE tache (                                    -- one row per slot that waits NOW; exists exactly while the slot is active
  etape_id bigint NOT NULL, dossier_id bigint NOT NULL, arrivee_le timestamptz NOT NULL DEFAULT now(),
  collectivite_id integer NOT NULL, bureau_id integer NOT NULL, rang integer NOT NULL,
  type_id integer NOT NULL, sous_type_id integer NOT NULL, bureau_emetteur_id integer NOT NULL, date_limite date,   -- copies, filled
  creneau smallint NOT NULL DEFAULT 0, au_secretariat boolean NOT NULL DEFAULT false, lue boolean NOT NULL DEFAULT false,
  action text NOT NULL, titre_tri text NOT NULL         -- by trigger tache_copie (INSERT) and dossier_copie (UPDATE)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_analyze_scale_factor = 0.2);

CREATE TABLE document (
  id bigint NOT NULL, dossier_id bigint NOT NULL, blob_id bigint NOT NULL, blob_origine_id bigint NOT NULL, visuel_blob_id bigint,
  collectivite_id integer NOT NULL, version integer NOT NULL DEFAULT 0, ordre smallint NOT NULL CHECK (ordre >= 0), pages integer,
  nature text NOT NULL CHECK (nature IN ('PRINCIPAL','ANNEXE','SIGNATURE_DETACHEE','BORDEREAU','ACQUIT')),
  nom text NOT NULL CHECK (length(nom) BETWEEN 1 AND 600), parent_id bigint, ref uuid NOT NULL);

CREATE TABLE annotation (                               -- graphical ones; the textual ones live on the step
  id bigint NOT NULL, version integer NOT NULL DEFAULT 0, collectivite_id integer NOT NULL, dossier_id bigint NOT NULL,
  document_id bigint NOT NULL, etape_id bigint NOT NULL, auteur_id integer NOT NULL, page integer NOT NULL, x real NOT NULL, y real NOT NULL,
  largeur real NOT NULL, hauteur real NOT NULL, couleur text, texte text NOT NULL DEFAULT '', creee_le timestamptz NOT NULL DEFAULT now());
CREATE TABLE dossier_bureau (                           -- granted reading: notified desks, followers
  collectivite_id integer NOT NULL, dossier_id bigint NOT NULL, bureau_id integer NOT NULL,
  motif text NOT NULL CHECK (motif IN ('NOTIFIE','SUIVI','CIRCUIT')), depuis timestamptz NOT NULL DEFAULT now());
CREATE TABLE dossier_acteur_variable (collectivite_id integer NOT NULL, dossier_id bigint NOT NULL, ordre smallint NOT NULL, bureau_id integer NOT NULL);
CREATE TABLE lecture (collectivite_id integer NOT NULL, dossier_id bigint NOT NULL, utilisateur_id integer NOT NULL, lu_le timestamptz NOT NULL DEFAULT now());

-- ---- signature
CREATE TABLE preparation (                              -- phase 1 of signing; expires
  id bigint NOT NULL, version integer NOT NULL DEFAULT 0, collectivite_id integer NOT NULL, jeton uuid NOT NULL, signataire_id integer NOT NULL,
  certificat bytea NOT NULL, creee_le timestamptz NOT NULL DEFAULT now(), expire_le timestamptz NOT NULL, consommee_le timestamptz);
CREATE TABLE preparation_document (preparation_id bigint NOT NULL, collectivite_id integer NOT NULL, dossier_id bigint NOT NULL, etape_id bigint NOT NULL,
  etape_version integer NOT NULL, document_id bigint NOT NULL, blob_origine_id bigint NOT NULL, blob_prepare_id bigint NOT NULL,
  empreinte bytea NOT NULL, format text NOT NULL);
CREATE TABLE signature (                                -- evidence (AUD-10), one per signed document and step
  id bigint NOT NULL, collectivite_id integer NOT NULL, dossier_id bigint NOT NULL, etape_id bigint NOT NULL, document_id bigint NOT NULL,
  signataire_id integer NOT NULL, delegation_id integer, nature text NOT NULL CHECK (nature IN ('PERSONNE','CACHET','EXTERNE','IMPORTEE')),
  format text NOT NULL, signee_le timestamptz NOT NULL, blob_avant_id bigint NOT NULL, blob_apres_id bigint NOT NULL, blob_detache_id bigint,
  certificat_empreinte bytea NOT NULL, sujet text NOT NULL, emetteur text NOT NULL, valide_du timestamptz NOT NULL, valide_au timestamptz NOT NULL,
  preuve jsonb NOT NULL,                                -- chain, OCSP/CRL refs, policy, IP, user agent, auth level ...
  validation text NOT NULL DEFAULT 'A_FAIRE' CHECK (validation IN ('A_FAIRE','VALIDE','INDETERMINEE','INVALIDE')), rapport_blob_id bigint);
CREATE TABLE certificat (empreinte bytea NOT NULL, der bytea NOT NULL);   -- each certificate of each chain once

-- ---- journal
CREATE TABLE evenement (                                -- append-only, no surrogate id, no version
  dossier_id bigint NOT NULL, instant timestamptz NOT NULL, collectivite_id integer NOT NULL,
  rang integer NOT NULL CHECK (rang > 0),               -- gapless per dossier, = dossier.journal_rang at that time
  acteur_id integer, bureau_id integer, delegation_id integer,
  etape_id bigint,                                      -- no foreign key: the journal outlives nothing but its dossier
  nature text NOT NULL, statut text NOT NULL, acteur_nom text NOT NULL, annotation text NOT NULL DEFAULT '',
  visible boolean NOT NULL DEFAULT true,                -- shown by GetHistoDossier (readings and technical lines are not)
  detail jsonb, empreinte bytea NOT NULL CHECK (octet_length(empreinte) = 32)) WITH (autovacuum_vacuum_insert_scale_factor = 0.02);
CREATE TABLE journal_a_sceller (dossier_id bigint NOT NULL);
CREATE TABLE scellement (
  id integer NOT NULL, instant timestamptz NOT NULL, feuilles integer NOT NULL, racine bytea NOT NULL CHECK (octet_length(racine) = 32),
  precedent bytea NOT NULL, signature bytea NOT NULL, jeton_horodatage bytea);
CREATE TABLE scellement_feuille (scellement_id integer NOT NULL, ordre integer NOT NULL, dossier_id bigint NOT NULL, rang integer NOT NULL, empreinte bytea NOT NULL);
CREATE TABLE purge_preuve (                             -- what remains of a purged dossier: head of its chain, nothing personal
  dossier_id bigint NOT NULL, collectivite_id integer NOT NULL, rang integer NOT NULL, tete bytea NOT NULL, purge_le timestamptz NOT NULL, motif text NOT NULL);
CREATE TABLE evenement_systeme (                        -- sign-ins, administration, readings by an admin: same rules, chain per collectivite
  collectivite_id integer NOT NULL, rang bigint NOT NULL, instant timestamptz NOT NULL, nature text NOT NULL, acteur_id integer, acteur_nom text NOT NULL,
  adresse inet, objet text, detail jsonb, empreinte bytea NOT NULL);

-- ---- work queue, outbox
CREATE TABLE travail (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY, collectivite_id integer, dossier_id bigint,
  genre text NOT NULL, cle_unique text, charge jsonb NOT NULL DEFAULT '{}',
  priorite smallint NOT NULL DEFAULT 5, prevu_le timestamptz NOT NULL DEFAULT now(), pris_par text,   -- taking = pushing prevu_le by the lease
  essais smallint NOT NULL DEFAULT 0, essais_max smallint NOT NULL DEFAULT 8, erreur text, mort_le timestamptz,
  cree_le timestamptz NOT NULL DEFAULT now()) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500);
CREATE TABLE message (                                  -- mail outbox: what was told to whom; the sending is a travail
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY, collectivite_id integer NOT NULL, destinataire_id integer, adresse text NOT NULL,
  dossier_id bigint, nature text NOT NULL, charge jsonb NOT NULL DEFAULT '{}', cree_le timestamptz NOT NULL DEFAULT now(),
  regroupe_le timestamptz, envoye_le timestamptz, erreur text);

-- ---- reading models, preferences
CREATE TABLE recherche_dossier (
  dossier_id bigint NOT NULL, collectivite_id integer NOT NULL, cree_le timestamptz NOT NULL,
  texte text NOT NULL,                                  -- normalise(titre || ' ' || identifiant): partial words
  vecteur tsvector NOT NULL, metadonnees jsonb NOT NULL DEFAULT '{}');
CREATE TABLE statistique_mois (
  collectivite_id integer NOT NULL, mois date NOT NULL CHECK (extract(day FROM mois) = 1), sous_type_id integer NOT NULL, bureau_id integer NOT NULL,
  crees integer NOT NULL DEFAULT 0, termines integer NOT NULL DEFAULT 0, rejetes integer NOT NULL DEFAULT 0, decisions integer NOT NULL DEFAULT 0,
  duree_s bigint NOT NULL DEFAULT 0);
CREATE TABLE preference (utilisateur_id integer NOT NULL, collectivite_id integer NOT NULL, cle text NOT NULL, valeur jsonb NOT NULL);
CREATE TABLE filtre (id integer NOT NULL, version integer NOT NULL DEFAULT 0, collectivite_id integer NOT NULL, utilisateur_id integer NOT NULL,
  nom text NOT NULL, criteres jsonb NOT NULL);
CREATE TABLE tentative_connexion (cle text NOT NULL, echecs integer NOT NULL, depuis timestamptz NOT NULL, bloque_jusqu_au timestamptz);

-- ============================================================ part 2: keys, foreign keys, indexes
-- Tenant consistency: the parent carries UNIQUE (collectivite_id, id); the child refers to both columns with its own
-- collectivite_id, so a row can never point into another collectivité.
ALTER TABLE collectivite ADD PRIMARY KEY (id);
CREATE UNIQUE INDEX collectivite_domaine ON collectivite (domaine);
CREATE UNIQUE INDEX collectivite_defaut ON collectivite (par_defaut) WHERE par_defaut;            -- one default at most
ALTER TABLE utilisateur ADD PRIMARY KEY (id), ADD UNIQUE (collectivite_id, id), ADD FOREIGN KEY (collectivite_id) REFERENCES collectivite;
CREATE UNIQUE INDEX utilisateur_identifiant ON utilisateur (collectivite_id, lower(identifiant));
CREATE UNIQUE INDEX utilisateur_certificat ON utilisateur (certificat_empreinte) WHERE certificat_empreinte IS NOT NULL;
CREATE INDEX utilisateur_ldap ON utilisateur (collectivite_id, origine_ref) WHERE origine_ref IS NOT NULL;
ALTER TABLE bureau ADD PRIMARY KEY (id), ADD UNIQUE (collectivite_id, id), ADD FOREIGN KEY (collectivite_id) REFERENCES collectivite,
  ADD FOREIGN KEY (collectivite_id, superieur_id) REFERENCES bureau (collectivite_id, id);
CREATE UNIQUE INDEX bureau_nom ON bureau (collectivite_id, lower(nom_court));
CREATE INDEX bureau_superieur ON bureau (superieur_id) WHERE superieur_id IS NOT NULL;
ALTER TABLE compte_technique ADD PRIMARY KEY (utilisateur_id), ADD FOREIGN KEY (collectivite_id, utilisateur_id) REFERENCES utilisateur (collectivite_id, id),
  ADD FOREIGN KEY (collectivite_id, bureau_id) REFERENCES bureau (collectivite_id, id);
ALTER TABLE groupe ADD PRIMARY KEY (id), ADD UNIQUE (collectivite_id, id), ADD FOREIGN KEY (collectivite_id) REFERENCES collectivite,
  ADD FOREIGN KEY (collectivite_id, parent_id) REFERENCES groupe (collectivite_id, id);
CREATE UNIQUE INDEX groupe_nom ON groupe (collectivite_id, lower(nom));
ALTER TABLE groupe_utilisateur ADD PRIMARY KEY (groupe_id, utilisateur_id), ADD FOREIGN KEY (collectivite_id, groupe_id) REFERENCES groupe (collectivite_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (collectivite_id, utilisateur_id) REFERENCES utilisateur (collectivite_id, id) ON DELETE CASCADE;
CREATE INDEX groupe_utilisateur_u ON groupe_utilisateur (utilisateur_id);
ALTER TABLE bureau_utilisateur ADD PRIMARY KEY (utilisateur_id, bureau_id, role), ADD FOREIGN KEY (collectivite_id, bureau_id) REFERENCES bureau (collectivite_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (collectivite_id, utilisateur_id) REFERENCES utilisateur (collectivite_id, id) ON DELETE CASCADE;
CREATE INDEX bureau_utilisateur_b ON bureau_utilisateur (bureau_id);
ALTER TABLE bureau_associe ADD PRIMARY KEY (bureau_id, associe_id), ADD FOREIGN KEY (collectivite_id, bureau_id) REFERENCES bureau (collectivite_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (collectivite_id, associe_id) REFERENCES bureau (collectivite_id, id) ON DELETE CASCADE;
ALTER TABLE circuit ADD PRIMARY KEY (id), ADD UNIQUE (collectivite_id, id), ADD FOREIGN KEY (collectivite_id) REFERENCES collectivite,
  ADD FOREIGN KEY (collectivite_id, bureau_final_id) REFERENCES bureau (collectivite_id, id);
CREATE UNIQUE INDEX circuit_nom ON circuit (collectivite_id, lower(nom));
ALTER TABLE circuit_acces ADD UNIQUE NULLS NOT DISTINCT (circuit_id, bureau_id, groupe_id), ADD FOREIGN KEY (collectivite_id, circuit_id) REFERENCES circuit (collectivite_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (collectivite_id, bureau_id) REFERENCES bureau (collectivite_id, id) ON DELETE CASCADE, ADD FOREIGN KEY (collectivite_id, groupe_id) REFERENCES groupe (collectivite_id, id) ON DELETE CASCADE;
ALTER TABLE etape_modele ADD PRIMARY KEY (id), ADD UNIQUE (circuit_id, rang, creneau) DEFERRABLE INITIALLY DEFERRED,
  ADD FOREIGN KEY (collectivite_id, circuit_id) REFERENCES circuit (collectivite_id, id) ON DELETE CASCADE, ADD FOREIGN KEY (collectivite_id, bureau_id) REFERENCES bureau (collectivite_id, id),
  ADD EXCLUDE USING gist (circuit_id WITH =, rang WITH =, mode WITH <>), ADD EXCLUDE USING gist (circuit_id WITH =, rang WITH =, action WITH <>);  -- slots of one step agree
CREATE INDEX etape_modele_bureau ON etape_modele (bureau_id);
ALTER TABLE type_dossier ADD PRIMARY KEY (id), ADD UNIQUE (collectivite_id, id), ADD FOREIGN KEY (collectivite_id) REFERENCES collectivite;
CREATE UNIQUE INDEX type_nom ON type_dossier (collectivite_id, lower(nom));
ALTER TABLE cachet ADD PRIMARY KEY (id), ADD UNIQUE (collectivite_id, id), ADD FOREIGN KEY (collectivite_id) REFERENCES collectivite;
ALTER TABLE calque ADD PRIMARY KEY (id), ADD UNIQUE (collectivite_id, id), ADD FOREIGN KEY (collectivite_id) REFERENCES collectivite;
ALTER TABLE metadonnee ADD PRIMARY KEY (id), ADD UNIQUE (collectivite_id, id), ADD FOREIGN KEY (collectivite_id) REFERENCES collectivite;
CREATE UNIQUE INDEX metadonnee_nom ON metadonnee (collectivite_id, nom_court);
ALTER TABLE sous_type ADD PRIMARY KEY (id), ADD UNIQUE (collectivite_id, id), ADD UNIQUE (collectivite_id, type_id, id),
  ADD FOREIGN KEY (collectivite_id, type_id) REFERENCES type_dossier (collectivite_id, id), ADD FOREIGN KEY (collectivite_id, circuit_id) REFERENCES circuit (collectivite_id, id),
  ADD FOREIGN KEY (collectivite_id, cachet_id) REFERENCES cachet (collectivite_id, id);
CREATE UNIQUE INDEX sous_type_nom ON sous_type (type_id, lower(nom));
CREATE INDEX sous_type_circuit ON sous_type (circuit_id);
ALTER TABLE sous_type_acces ADD UNIQUE NULLS NOT DISTINCT (sous_type_id, droit, bureau_id, groupe_id), ADD FOREIGN KEY (collectivite_id, sous_type_id) REFERENCES sous_type (collectivite_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (collectivite_id, bureau_id) REFERENCES bureau (collectivite_id, id) ON DELETE CASCADE, ADD FOREIGN KEY (collectivite_id, groupe_id) REFERENCES groupe (collectivite_id, id) ON DELETE CASCADE;
ALTER TABLE sous_type_metadonnee ADD PRIMARY KEY (sous_type_id, metadonnee_id), ADD FOREIGN KEY (collectivite_id, sous_type_id) REFERENCES sous_type (collectivite_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (collectivite_id, metadonnee_id) REFERENCES metadonnee (collectivite_id, id);
ALTER TABLE sous_type_calque ADD PRIMARY KEY (sous_type_id, calque_id, cible), ADD FOREIGN KEY (collectivite_id, sous_type_id) REFERENCES sous_type (collectivite_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (collectivite_id, calque_id) REFERENCES calque (collectivite_id, id);
ALTER TABLE bureau_metadonnee ADD PRIMARY KEY (bureau_id, metadonnee_id), ADD FOREIGN KEY (collectivite_id, bureau_id) REFERENCES bureau (collectivite_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (collectivite_id, metadonnee_id) REFERENCES metadonnee (collectivite_id, id) ON DELETE CASCADE;
ALTER TABLE delegation ADD PRIMARY KEY (id), ADD UNIQUE (collectivite_id, id),
  ADD FOREIGN KEY (collectivite_id, bureau_id) REFERENCES bureau (collectivite_id, id), ADD FOREIGN KEY (collectivite_id, delegue_id) REFERENCES bureau (collectivite_id, id),
  ADD FOREIGN KEY (collectivite_id, type_id) REFERENCES type_dossier (collectivite_id, id), ADD FOREIGN KEY (collectivite_id, type_id, sous_type_id) REFERENCES sous_type (collectivite_id, type_id, id),
  ADD CHECK (sous_type_id IS NULL OR type_id IS NOT NULL),
  ADD EXCLUDE USING gist (bureau_id WITH =, (coalesce(type_id, 0)) WITH =, (coalesce(sous_type_id, 0)) WITH =, periode WITH &&);  -- one delegate at a time per desk (and type)
CREATE INDEX delegation_delegue ON delegation (delegue_id);

ALTER TABLE blob ADD PRIMARY KEY (id), ADD UNIQUE (collectivite_id, id), ADD UNIQUE (collectivite_id, sha256), ADD FOREIGN KEY (collectivite_id) REFERENCES collectivite;

ALTER TABLE dossier ADD PRIMARY KEY (id), ADD UNIQUE (collectivite_id, id), ADD FOREIGN KEY (collectivite_id, type_id, sous_type_id) REFERENCES sous_type (collectivite_id, type_id, id),
  ADD FOREIGN KEY (collectivite_id, emetteur_id) REFERENCES utilisateur (collectivite_id, id), ADD FOREIGN KEY (collectivite_id, bureau_emetteur_id) REFERENCES bureau (collectivite_id, id);
CREATE INDEX dossier_identifiant ON dossier (collectivite_id, identifiant);                                          -- GetHistoDossier, also of archived ones
CREATE UNIQUE INDEX dossier_identifiant_vivant ON dossier (collectivite_id, identifiant) WHERE clos_le IS NULL;      -- an id is free again after the end
CREATE INDEX dossier_emetteur ON dossier (emetteur_id, id) WHERE clos_le IS NULL;                                    -- RechercherDossiers
CREATE INDEX dossier_bureau_emetteur ON dossier (bureau_emetteur_id, id) WHERE clos_le IS NULL;                      -- "en cours"
CREATE INDEX dossier_vivant ON dossier (collectivite_id, id) WHERE clos_le IS NULL;
CREATE INDEX dossier_clos ON dossier (clos_le, sous_type_id) WHERE clos_le IS NOT NULL;                              -- purge by retention
ALTER TABLE etape ADD PRIMARY KEY (id), ADD UNIQUE (dossier_id, rang, creneau),
  ADD FOREIGN KEY (collectivite_id, dossier_id) REFERENCES dossier (collectivite_id, id), ADD FOREIGN KEY (collectivite_id, bureau_id) REFERENCES bureau (collectivite_id, id),
  ADD FOREIGN KEY (collectivite_id, decidee_par) REFERENCES utilisateur (collectivite_id, id), ADD FOREIGN KEY (collectivite_id, delegation_id) REFERENCES delegation (collectivite_id, id);
ALTER TABLE tache ADD PRIMARY KEY (etape_id), ADD FOREIGN KEY (etape_id) REFERENCES etape,
  ADD FOREIGN KEY (dossier_id, rang, creneau) REFERENCES etape (dossier_id, rang, creneau),                         -- the step is of that dossier
  ADD FOREIGN KEY (collectivite_id, dossier_id) REFERENCES dossier (collectivite_id, id), ADD FOREIGN KEY (collectivite_id, bureau_id) REFERENCES bureau (collectivite_id, id),
  ADD CONSTRAINT tache_un_seul_rang EXCLUDE USING gist (dossier_id WITH =, rang WITH <>) DEFERRABLE INITIALLY DEFERRED;   -- one active step (set of slots) per dossier
CREATE INDEX tache_bureau ON tache (bureau_id, action, date_limite, sous_type_id, arrivee_le) INCLUDE (dossier_id);       -- counters (index-only), inbox
CREATE INDEX tache_dossier ON tache (dossier_id);
CREATE INDEX etape_circulation ON etape (bureau_id, decidee_le) INCLUDE (dossier_id, rang, decision) WHERE NOT cloturee;    -- treated, retrievable, upcoming
CREATE INDEX etape_traitee ON etape (bureau_id, decidee_le DESC, dossier_id) WHERE cloturee AND decision IS NOT NULL AND decision <> 'SANS_OBJET';      -- history of a desk
ALTER TABLE document ADD PRIMARY KEY (id), ADD UNIQUE (dossier_id, nature, ordre) DEFERRABLE INITIALLY DEFERRED, ADD UNIQUE (ref),
  ADD FOREIGN KEY (collectivite_id, dossier_id) REFERENCES dossier (collectivite_id, id), ADD FOREIGN KEY (collectivite_id, blob_id) REFERENCES blob (collectivite_id, id),
  ADD FOREIGN KEY (collectivite_id, blob_origine_id) REFERENCES blob (collectivite_id, id), ADD FOREIGN KEY (collectivite_id, visuel_blob_id) REFERENCES blob (collectivite_id, id);
CREATE INDEX document_blob ON document (blob_id);
CREATE INDEX document_blob_origine ON document (blob_origine_id);   -- whole: a foreign key check cannot use  WHERE blob_origine_id <> blob_id
CREATE INDEX document_visuel ON document (visuel_blob_id) WHERE visuel_blob_id IS NOT NULL;
ALTER TABLE annotation ADD PRIMARY KEY (id), ADD FOREIGN KEY (collectivite_id, dossier_id) REFERENCES dossier (collectivite_id, id), ADD FOREIGN KEY (document_id) REFERENCES document ON DELETE CASCADE,
  ADD FOREIGN KEY (etape_id) REFERENCES etape ON DELETE CASCADE;
CREATE INDEX annotation_dossier ON annotation (dossier_id); CREATE INDEX annotation_document ON annotation (document_id); CREATE INDEX annotation_etape ON annotation (etape_id);
ALTER TABLE dossier_bureau ADD PRIMARY KEY (dossier_id, bureau_id, motif), ADD FOREIGN KEY (collectivite_id, dossier_id) REFERENCES dossier (collectivite_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (collectivite_id, bureau_id) REFERENCES bureau (collectivite_id, id);
CREATE INDEX dossier_bureau_b ON dossier_bureau (bureau_id, dossier_id);
ALTER TABLE dossier_acteur_variable ADD PRIMARY KEY (dossier_id, ordre), ADD FOREIGN KEY (collectivite_id, dossier_id) REFERENCES dossier (collectivite_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (collectivite_id, bureau_id) REFERENCES bureau (collectivite_id, id);
ALTER TABLE lecture ADD PRIMARY KEY (dossier_id, utilisateur_id), ADD FOREIGN KEY (collectivite_id, dossier_id) REFERENCES dossier (collectivite_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (collectivite_id, utilisateur_id) REFERENCES utilisateur (collectivite_id, id);
ALTER TABLE certificat ADD PRIMARY KEY (empreinte);
ALTER TABLE preparation ADD PRIMARY KEY (id), ADD UNIQUE (jeton), ADD FOREIGN KEY (collectivite_id, signataire_id) REFERENCES utilisateur (collectivite_id, id);
CREATE INDEX preparation_expire ON preparation (expire_le) WHERE consommee_le IS NULL;
ALTER TABLE preparation_document ADD PRIMARY KEY (preparation_id, document_id), ADD FOREIGN KEY (preparation_id) REFERENCES preparation ON DELETE CASCADE,
  ADD FOREIGN KEY (collectivite_id, dossier_id) REFERENCES dossier (collectivite_id, id) ON DELETE CASCADE, ADD FOREIGN KEY (collectivite_id, blob_prepare_id) REFERENCES blob (collectivite_id, id);
CREATE INDEX preparation_document_d ON preparation_document (dossier_id); CREATE INDEX preparation_document_b ON preparation_document (blob_prepare_id);
CREATE INDEX preparation_document_doc ON preparation_document (document_id);
ALTER TABLE signature ADD PRIMARY KEY (id), ADD UNIQUE (etape_id, document_id), ADD FOREIGN KEY (collectivite_id, dossier_id) REFERENCES dossier (collectivite_id, id),
  ADD FOREIGN KEY (etape_id) REFERENCES etape, ADD FOREIGN KEY (document_id) REFERENCES document, ADD FOREIGN KEY (collectivite_id, signataire_id) REFERENCES utilisateur (collectivite_id, id),
  ADD FOREIGN KEY (collectivite_id, blob_avant_id) REFERENCES blob (collectivite_id, id), ADD FOREIGN KEY (collectivite_id, blob_apres_id) REFERENCES blob (collectivite_id, id), ADD FOREIGN KEY (collectivite_id, blob_detache_id) REFERENCES blob (collectivite_id, id),
  ADD FOREIGN KEY (certificat_empreinte) REFERENCES certificat;
CREATE INDEX signature_dossier ON signature (dossier_id); CREATE INDEX signature_document ON signature (document_id);
CREATE INDEX signature_avant ON signature (blob_avant_id); CREATE INDEX signature_apres ON signature (blob_apres_id); CREATE INDEX signature_detache ON signature (blob_detache_id) WHERE blob_detache_id IS NOT NULL;
CREATE INDEX signature_a_valider ON signature (id) WHERE validation = 'A_FAIRE';

ALTER TABLE evenement ADD PRIMARY KEY (dossier_id, rang), ADD FOREIGN KEY (collectivite_id, dossier_id) REFERENCES dossier (collectivite_id, id);
CREATE INDEX evenement_instant ON evenement USING brin (instant) WITH (pages_per_range = 32);
ALTER TABLE journal_a_sceller ADD PRIMARY KEY (dossier_id);
ALTER TABLE scellement ADD PRIMARY KEY (id);
ALTER TABLE scellement_feuille ADD PRIMARY KEY (scellement_id, ordre), ADD FOREIGN KEY (scellement_id) REFERENCES scellement;
CREATE INDEX scellement_feuille_d ON scellement_feuille (dossier_id, rang);
ALTER TABLE purge_preuve ADD PRIMARY KEY (dossier_id);
ALTER TABLE evenement_systeme ADD PRIMARY KEY (collectivite_id, rang);
CREATE INDEX evenement_systeme_instant ON evenement_systeme USING brin (instant);

ALTER TABLE travail ADD PRIMARY KEY (id);
CREATE INDEX travail_a_prendre ON travail (priorite, prevu_le, id) WHERE mort_le IS NULL;
CREATE UNIQUE INDEX travail_cle ON travail (genre, cle_unique) WHERE cle_unique IS NOT NULL AND mort_le IS NULL;   -- idempotence
CREATE INDEX travail_dossier ON travail (dossier_id) WHERE dossier_id IS NOT NULL;
CREATE INDEX travail_mort ON travail (mort_le) WHERE mort_le IS NOT NULL;
ALTER TABLE message ADD PRIMARY KEY (id), ADD FOREIGN KEY (collectivite_id) REFERENCES collectivite;
CREATE INDEX message_a_envoyer ON message (destinataire_id, cree_le) WHERE envoye_le IS NULL;
CREATE INDEX message_dossier ON message (dossier_id) WHERE dossier_id IS NOT NULL;

ALTER TABLE recherche_dossier ADD PRIMARY KEY (dossier_id), ADD FOREIGN KEY (collectivite_id, dossier_id) REFERENCES dossier (collectivite_id, id) ON DELETE CASCADE;
CREATE INDEX recherche_vecteur ON recherche_dossier USING gin (collectivite_id, vecteur);
CREATE INDEX recherche_texte ON recherche_dossier USING gin (collectivite_id, texte gin_trgm_ops);
CREATE INDEX recherche_meta ON recherche_dossier USING gin (metadonnees jsonb_path_ops);
CREATE INDEX recherche_date ON recherche_dossier (collectivite_id, cree_le DESC, dossier_id DESC);
ALTER TABLE statistique_mois ADD PRIMARY KEY (collectivite_id, mois, sous_type_id, bureau_id);
ALTER TABLE preference ADD PRIMARY KEY (utilisateur_id, cle), ADD FOREIGN KEY (collectivite_id, utilisateur_id) REFERENCES utilisateur (collectivite_id, id) ON DELETE CASCADE;
ALTER TABLE filtre ADD PRIMARY KEY (id), ADD FOREIGN KEY (collectivite_id, utilisateur_id) REFERENCES utilisateur (collectivite_id, id) ON DELETE CASCADE;
CREATE UNIQUE INDEX filtre_nom ON filtre (utilisateur_id, lower(nom));
ALTER TABLE tentative_connexion ADD PRIMARY KEY (cle);

-- ============================================================ part 3: functions and triggers
-- The copies carried by tache are the database's business: the application never writes them.
CREATE FUNCTION tache_copie() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  SELECT d.collectivite_id, d.type_id, d.sous_type_id, d.bureau_emetteur_id, d.date_limite, left(normalise(d.titre), 60)
    INTO NEW.collectivite_id, NEW.type_id, NEW.sous_type_id, NEW.bureau_emetteur_id, NEW.date_limite, NEW.titre_tri
    FROM dossier d WHERE d.id = NEW.dossier_id;
  RETURN NEW; END $$;
CREATE TRIGGER tache_copie BEFORE INSERT ON tache FOR EACH ROW EXECUTE FUNCTION tache_copie();
CREATE FUNCTION dossier_copie() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE tache SET type_id = NEW.type_id, sous_type_id = NEW.sous_type_id, bureau_emetteur_id = NEW.bureau_emetteur_id,
         date_limite = NEW.date_limite, titre_tri = left(normalise(NEW.titre), 60) WHERE dossier_id = NEW.id;
  RETURN NULL; END $$;
CREATE TRIGGER dossier_copie AFTER UPDATE OF type_id, sous_type_id, bureau_emetteur_id, date_limite, titre ON dossier FOR EACH ROW
  WHEN ((OLD.type_id, OLD.sous_type_id, OLD.bureau_emetteur_id, OLD.date_limite, OLD.titre)
        IS DISTINCT FROM (NEW.type_id, NEW.sous_type_id, NEW.bureau_emetteur_id, NEW.date_limite, NEW.titre)) EXECUTE FUNCTION dossier_copie();
-- Leaving (or re-entering) circulation marks the steps in one statement and empties the desk.
CREATE FUNCTION dossier_cloture() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE etape SET cloturee = (NEW.clos_le IS NOT NULL) WHERE dossier_id = NEW.id AND cloturee <> (NEW.clos_le IS NOT NULL);
  IF NEW.clos_le IS NOT NULL THEN DELETE FROM tache WHERE dossier_id = NEW.id; END IF;
  RETURN NULL; END $$;
CREATE TRIGGER dossier_cloture AFTER UPDATE OF clos_le ON dossier FOR EACH ROW
  WHEN ((OLD.clos_le IS NULL) <> (NEW.clos_le IS NULL)) EXECUTE FUNCTION dossier_cloture();
-- At commit: a dossier in circulation waits somewhere, and never on a step that is already decided.
CREATE FUNCTION dossier_tenu() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE n integer; faux integer; BEGIN
  IF NOT EXISTS (SELECT 1 FROM dossier WHERE id = NEW.id AND clos_le IS NULL) THEN RETURN NULL; END IF;
  SELECT count(*), count(e.decision) INTO n, faux FROM tache t JOIN etape e ON e.id = t.etape_id WHERE t.dossier_id = NEW.id;
  IF n = 0 OR faux > 0 THEN
    RAISE EXCEPTION 'dossier % : % tâche(s), dont % sur une étape décidée', NEW.id, n, faux USING ERRCODE = '23514', CONSTRAINT = 'dossier_tenu';
  END IF; RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER dossier_tenu AFTER INSERT OR UPDATE ON dossier DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.clos_le IS NULL) EXECUTE FUNCTION dossier_tenu();
-- The journal: appended only, gapless, and never behind the head kept in dossier.
CREATE FUNCTION journal_fige() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF current_user = 'paraphe_purge' AND TG_OP = 'DELETE' THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'le journal ne se modifie pas' USING ERRCODE = '42501'; END $$;
CREATE TRIGGER evenement_fige BEFORE UPDATE OR DELETE OR TRUNCATE ON evenement FOR EACH STATEMENT EXECUTE FUNCTION journal_fige();
CREATE TRIGGER scellement_fige BEFORE UPDATE OR DELETE OR TRUNCATE ON scellement FOR EACH STATEMENT EXECUTE FUNCTION journal_fige();

CREATE FUNCTION purger(ids bigint[], raison text) RETURNS TABLE (blob_id bigint) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  PERFORM 1 FROM dossier WHERE id = ANY(ids) ORDER BY id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM dossier WHERE id = ANY(ids) AND clos_le IS NULL) THEN RAISE EXCEPTION 'dossier en circulation'; END IF;
  INSERT INTO purge_preuve SELECT id, collectivite_id, journal_rang, journal_tete, now(), raison FROM dossier WHERE id = ANY(ids);
  CREATE TEMP TABLE IF NOT EXISTS purge_blob (id bigint) ON COMMIT DELETE ROWS;
  INSERT INTO purge_blob SELECT unnest(ARRAY[d.blob_id, d.blob_origine_id, d.visuel_blob_id]) FROM document d WHERE d.dossier_id = ANY(ids)
    UNION SELECT unnest(ARRAY[s.blob_avant_id, s.blob_apres_id, s.blob_detache_id]) FROM signature s WHERE s.dossier_id = ANY(ids);
  DELETE FROM signature WHERE dossier_id = ANY(ids);  DELETE FROM annotation WHERE dossier_id = ANY(ids);
  DELETE FROM evenement WHERE dossier_id = ANY(ids);  DELETE FROM etape WHERE dossier_id = ANY(ids);
  DELETE FROM document WHERE dossier_id = ANY(ids);   DELETE FROM recherche_dossier WHERE dossier_id = ANY(ids);
  DELETE FROM dossier WHERE id = ANY(ids);
  RETURN QUERY SELECT DISTINCT p.id FROM purge_blob p WHERE p.id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM document d WHERE d.blob_id = p.id) AND NOT EXISTS (SELECT 1 FROM document d WHERE d.blob_origine_id = p.id AND d.blob_origine_id <> d.blob_id)
    AND NOT EXISTS (SELECT 1 FROM document d WHERE d.visuel_blob_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM signature s WHERE p.id = s.blob_avant_id) AND NOT EXISTS (SELECT 1 FROM signature s WHERE p.id = s.blob_apres_id);
END $$;
