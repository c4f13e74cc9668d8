-- Minutes of a sitting held before it was followed here are on paper, elsewhere: what they tell is kept and
-- frozen, and there is no file.
alter table sitting_minutes
  alter column pdf_id drop not null,
  alter column docx_id drop not null,
  alter column sha256 drop not null,
  add check (num_nulls(pdf_id, docx_id, sha256) in (0, 3));
