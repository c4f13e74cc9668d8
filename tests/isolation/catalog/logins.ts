import { APP_ROLE, DEFINER_ROLES, OBSERVATORY_ROLE } from '#db/roles.ts'
import { faultsIn, OURS, type Rule } from './rule.ts'

export const LOGINS = [APP_ROLE, OBSERVATORY_ROLE]
const DEFINERS = Object.keys(DEFINER_ROLES)
export const ROLES = [...LOGINS, ...DEFINERS]

/** What no grant may make up for: attributes, memberships, ownership, presets. */
export const logins: Rule = async (client) => [
  ...(await faultsIn(
    client,
    `select format('%s: %s', name, fault) as fault
     from unnest($1::text[]) name left join pg_roles on rolname = name, lateral (values
       ('does not exist', rolname is null), ('is a superuser', rolsuper), ('is above policies', rolbypassrls),
       ('may create roles', rolcreaterole), ('may create databases', rolcreatedb), ('may replicate', rolreplication),
       ('is a definer role that can sign in', rolcanlogin and name = any ($2))
     ) v (fault, broken) where broken`,
    [ROLES, DEFINERS],
  )),
  ...(await faultsIn(
    client,
    `select format('%s: is a member of %s', member::regrole, roleid::regrole) as fault
     from pg_auth_members where member::regrole::text = any ($1)`,
    [ROLES],
  )),
  // Only whoever migrates becomes a definer role, by SET ROLE, to create its functions.
  ...(await faultsIn(
    client,
    `select format('%s: %s is a member of it', roleid::regrole, member::regrole) as fault
     from pg_auth_members where roleid::regrole::text = any ($1)
       and (inherit_option or member <> (select datdba from pg_database where datname = current_database()))`,
    [DEFINERS],
  )),
  ...(await faultsIn(
    client,
    `select format('%s: owns %s', rolname, pg_describe_object(classid, objid, objsubid)) as fault
     from pg_shdepend join pg_roles o on o.oid = refobjid
     where deptype = 'o' and refclassid = 'pg_authid'::regclass and rolname = any ($1)
       and dbid in (0, (select oid from pg_database where datname = current_database()))
       and not (rolname = any ($2) and classid in ('pg_proc'::regclass, 'pg_namespace'::regclass))`,
    [ROLES, DEFINERS],
  )),
  ...(await faultsIn(
    client,
    `select format('%s is preset, so that a query without a network is no error', setting) as fault
     from pg_db_role_setting, unnest(setconfig) setting where setting like 'app.%'`,
  )),
  ...(await faultsIn(
    client,
    `select format('%s gets rights on whatever %s creates', case when a.grantee = 0 then 'everyone' else a.grantee::regrole::text end,
       defaclrole::regrole) as fault
     from pg_default_acl d left join pg_namespace n on n.oid = defaclnamespace, aclexplode(defaclacl) a
     where (nspname is null or ${OURS}) and (a.grantee = 0 or a.grantee::regrole::text = any ($1))`,
    [ROLES],
  )),
]
