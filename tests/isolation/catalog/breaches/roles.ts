import type { Breach } from './breach.ts'

export const ROLE_BREACHES: Breach[] = [
  ['a login above policies', 'alter role maillage_app bypassrls', 'maillage_app: is above policies'],
  ['a superuser login', 'alter role maillage_observatory superuser', 'maillage_observatory: is a superuser'],
  ['a login that makes roles', 'alter role maillage_app createrole', 'maillage_app: may create roles'],
  ['a login that makes databases', 'alter role maillage_app createdb', 'maillage_app: may create databases'],
  ['a login that replicates', 'alter role maillage_app replication', 'maillage_app: may replicate'],
  [
    'a definer role above policies',
    'alter role maillage_search bypassrls',
    'definer_search.found_organisations: is owned by a login, or by a role above policies',
  ],
  [
    'a definer role that signs in',
    'alter role maillage_search login',
    'maillage_search: is a definer role that can sign in',
  ],
  [
    'a login in another role',
    'grant maillage_search to maillage_app',
    'maillage_app: is a member of maillage_search',
  ],
  [
    'a login that reads all data',
    'grant pg_read_all_data to maillage_observatory',
    'maillage_observatory: is a member of pg_read_all_data',
  ],
  [
    'an owner that inherits a definer role',
    'grant maillage_search to maillage_owner with inherit true',
    'maillage_search: maillage_owner is a member of it',
  ],
  [
    'a login that owns a table',
    'alter table project owner to maillage_app',
    'maillage_app: owns table project',
  ],
  [
    'a login that owns a schema',
    'create schema mine authorization maillage_observatory',
    'maillage_observatory: owns schema mine',
  ],
  [
    'a definer role that owns a table',
    'alter table project owner to maillage_search',
    'maillage_search: owns table project',
  ],
  [
    'a network preset for a login',
    `alter role maillage_app set app.network_id = '1'`,
    'app.network_id=1 is preset',
  ],
  [
    'rights on tables to come',
    'alter default privileges in schema public grant select on tables to maillage_observatory',
    'maillage_observatory gets rights on whatever',
  ],
]
