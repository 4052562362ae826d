-- Corriger et émettre à nouveau : la correction d’un dossier rejeté est une décision comme une autre.
ALTER TABLE etape DROP CONSTRAINT etape_decision_check;
ALTER TABLE etape ADD CONSTRAINT etape_decision_check CHECK (decision IN ('EMIS','VISE','SIGNE','SIGNE_PAPIER','CACHETE','TRANSMIS','ENVOYE',
  'REJETE','ARCHIVE','CONTOURNE','SANS_OBJET','TRANSFERE','CORRIGE'));
