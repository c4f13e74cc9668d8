import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { today } from '#server/kernel/clock.ts'
import type { Locale } from '#server/kernel/context.ts'
import type { Cells, ListSource } from '../export/list-source.ts'
import { YES_NO } from '../export/own-cells.ts'
import { crm } from '../permissions.ts'
import { tasksOpen } from './find-tasks.server.ts'

type Line = {
  title: string
  organisation: string
  city: string | null
  dueOn: string | null
  notedOn: Date | string
  assignee: string | null
}

/** Mine is somebody’s, for whoever reads the register. */
const MINE: Record<Locale, (name: string | null) => string> = {
  fr: (name) => (name ? `Tâches de ${name}` : 'Tâches de toute l’équipe'),
  en: (name) => (name ? `Tasks of ${name}` : 'Tasks of the whole team'),
}

/** What is to be done, mine or everyone's, as a list. */
export const taskList: ListSource = {
  rule: crm['organisation:export'],
  page: 'a-faire',
  words: async (ctx, query) => [MINE[ctx.locale](query.get('qui') === 'tous' ? null : ctx.account.name)],
  ids: (ctx, query) =>
    inNetwork(ctx, async (tx) => {
      const { rows } = await tx.execute<{ id: string }>(sql`select k.id from organisation_task k
        where ${await tasksOpen(tx, ctx, query.get('qui') === 'tous')}
        order by k.due_on nulls last, k.id`)
      return rows.map(({ id }) => id)
    }),
  rows: async (ctx, ids, { locale }) => {
    const { rows } = await inNetwork(ctx, (tx) =>
      tx.execute<Line>(sql`select k.title, o.name as organisation, o.city, k.due_on::text as "dueOn",
          k.created_at as "notedOn", a.name as assignee
        from unnest(${sql.param(ids)}::uuid[]) with ordinality f(id, place)
          join organisation_task k on k.network_id = ${ctx.network.id} and k.id = f.id
          join organisation o on o.network_id = k.network_id and o.id = k.organisation_id
          left join account a on a.id = k.assignee_id
        order by f.place`),
    )
    const { timeZone } = ctx.network
    const now = today(ctx.clock, timeZone)
    return rows.map(
      (one): Cells => ({
        task: one.title,
        organisation: one.organisation,
        city: one.city ?? '',
        dueOn: one.dueOn ?? '',
        late: YES_NO[locale][one.dueOn !== null && one.dueOn < now ? 0 : 1],
        notedOn: today({ now: () => new Date(one.notedOn) }, timeZone),
        assignee: one.assignee ?? '',
      }),
    )
  },
}
