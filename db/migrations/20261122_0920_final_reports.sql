-- What a final report adds to its words: the budget as it came out, and proofs of what was paid. And whose people
-- write a dossier that several organisations carry.

alter table dossier_report add column budget jsonb not null default '[]'
  check (jsonb_typeof(budget) = 'array' and length(budget::text) <= 200000);

alter table dossier_file drop constraint dossier_file_kind_check;
alter table dossier_file add constraint dossier_file_kind_check
  check (kind in ('field', 'imported', 'report', 'proof', 'letter', 'other'));

-- Of which of its holders this person is; some only read what the others write.
alter table dossier_editor
  add column organisation_id uuid,
  add column access text not null default 'write' check (access in ('write', 'read')),
  add foreign key (network_id, organisation_id) references organisation on delete set null (organisation_id);
create index dossier_editor_organisation on dossier_editor (network_id, organisation_id)
  where organisation_id is not null;
