-- What the start of a dossier says of the organisation; and who confirmed one that others entered.
alter table dossier_start add column kind text not null default 'association' check (length(kind) between 1 and 60);
alter table dossier add column confirmed_at timestamptz;
alter table dossier add column confirmed_by uuid references account;
