import { getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { type TableClass, tableClasses } from '#db/columns.ts'

const modules = import.meta.glob<Record<string, unknown>>('/db/schema/**/*.ts', { eager: true })

/** Every table db/schema exports; reading the modules also registers each in its class. */
export const declaredTables: PgTable[] = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter((value): value is PgTable => is(value, PgTable))

export const declaredNames = declaredTables.map((table) => getTableName(table))

export function tablesOf(...classes: TableClass[]): string[] {
  return [...tableClasses].filter(([, entry]) => classes.includes(entry.class)).map(([name]) => name)
}

/** Tables whose rows belong to one network. */
export const networkTables = () => tablesOf('tenant', 'listing')
