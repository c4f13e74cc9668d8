import type { Breach } from './breach.ts'

export const TABLE_BREACHES: Breach[] = [
  ['a table nobody declared', 'create table stray (id int)', 'stray: is in no class of tables'],
  ['a declared table that is gone', 'drop table membership', 'membership: is declared and does not exist'],
  [
    'a table in a schema of its own',
    'create schema aside; create table aside.notes ()',
    'aside.notes: is a table outside public',
  ],
  [
    "a partition of a network's table",
    'create table organisation_old (like organisation) partition by list (network_id); create table slice partition of organisation_old default',
    'slice: is a partition',
  ],
  [
    'a rewrite rule',
    'create rule aside as on delete to project do instead nothing',
    'project: has a rewrite rule',
  ],
  [
    'row security disabled',
    'alter table project disable row level security',
    'project: row-level security is not enabled',
  ],
  [
    'row security not forced',
    'alter table project no force row level security',
    'project: row-level security is not forced',
  ],
  [
    'row security not forced on a listing',
    'alter table organisation_listing no force row level security',
    'organisation_listing: row-level security is not forced',
  ],
  [
    'a column the program does not know',
    'alter table project add secret text',
    'project: has undeclared secret text',
  ],
  [
    'a column of another type',
    'alter table project alter status type varchar(20)',
    'project: has undeclared status character varying(20) not null',
  ],
  [
    'a column that may be null',
    'alter table project alter title drop not null',
    'project: has not its declared title text not null',
  ],
  [
    'a global table that names a network',
    'alter table listing_word add network_id int',
    'listing_word: is global and names a network in network_id',
  ],
]
