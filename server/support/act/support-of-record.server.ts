import { sql } from 'drizzle-orm'
import type { RecordPart, TimelineSource } from '#server/crm/public.ts'
import { support } from '../permissions.ts'
import type { Channel, Kind } from './act.ts'

export type SupportOfRecord = {
  acts: number
  minutes: number
  /** Since the first of January two years ago: what still says how things stand. */
  last: {
    id: string
    on: string
    minutes: number
    kind: Kind
    channel: Channel | null
    topic: string
    by: string | null
  }[]
  awaited: { id: string; step: string; on: string | null }[]
}

const MOST_SHOWN = 3

const ofOrganisation = (networkId: number, organisationId: string) => sql`
  support_act a join support_act_organisation l on l.network_id = a.network_id and l.act_id = a.id
    left join account c on c.id = a.account_id
  where l.network_id = ${networkId} and l.organisation_id = ${organisationId}::uuid and a.removed_at is null`

/** How much, the last times, and what was promised and is not done yet. */
export const supportOfRecord: RecordPart<SupportOfRecord> = {
  rule: support['act:read'],
  json: (ctx, organisationId) => {
    const acts = ofOrganisation(ctx.network.id, organisationId)
    return sql`select jsonb_build_object(
      'acts', count(*), 'minutes', coalesce(sum(a.minutes), 0),
      'last', (select coalesce(jsonb_agg(s), '[]') from (
        select a.id, a.happened_on as on, a.minutes, a.kind, a.channel, a.topic, c.name as by from ${acts}
        order by a.happened_on desc, a.id desc limit ${MOST_SHOWN}) s),
      'awaited', (select coalesce(jsonb_agg(s), '[]') from (
        select a.id, a.next_step as step, a.next_on as on from ${acts}
          and a.next_step <> '' and a.next_done_at is null
        order by a.next_on nulls last, a.id limit ${MOST_SHOWN}) s)) from ${acts}`
  },
}

export const supportStory: TimelineSource = {
  name: 'support',
  rule: support['act:read'],
  entries: (ctx, organisationId) => sql`
    select 'support', a.id::text, a.happened_on::text, 'bureau/appuis/' || a.id,
      jsonb_build_object('name', c.name, 'kind', a.kind, 'minutes', a.minutes, 'text', nullif(a.topic, ''))
    from ${ofOrganisation(ctx.network.id, organisationId)}`,
}
