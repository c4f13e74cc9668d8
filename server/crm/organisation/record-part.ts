import type { SQL } from 'drizzle-orm'
import type { StaffContext } from '#server/kernel/context.ts'
import type { Rule } from '#server/kernel/permissions.ts'

/**
 * What a capability shows of an organisation on its record. The parts of a record are read by one
 * statement: `json` is a scalar subquery that gives T as jsonb. Who may not see it gets null.
 */
export type RecordPart<T> = { rule: Rule; json: (ctx: StaffContext, organisationId: string) => SQL; as?: T }

/** Parts by name, as the page receives them. */
export type RecordParts = Record<string, RecordPart<unknown>>
export type Told<Parts extends RecordParts> = {
  [Name in keyof Parts]: NonNullable<Parts[Name]['as']> | null
}

/**
 * Something that happened to an organisation. A source is a `select` of exactly these columns, in this
 * order; the page says it with the words of `crm:timeline.<kind>`, filled with `detail`. A word of
 * `detail` that the reader's language decides is translated by app/crm/record/story-words.server.ts.
 */
export type TimelineEntry = {
  kind: string
  id: string
  /** A day (YYYY-MM-DD) or an instant (…T…Z), as text. */
  at: string
  /** Where it opens, after the network's address; null: it stands on the page itself. */
  path: string | null
  detail: Record<string, unknown>
}
export type TimelineSource = {
  /** The kind of event people choose to see alone: words of `crm:timelineOf.<name>`. */
  name: string
  rule: Rule
  entries: (ctx: StaffContext, organisationId: string) => SQL
}
