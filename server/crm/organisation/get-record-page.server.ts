import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand, may, type Rule } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { readOrganisation } from './get-organisation.server.ts'
import type { RecordParts, TimelineSource, Told } from './record-part.ts'
import { readStory, type StoryAsked } from './story.server.ts'

/**
 * A record with what every capability knows of it and its story, in one transaction and three
 * statements, however many capabilities add to it.
 */
export async function getRecordPage<Parts extends RecordParts>(
  ctx: Context,
  id: string,
  parts: Parts,
  sources: TimelineSource[],
  asked: StoryAsked = { page: 1 },
) {
  demand(ctx, crm['organisation:read'])
  return inNetwork(ctx, async (tx) => {
    const record = await readOrganisation(tx, ctx, id)
    const told = await readParts(tx, ctx, id, parts)
    const heard = sources.filter(({ rule }) => sees(ctx, rule))
    return { ...record, parts: told, story: await readStory(tx, ctx, id, heard, asked) }
  })
}

/** What a module that is off would show is absent, like what is not for this person. */
const sees = (ctx: StaffContext, rule: Rule) =>
  may(ctx, rule) && (!rule.module || ctx.network.modules.includes(rule.module))

async function readParts<Parts extends RecordParts>(
  tx: Transaction,
  ctx: StaffContext,
  id: string,
  parts: Parts,
): Promise<Told<Parts>> {
  const seen = Object.entries(parts).filter(([, { rule }]) => sees(ctx, rule))
  const unseen = Object.fromEntries(Object.keys(parts).map((name) => [name, null]))
  if (seen.length === 0) return unseen as Told<Parts>
  const pairs = seen.map(([name, { json }]) => sql`${name}::text, (${json(ctx, id)})`)
  const { rows } = await tx.execute<{ parts: Told<Parts> }>(
    sql`select jsonb_build_object(${sql.join(pairs, sql`, `)}) as parts`,
  )
  return { ...unseen, ...rows[0]!.parts } as Told<Parts>
}
