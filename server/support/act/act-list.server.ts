import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { type Cells, type ListSource, SEVERAL_OF_CELL, YES_NO } from '#server/crm/public.ts'
import { support } from '../permissions.ts'
import type { Channel, Family, Kind } from './act.ts'
import { actFilterWords } from './act-filter-words.server.ts'
import { ACT_WORDS } from './act-words.server.ts'
import { actsKept } from './acts-kept.server.ts'
import { readActFilters } from './read-act-filters.ts'

type Line = {
  happenedOn: string
  minutes: number
  family: Family
  kind: Kind
  channel: Channel | null
  topic: string
  agreed: string
  note: string
  nextStep: string
  nextOn: string | null
  nextDone: boolean
  by: string | null
  project: string | null
  organisations: string[]
}

/** The acts of support that some filters keep, as a list. */
export const actList: ListSource = {
  rule: support['act:export'],
  page: 'appuis',
  words: (ctx, query) => actFilterWords(ctx, readActFilters(query)),
  ids: async (ctx, query) => {
    const { rows } = await inNetwork(ctx, (tx) =>
      tx.execute<{ id: string }>(sql`select a.id from support_act a
        where ${actsKept(ctx, readActFilters(query))} order by a.happened_on desc, a.id desc`),
    )
    return rows.map(({ id }) => id)
  },
  rows: async (ctx, ids, { locale }) => {
    const { rows } = await inNetwork(ctx, (tx) =>
      tx.execute<Line>(sql`
        select a.happened_on::text as "happenedOn", a.minutes, a.family, a.kind, a.channel, a.topic, a.agreed, a.note,
          a.next_step as "nextStep", a.next_on::text as "nextOn", a.next_done_at is not null as "nextDone",
          c.name as by, p.title as project,
          array(select o.name from support_act_organisation l
            join organisation o on o.network_id = l.network_id and o.id = l.organisation_id
            where l.network_id = a.network_id and l.act_id = a.id order by o.name collate "fr-x-icu") as organisations
        from unnest(${sql.param(ids)}::uuid[]) with ordinality f(id, place)
          join support_act a on a.network_id = ${ctx.network.id} and a.id = f.id and a.removed_at is null
          left join account c on c.id = a.account_id
          left join project p on p.network_id = a.network_id and p.id = a.project_id
        order by f.place`),
    )
    const { kind, family, channel } = ACT_WORDS[locale]
    return rows.map(
      (one): Cells => ({
        happenedOn: one.happenedOn,
        organisations: one.organisations.join(SEVERAL_OF_CELL),
        minutes: String(one.minutes),
        family: family[one.family],
        supportKind: kind[one.kind],
        channel: one.channel ? channel[one.channel] : '',
        topic: one.topic,
        project: one.project ?? '',
        agreed: one.agreed,
        note: one.note,
        nextStep: one.nextStep,
        nextOn: one.nextOn ?? '',
        nextDone: one.nextStep ? YES_NO[locale][one.nextDone ? 0 : 1] : '',
        by: one.by ?? '',
      }),
    )
  },
}
