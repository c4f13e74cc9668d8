import type { Breach } from './breach.ts'

export const RIGHT_BREACHES: Breach[] = [
  [
    'CREATE on a schema',
    'grant create on schema public to maillage_app',
    'undeclared right: maillage_app on schema public: usage, create',
  ],
  [
    'CREATE for everyone',
    'grant create on schema public to public',
    'undeclared right: maillage_observatory on schema public: usage, create',
  ],
  [
    'CREATE on the database',
    `do $$ begin execute format('grant create on database %I to maillage_app', current_database()); end $$`,
    'undeclared right: maillage_app on the database: create, connect, temporary',
  ],
  [
    'TRUNCATE',
    'grant truncate on project to maillage_app',
    'undeclared right: maillage_app on table public.project: select, insert, update, delete, truncate',
  ],
  [
    'REFERENCES',
    'grant references on project to maillage_app',
    'undeclared right: maillage_app on table public.project: select, insert, update, delete, references',
  ],
  [
    'TRIGGER',
    'grant trigger on project to maillage_app',
    'undeclared right: maillage_app on table public.project: select, insert, update, delete, trigger',
  ],
  [
    'a rewritten history',
    'grant update on audit_entry to maillage_app',
    'undeclared right: maillage_app on table public.audit_entry: select, insert, update',
  ],
  [
    'a table for the observatory',
    'grant select on organisation to maillage_observatory',
    'undeclared right: maillage_observatory on table public.organisation: select',
  ],
  [
    'a table for everyone',
    'grant select on project to public',
    'undeclared right: maillage_observatory on table public.project: select',
  ],
  [
    'one column for the observatory',
    'grant select (siren) on organisation to maillage_observatory',
    'undeclared right: maillage_observatory on column public.organisation.siren: select',
  ],
  [
    'one more column for a definer role',
    'grant update (name) on organisation_listing to maillage_identity',
    'undeclared right: maillage_identity on column public.organisation_listing.name: update',
  ],
  [
    'a sequence',
    'grant usage on sequence network_id_seq to maillage_app',
    'undeclared right: maillage_app on sequence public.network_id_seq: usage',
  ],
  [
    'a new function for everyone',
    `create function hello() returns int language sql as 'select 1'`,
    'undeclared right: maillage_observatory on function public.hello',
  ],
  [
    'a schema opened',
    'grant usage on schema pgboss to maillage_observatory',
    'undeclared right: maillage_observatory on schema pgboss: usage',
  ],
  [
    'a right taken from the product',
    'revoke update on project from maillage_app',
    'missing right: maillage_app on table public.project: select, insert, update, delete',
  ],
]
