import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { organisationsLikely } from '#server/crm/public.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { support } from '../permissions.ts'
import { type Channel, fits, type Kind } from './act.ts'
import { type Named, organisationsNamed } from './match-organisation.ts'
import { readSentence } from './read-sentence.ts'

type Known = Named & { kind: string }
export type Understood = {
  organisation: { id: string; name: string; city: string | null } | null
  minutes: number | null
  happenedOn: string
  channel: Channel | null
  kind: Kind | null
  topic: string
}

const LONGEST = 300

/**
 * What a sentence says, with the organisation it names; on an organisation's own record, all of its words
 * are about the topic. A kind chosen beside it is said once. Nothing is saved: a person looks first.
 */
export async function understandSentence(
  ctx: Context,
  sentence: string,
  organisationId: string | null = null,
  chosen: Kind | null = null,
): Promise<Understood> {
  demand(ctx, support['act:write'])
  const read = readSentence(sentence.slice(0, LONGEST), today(ctx.clock, ctx.network.timeZone))
  const words = read.words.map(({ text }) => text)
  const known = await inNetwork(ctx, async (tx) => {
    const which = organisationId
      ? sql`id = ${organisationId}::uuid`
      : sql`id = any (${sql.param(await organisationsLikely(tx, words))}::uuid[])`
    const { rows } = await tx.execute<Known>(sql`
      select id, name, acronym, aliases, city, kind from organisation
      where network_id = ${ctx.network.id} and ${which}`)
    return rows
  })
  if (organisationId && !known[0]) throw notFound()
  const [first] = organisationId
    ? [{ organisation: known[0]!, topic: words.join(' ') }]
    : organisationsNamed(read.words, known)
  const { minutes, happenedOn, channel } = read
  const kind = chosen ?? read.kind
  const organisation = first?.organisation ?? null
  return {
    organisation: organisation && { id: organisation.id, name: organisation.name, city: organisation.city },
    minutes,
    happenedOn,
    channel,
    kind: kind && fits(kind, organisation?.kind) ? kind : null,
    topic: (first?.topic ?? words.join(' ')).slice(0, 200),
  }
}
