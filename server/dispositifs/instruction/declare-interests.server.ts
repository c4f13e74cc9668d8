import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { inNetwork, type Transaction } from '#db/client.ts'
import { keptText } from '#packages/referentials/text.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { settleNotice } from '#server/kernel/notifications/settle-notice.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { notOfNetwork } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { isSelf } from './own-instructor.ts'
import { passOn } from './pass-on.server.ts'
import { proposeConflicts } from './propose-conflicts.server.ts'

const text = (max: number) => z.string().overwrite(keptText).trim().max(max, 'too_long')
export const declarationInput = z
  .strictObject({
    organisations: z
      .array(z.uuid('unknown_choice'))
      .max(200, 'too_many')
      .transform((all) => [...new Set(all)]),
    nature: text(500),
    persons: text(2000),
    none: z.boolean(),
  })
  .superRefine(({ organisations, nature, persons, none }, ctx) => {
    const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    const says = organisations.length > 0 || persons !== ''
    if (!says && !none) wrong('none', 'declare_something')
    if (says && none) wrong('none', 'declare_both')
    if (organisations.length > 0 && nature === '') wrong('nature', 'missing')
  })

/** One's place in a session that one was chosen for. */
async function ownPlace(tx: Transaction, ctx: StaffContext, sessionId: string) {
  const { rows } = await tx.execute<{
    instructorId: string
    name: string
    code: string
    declaredAt: Date | null
    persons: string
  }>(sql`
    select i.id as "instructorId", n.name, p.code, s.declared_at as "declaredAt", s.persons
    from session_instructor s join instructor i on i.network_id = s.network_id and i.id = s.instructor_id
      join dispositif_session n on n.network_id = s.network_id and n.id = s.session_id
      join dispositif p on p.network_id = n.network_id and p.id = n.dispositif_id
    where s.network_id = ${ctx.network.id} and s.session_id = ${sessionId} and ${isSelf(ctx)}`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Whom one may be tied to: the organisations that deposit or sponsor in the session, and not which file is whose. */
const depositors = (ctx: StaffContext, sessionId: string) => sql`
  select h.organisation_id as id from dossier_holder h join dossier d on d.network_id = h.network_id and d.id = h.dossier_id
  where d.network_id = ${ctx.network.id} and d.session_id = ${sessionId} and d.state not in ('draft', 'merged')
  union select d.sponsor_id from dossier d where d.network_id = ${ctx.network.id} and d.session_id = ${sessionId}
    and d.sponsor_id is not null and d.state not in ('draft', 'merged')`

export async function getDeclaration(ctx: Context, sessionId: string) {
  demand(ctx, dispositifs['instruction:read'])
  return inNetwork(ctx, async (tx) => {
    const place = await ownPlace(tx, ctx, sessionId)
    const { rows: organisations } = await tx.execute<{ id: string; name: string }>(sql`
      select o.id, o.name from organisation o join (${depositors(ctx, sessionId)}) t on t.id = o.id
      where o.network_id = ${ctx.network.id} order by o.name collate "fr-x-icu", o.id`)
    const { rows: said } = await tx.execute<{ id: string; nature: string }>(sql`
      select organisation_id as id, nature from interest where network_id = ${ctx.network.id}
        and session_id = ${sessionId} and instructor_id = ${place.instructorId}`)
    return { ...place, organisations, said }
  })
}

/** Where one declares: what a notice of having been chosen opens. */
export const declarationPath = (ctx: StaffContext, sessionId: string) =>
  `/${ctx.network.slug}/espace/instruction/sessions/${sessionId}/liens`

/** Said again as often as one likes; conflicts follow at once, and files go to others. */
export async function declareInterests(
  ctx: Context,
  sessionId: string,
  input: z.output<typeof declarationInput>,
) {
  demand(ctx, dispositifs['instruction:read'])
  await inNetwork(ctx, async (tx) => {
    const { instructorId } = await ownPlace(tx, ctx, sessionId)
    const { rows } = await tx.execute<{ id: string }>(sql`
      select t.id from (${depositors(ctx, sessionId)}) t where t.id = any (${sql.param(input.organisations)}::uuid[])`)
    if (rows.length !== input.organisations.length) throw notOfNetwork('organisations')
    const mine = sql`network_id = ${ctx.network.id} and session_id = ${sessionId} and instructor_id = ${instructorId}`
    await tx.execute(sql`delete from interest where ${mine}`)
    await tx.execute(sql`
      insert into interest (network_id, session_id, instructor_id, organisation_id, nature)
      select ${ctx.network.id}, ${sessionId}, ${instructorId}, t.id, ${input.nature}
      from unnest(${sql.param(input.organisations)}::uuid[]) as t(id)`)
    await tx.execute(sql`update session_instructor set persons = ${input.persons},
      declared_at = ${ctx.clock.now().toISOString()}::timestamptz where ${mine}`)
    await tx.execute(sql`update instructor set account_id = ${ctx.account.id}
      where network_id = ${ctx.network.id} and id = ${instructorId} and account_id is null`)
    await proposeConflicts(tx, ctx, sessionId)
    const { rows: gone } = await tx.execute<{ id: string }>(sql`
      delete from assignment a using conflict c, dossier d
      where a.network_id = ${ctx.network.id} and c.network_id = a.network_id and c.dossier_id = a.dossier_id
        and c.instructor_id = a.instructor_id and c.state <> 'dismissed' and a.instructor_id = ${instructorId}
        and d.network_id = a.network_id and d.id = a.dossier_id and d.session_id = ${sessionId}
        and not exists (select from review r where r.network_id = a.network_id and r.dossier_id = a.dossier_id
          and r.instructor_id = a.instructor_id and r.submitted_at is not null)
      returning a.dossier_id as id`)
    await passOn(
      tx,
      ctx,
      sessionId,
      gone.map(({ id }) => id),
    )
    await settleNotice(tx, ctx, { kind: 'dispositifs.chosen', path: declarationPath(ctx, sessionId) })
    await record(tx, ctx, {
      action: 'dispositif_session.interests_declared',
      objectType: 'dispositif_session',
      objectId: sessionId,
      changes: { links: input.organisations.length },
    })
  })
}
