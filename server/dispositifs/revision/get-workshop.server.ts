import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDispositif } from '../dispositif/locked-dispositif.server.ts'
import { dispositifs } from '../permissions.ts'
import { lockedOf } from '../shared-template/locked-pieces.ts'
import { baseOf, tieOf } from '../shared-template/tie.server.ts'
import { blankRevisions } from './blank-revisions.ts'
import { type Contents, DRAFT, WHOLE } from './contents.ts'
import { currentRevision, type RevisionKind } from './current-revision.server.ts'
import { draftOf, sightOf } from './draft-of.server.ts'

export type RevisionLine = {
  id: string
  kind: RevisionKind
  number: number
  note: string
  by: string | null
  publishedAt: string | null
  updatedAt: string
}
export type BoundSession = {
  id: string
  name: string
  dossiers: number
  drafts: number
} & Record<`${RevisionKind}Number`, number | null>

/** Everything that may be changed of a dispositif: its revisions, and which each of its sessions is bound to. */
export async function getWorkshop(ctx: Context, id: string) {
  demand(ctx, dispositifs['dispositif:write'])
  return inNetwork(ctx, async (tx) => {
    const row = await lockDispositif(tx, ctx, id)
    const revisions = await tx.execute<RevisionLine>(sql`
      select r.id, r.kind, r.number, r.note, a.name as by, r.published_at as "publishedAt", r.updated_at as "updatedAt"
      from dispositif_revision r left join account a on a.id = r.account_id
      where r.network_id = ${ctx.network.id} and r.dispositif_id = ${id} order by r.kind, r.number desc`)
    const sessions = await tx.execute<BoundSession>(sql`
      select s.id, s.name, f.number as "formNumber", u.number as "rulesNumber", g.number as "gridNumber",
        count(d.id)::int as dossiers, count(d.id) filter (where d.state = 'draft')::int as drafts
      from dispositif_session s
        join dispositif_revision f on f.network_id = s.network_id and f.id = s.form_id
        join dispositif_revision u on u.network_id = s.network_id and u.id = s.rules_id
        left join dispositif_revision g on g.network_id = s.network_id and g.id = s.grid_id
        left join dossier d on d.network_id = s.network_id and d.session_id = s.id and d.state <> 'merged'
      where s.network_id = ${ctx.network.id} and s.dispositif_id = ${id}
      group by s.network_id, s.id, f.number, u.number, g.number order by s.closes_at desc`)
    const tie = await tieOf(tx, ctx, id)
    const follows = tie && { departed: tie.departedAt !== null }
    return { ...row, follows, revisions: revisions.rows, sessions: sessions.rows }
  })
}

/** What is being written beside what is in force; without a draft, what is in force is what one would change. */
export async function getDraft<Kind extends RevisionKind>(ctx: Context, id: string, kind: Kind) {
  demand(ctx, dispositifs['dispositif:write'])
  return inNetwork(ctx, async (tx) => {
    const row = await lockDispositif(tx, ctx, id)
    if (row.archivedAt) throw notFound()
    const [draft, current] = [await draftOf(tx, ctx, id, kind), await currentRevision(tx, ctx, id, kind)]
    const inForce = current ? WHOLE[kind].parse(current.content) : null
    const content: Contents[Kind] = DRAFT[kind].parse(
      draft?.content ?? current?.content ?? blankRevisions()[kind],
    )
    const tie = await tieOf(tx, ctx, id)
    const base = tie && !tie.departedAt ? baseOf(tie, (draft ?? current)?.templateVersion ?? null) : null
    const whole = WHOLE[kind].safeParse(content)
    return {
      ...{ code: row.code, name: row.name, customised: row.customised },
      ...{ content, inForce, seen: sightOf(draft), isDraft: draft !== null },
      /** What comes from its template, and is only read. */
      locked: base && lockedOf(base),
      number: draft?.number ?? current?.number ?? 1,
      faults: whole.success
        ? []
        : whole.error.issues.map(({ path, message }) => ({ path: path as (string | number)[], message })),
    }
  })
}
