import { inArray } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { account } from '#db/schema/identity.ts'
import { readHistory } from '#server/kernel/audit/read-lines.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { answeredProposals, openProposal } from '../proposal/own-proposal.server.ts'
import { readingKept } from './keeper.server.ts'
import { pageOf } from './page.ts'
import { fieldsShown } from './page-own-fields.server.ts'
import { rulesOf } from './page-rules.server.ts'

const MOST_HISTORY = 15
/** What a member reads of the history: what was done with the page, not the team's own work. */
const TOLD = [
  'organisation.created',
  'organisation.updated',
  'organisation.published',
  'organisation.unpublished',
  'page.verified',
  'page.proposed',
  'page.proposal_taken',
  'page.proposal_refused',
  'page.choices_made',
  'representation.accepted',
  'representation.ended',
]

/** The whole of « Ma structure »: the page, what waits, what was answered, what happened. */
export async function getOwnPage(ctx: Context, id: string) {
  return readingKept(ctx, id, async (tx, keeper, row) => {
    const lines = await readHistory(tx, keeper, 'organisation', id, MOST_HISTORY * 2)
    const own = await fieldsShown(tx, keeper, row.kind)
    const answered = await answeredProposals(tx, keeper, id)
    return {
      row,
      page: pageOf(row, own),
      own,
      open: await openProposal(tx, keeper, id),
      atOnce: (await rulesOf(tx, keeper)).proposalsAtOnce,
      answered,
      authors: await namesOf(
        tx,
        answered.flatMap(({ accountId }) => accountId ?? []),
      ),
      history: lines.filter(({ action }) => TOLD.includes(action)).slice(0, MOST_HISTORY),
    }
  })
}

/** The network's own fields in the form of this page. */
export async function ownPageFields(ctx: Context, id: string) {
  return readingKept(ctx, id, (tx, keeper, row) => fieldsShown(tx, keeper, row.kind))
}

async function namesOf(tx: Transaction, ids: string[]) {
  if (ids.length === 0) return new Map<string, string>()
  const rows = await tx
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(inArray(account.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type OwnPage = Awaited<ReturnType<typeof getOwnPage>>
