import type { Breach } from './breach.ts'

export const CODE_BREACHES: Breach[] = [
  [
    'a plain view',
    'create view every_project as select * from project',
    'public.every_project: is a view without security_invoker',
  ],
  [
    'a view that says false',
    'create view every_project with (security_invoker = false) as select * from project',
    'public.every_project: is a view without security_invoker',
  ],
  [
    'a materialised view a login reads',
    'create materialized view frozen as select * from project; grant select on frozen to maillage_observatory',
    'public.frozen: is a materialised view that maillage_observatory may read',
  ],
  [
    'a definer function off the list',
    `create function everything() returns bigint language sql security definer set search_path = pg_catalog, public, pg_temp
       as 'select count(*) from public.project'`,
    "public.everything: runs with its owner's rights and is not on the list",
  ],
  [
    'a definer function that is gone',
    'drop function definer_search.found_organisations',
    'definer_search.found_organisations: is on the list of definer functions and is there 0 times',
  ],
  [
    'a second one under a listed name',
    `create function definer_search.found_organisations() returns int language sql security definer as 'select 1'`,
    'definer_search.found_organisations: is on the list of definer functions and is there 2 times',
  ],
  [
    'a definer function for everyone',
    'grant execute on function definer_search.found_organisations to public',
    'definer_search.found_organisations: may be called by anyone',
  ],
  [
    'no pinned search_path',
    'alter function definer_search.found_organisations reset search_path',
    'definer_search.found_organisations: does not pin its search_path',
  ],
  [
    'pg_temp forgotten',
    'alter function definer_search.found_organisations set search_path = pg_catalog, public',
    'definer_search.found_organisations: does not pin its search_path',
  ],
  [
    'pg_temp first',
    'alter function definer_search.found_organisations set search_path = pg_temp, pg_catalog, public',
    'definer_search.found_organisations: does not pin its search_path',
  ],
  [
    'a definer function of a superuser',
    'alter function definer_search.found_organisations owner to postgres',
    'definer_search.found_organisations: is owned by a login',
  ],
  [
    "a definer function of another's",
    'alter function definer_search.found_organisations owner to maillage_identity',
    'definer_search.found_organisations: is not owned by the role of its schema',
  ],
  [
    "a definer role's plain function",
    `create function definer_search.plain() returns int language sql as 'select 1'; alter function definer_search.plain owner to maillage_search`,
    'definer_search.plain: belongs to a definer role and does not run as one',
  ],
  [
    'a function said leakproof',
    'alter function current_network leakproof',
    'public.current_network: claims to leak nothing',
  ],
]
