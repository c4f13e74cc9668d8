import { and, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { listingTie } from '#db/schema/directory.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { activeNetwork, type KnownNetwork, nameOf } from '#server/kernel/networks.ts'
import { demand } from '#server/kernel/permissions.ts'
import { identifiersDiffer } from '../errors.ts'
import { raiseRevision, refreshIdentity, takeTurns } from '../organisation/after-listing.server.ts'
import { directory } from '../permissions.ts'
import { told } from './pairs.server.ts'
import { tellOther } from './tell-other-network.server.ts'
import { type Answer, mayBeOne } from './tie.ts'

/** Our listing, the other network's address, and its listing. */
export type Couple = { own: string; network: string; other: string }

/** Says that they are one organisation, or two. They count once when both networks say one. */
export async function sayListingTie(ctx: Context, couple: Couple, answer: Answer) {
  demand(ctx, directory['listing:tie'])
  await inNetwork(ctx, async (tx) => {
    const other = otherOf(ctx, couple)
    await takeTurns(tx, turnsOf(ctx, other, couple))
    const pair = await readPair(tx, ctx, other, couple)
    if (answer === 'same' && !mayBeOne(pair.ours, pair.theirs)) throw identifiersDiffer()
    if (pair.said?.answer === answer) return
    const said = { answer, saidBy: ctx.account.id, saidAt: ctx.clock.now() }
    if (pair.said)
      await tx
        .update(listingTie)
        .set(said)
        .where(and(eq(listingTie.networkId, ctx.network.id), eq(listingTie.id, pair.said.id)))
    else
      await tx.insert(listingTie).values({
        networkId: ctx.network.id,
        id: v7(),
        organisationId: couple.own,
        otherNetworkId: other.id,
        otherOrganisationId: couple.other,
        otherNowId: couple.other,
        ...said,
      })
    await settle(tx, ctx, couple, [pair.ours.key, pair.theirs.key])
    await record(tx, ctx, {
      action: answer === 'same' ? 'listing.said_same' : 'listing.said_different',
      objectType: 'organisation',
      objectId: couple.own,
      changes: { network: nameOf(other), organisation: pair.theirs.name },
    })
    const theirs = pair.theirAnswer === 'same'
    if (answer === 'same')
      await tellOther(tx, ctx, other, theirs ? 'tie_joined' : 'tie_asked', pair.theirs.name)
    else if (theirs) await tellOther(tx, ctx, other, 'tie_apart', pair.theirs.name)
  })
}

/** Takes back what this network said, whichever it was: the other's word alone joins nothing. */
export async function withdrawListingTie(ctx: Context, couple: Couple) {
  demand(ctx, directory['listing:tie'])
  await inNetwork(ctx, async (tx) => {
    const other = otherOf(ctx, couple)
    await takeTurns(tx, turnsOf(ctx, other, couple))
    const pair = await readPair(tx, ctx, other, couple)
    if (!pair.said) return
    await tx
      .delete(listingTie)
      .where(and(eq(listingTie.networkId, ctx.network.id), eq(listingTie.id, pair.said.id)))
    await settle(tx, ctx, couple, [pair.ours.key, pair.theirs.key])
    await record(tx, ctx, {
      action: 'listing.said_no_more',
      objectType: 'organisation',
      objectId: couple.own,
      changes: { network: nameOf(other), organisation: pair.theirs.name },
    })
    if (pair.said.answer === 'same' && pair.theirAnswer === 'same')
      await tellOther(tx, ctx, other, 'tie_apart', pair.theirs.name)
  })
}

function otherOf(ctx: StaffContext, { network }: Couple): KnownNetwork {
  const other = activeNetwork(network)
  if (!other || other.id === ctx.network.id) throw notFound()
  return other
}

/** Two networks that answer at once take turns: the second sees what the first said. */
const turnsOf = (ctx: StaffContext, other: KnownNetwork, couple: Couple) => [
  `tie:${ctx.network.id}:${couple.own}`,
  `tie:${other.id}:${couple.other}`,
]

type Told = { id: string; answer: Answer }
type End = { siren: string | null; rna: string | null; key: string | null; name: string }

/** The couple, when it is one that this network has something to say of. */
async function readPair(tx: Transaction, ctx: StaffContext, other: KnownNetwork, couple: Couple) {
  const { rows } = await tx.execute<{
    ours: End
    theirs: End
    said: Told | null
    theirAnswer: Answer | null
  }>(sql`
    with ${told(ctx)}
    select json_build_object('siren', l.siren, 'rna', l.rna, 'key', l.national_key, 'name', l.name) as ours,
      json_build_object('siren', r.siren, 'rna', r.rna, 'key', r.national_key, 'name', r.name) as theirs,
      told.theirs as "theirAnswer",
      (select json_build_object('id', s.id, 'answer', s.answer) from listing_tie s
        where s.network_id = ${ctx.network.id} and s.organisation_id = told.own
          and s.other_network_id = told.network and s.other_now_id = told.other
        order by s.said_at desc limit 1) as said
    from told
    join organisation_listing l on l.network_id = ${ctx.network.id} and l.id = told.own
    join organisation_listing r on r.network_id = told.network and r.id = told.other
    where told.own = ${couple.own} and told.network = ${other.id} and told.other = ${couple.other}`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

async function settle(tx: Transaction, ctx: StaffContext, couple: Couple, known: (string | null)[]) {
  const keys = known.filter((key) => key !== null)
  await takeTurns(tx, keys)
  await refreshIdentity(tx, ctx, [{ id: couple.own, keys }])
  await raiseRevision(tx, ctx)
}
