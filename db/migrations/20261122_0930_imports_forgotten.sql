-- Files of a funder are copies, with what they say of people: past their day their lines go. What was done stays.
alter table dossier_import add column forgotten_at timestamptz;
alter table decision_import add column forgotten_at timestamptz;
