-- How drafts are written, which public holidays are kept, and whether thanks are offered the morning after.
ALTER TABLE users ADD COLUMN tone TEXT NOT NULL DEFAULT 'plain' CHECK (tone IN ('plain', 'formal'));
ALTER TABLE users ADD COLUMN holidays TEXT;
ALTER TABLE users ADD COLUMN thank_you INTEGER NOT NULL DEFAULT 1 CHECK (thank_you IN (0, 1));
