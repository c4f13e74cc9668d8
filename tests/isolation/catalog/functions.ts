import { DEFINER_ROLES } from '#db/roles.ts'
import { faultsIn, OURS, type Rule } from './rule.ts'

/** The functions that act with rights their caller has not; db/functions/ says why each exists. */
const DEFINERS = [
  'definer_identity.follow_merged_listing',
  'definer_identity.note_alike_listings',
  'definer_identity.refresh_listing_identity',
  'definer_identity.refresh_project_networks',
  'definer_search.likely_organisations',
  'definer_search.found_organisations',
  'definer_search.found_projects',
  'definer_search.mended_query',
  'definer_search.near_words',
  'definer_search.orphan_words',
  'definer_search.search_people',
]

/** pg_temp last: a caller's temporary table never stands in for a real one. */
const SEARCH_PATH = 'search_path=pg_catalog, public, pg_temp'

/** Every function of ours, not those of extensions. */
const FUNCTIONS = `(
  select p.*, nspname, nspname || '.' || proname as name, rolname, rolcanlogin or rolsuper or rolbypassrls as powerful
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles o on o.oid = p.proowner
  where ${OURS} and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')) f`

export const functions: Rule = async (client) => [
  ...(await faultsIn(
    client,
    `select format('%s: runs with its owner''s rights and is not on the list', name) as fault
     from ${FUNCTIONS} where prosecdef and name <> all ($1)`,
    [DEFINERS],
  )),
  ...(await faultsIn(
    client,
    `select format('%s: is on the list of definer functions and is there %s times', wanted, n) as fault
     from unnest($1::text[]) wanted,
       lateral (select count(*) as n from ${FUNCTIONS} where prosecdef and name = wanted) c where n <> 1`,
    [DEFINERS],
  )),
  ...(await faultsIn(
    client,
    `select format('%s: %s', name, fault) as fault from ${FUNCTIONS}, lateral (values
       ('is owned by a login, or by a role above policies', powerful),
       ('is not owned by the role of its schema', $1::jsonb ->> rolname is distinct from nspname),
       ('does not pin its search_path with pg_temp last', proconfig is distinct from array[$2]),
       ('may be called by anyone', exists (
         select 1 from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0))
     ) v (fault, broken) where prosecdef and broken`,
    [JSON.stringify(DEFINER_ROLES), SEARCH_PATH],
  )),
  ...(await faultsIn(
    client,
    `select format('%s: %s', name, fault) as fault from ${FUNCTIONS}, lateral (values
       ('belongs to a definer role and does not run as one', $1::jsonb ? rolname and not prosecdef),
       ('claims to leak nothing, so it is run above policies', proleakproof)
     ) v (fault, broken) where broken`,
    [JSON.stringify(DEFINER_ROLES)],
  )),
]
