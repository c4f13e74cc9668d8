import type { Breach } from './breach.ts'

export const KEY_BREACHES: Breach[] = [
  [
    'a network_id that may be null',
    'alter table project_holder drop constraint project_holder_pkey; alter table project_holder alter network_id drop not null',
    'project_holder: has no integer column network_id',
  ],
  [
    'a primary key without the network',
    'alter table membership drop constraint membership_pkey, add primary key (organisation_id, year)',
    'membership: the primary key membership_pkey does not start with network_id',
  ],
  [
    'no primary key',
    'alter table project_holder drop constraint project_holder_pkey',
    'project_holder: has no primary key',
  ],
  [
    'a unique key across networks',
    'alter table organisation add unique (siren)',
    'organisation: the unique index organisation_siren_key does not start with network_id',
  ],
  [
    'a unique expression across networks',
    'create unique index same_name on organisation (lower(name))',
    'organisation: the unique index same_name does not start with network_id',
  ],
  [
    'an index across networks',
    'create index by_city on organisation (city, network_id)',
    'organisation: the index by_city does not start with network_id',
  ],
  [
    "a listing's unique key across networks",
    'create unique index one_slug on organisation_listing (slug)',
    'organisation_listing: the unique index one_slug does not start with network_id',
  ],
  [
    "a plain foreign key to a network's table",
    'create unique index loose on project (id); alter table project_holder add foreign key (project_id) references project (id)',
    'project_holder: foreign key project_holder_project_id_fkey does not pair network_id with the network_id of project',
  ],
  [
    'a foreign key that pairs the network with something else',
    'alter table project add lead int, add foreign key (lead, id) references organisation (network_id, id)',
    'project: foreign key project_lead_id_fkey does not pair network_id',
  ],
  [
    "a foreign key of a global table to a network's",
    'create unique index loose on project (id); alter table account add project_id uuid references project (id)',
    'account: foreign key account_project_id_fkey does not pair network_id',
  ],
  [
    'a foreign key that empties the network',
    'alter table membership drop constraint membership_network_id_organisation_id_fkey, add constraint softly foreign key (network_id, organisation_id) references organisation on delete set null',
    'membership: foreign key softly empties network_id',
  ],
]
