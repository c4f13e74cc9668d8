-- A title, a day or groups of columns stand above many a table: which line names the columns is chosen.
alter table organisation_import
  -- [{"line", "cells"}]: the lines that are no rows; the last of them holds the headings.
  add column above jsonb not null default '[]' check (jsonb_typeof(above) = 'array');
