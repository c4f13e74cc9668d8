import { type SQL, sql } from 'drizzle-orm'
import type { FacetKey, Filters } from './filters.schema.ts'
import { tsqueryText } from './search-terms.ts'

/** What a search looks through: one network's listings, or all of them. */
export type Scope = { networkId: number | null; today: string }

/** The rows a search starts from, before any facet narrows them. */
export function searched(scope: Scope, terms: string[]): SQL {
  const parts: SQL[] = []
  if (scope.networkId !== null) parts.push(sql`network_id = ${scope.networkId}`)
  if (terms.length) parts.push(sql`search @@ ${tsquery(terms)}`)
  return parts.length ? sql.join(parts, sql` and `) : sql`true`
}

export function tsquery(terms: string[], weight = ''): SQL {
  return sql`to_tsquery('maillage_fr', ${tsqueryText(terms, weight)})`
}

/** One condition a facet in use; columns are named here and nowhere taken from the request. */
export function narrowed(scope: Scope, filters: Filters): Map<FacetKey, SQL> {
  const conditions = new Map<FacetKey, SQL>()
  const { kind, department, zone, country, sector, sdg, member } = filters
  if (kind.length) conditions.set('kind', sql`kind = any (${texts(kind)})`)
  if (department.length) conditions.set('department', sql`department = any (${texts(department)})`)
  if (zone.length) conditions.set('zone', sql`zones && ${texts(zone)}`)
  if (country.length) conditions.set('country', sql`countries && ${texts(country)}`)
  if (sector.length) conditions.set('sector', sql`sectors && ${texts(sector)}`)
  if (sdg.length) conditions.set('sdg', sql`sdgs && ${sql.param(`{${sdg.join()}}`)}::smallint[]`)
  if (member !== undefined) conditions.set('member', sql`${isMember(scope)} = ${member}`)
  return conditions
}

export function isMember(scope: Scope): SQL {
  return sql`coalesce(member_until >= ${scope.today}::date, false)`
}

export function all(conditions: Iterable<SQL>): SQL {
  const list = [...conditions]
  return list.length ? sql.join(list, sql` and `) : sql`true`
}

/** drizzle spreads a bare array into a list of parameters; PostgreSQL wants one array. */
function texts(values: string[]): SQL {
  return sql`${sql.param(values)}::text[]`
}
