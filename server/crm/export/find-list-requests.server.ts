import { and, count, desc, eq, inArray } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { listRequest } from '#db/schema/crm/import.ts'
import { account } from '#db/schema/identity.ts'
import { longWork, storedFile } from '#db/schema/kernel.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand, may } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { isColumn, type ListSubject, USUAL_COLUMNS } from './columns.ts'
import { sourceOf, subjectsOpenTo } from './list-sources.server.ts'

export const LISTS_PER_PAGE = 50

const SHOWN = {
  request: listRequest,
  by: account.name,
  state: longWork.state,
  errorCode: longWork.errorCode,
  done: longWork.done,
  total: longWork.total,
  file: { id: storedFile.id, name: storedFile.name, deletedAt: storedFile.deletedAt },
}

/** What somebody may not hand over, they do not read that it was. */
const mine = (ctx: StaffContext) =>
  and(eq(listRequest.networkId, ctx.network.id), inArray(listRequest.subject, subjectsOpenTo(ctx)))

/** The register: every list that was handed over, the last first. */
export async function findListRequests(ctx: Context, page: number) {
  demand(ctx, crm['list:hand'])
  const found = await inNetwork(ctx, async (tx) => {
    const rows = await registerLines(tx, ctx)
      .limit(LISTS_PER_PAGE)
      .offset((page - 1) * LISTS_PER_PAGE)
    const [all] = await tx.select({ total: count() }).from(listRequest).where(mine(ctx))
    return { rows, total: all!.total }
  })
  return { lists: await worded(ctx, found.rows), total: found.total, page, perPage: LISTS_PER_PAGE }
}

export async function getListRequest(ctx: Context, id: string): Promise<ListRequestLine> {
  demand(ctx, crm['list:hand'])
  const [row] = await inNetwork(ctx, async (tx) => await registerLines(tx, ctx, id))
  if (!row) throw notFound()
  return (await worded(ctx, [row]))[0]!
}

function registerLines(tx: Transaction, ctx: StaffContext, id?: string) {
  const { network } = ctx
  return tx
    .select(SHOWN)
    .from(listRequest)
    .leftJoin(account, eq(account.id, listRequest.accountId))
    .leftJoin(longWork, and(eq(longWork.networkId, network.id), eq(longWork.id, listRequest.workId)))
    .leftJoin(storedFile, and(eq(storedFile.networkId, network.id), eq(storedFile.id, listRequest.fileId)))
    .where(and(mine(ctx), id ? eq(listRequest.id, id) : undefined))
    .orderBy(desc(listRequest.createdAt), desc(listRequest.id))
}

/** Who may read the file of a list: who may hand such a list over. */
export async function isListOpen(ctx: StaffContext, id: string): Promise<boolean> {
  if (!may(ctx, crm['list:hand'])) return false
  const found = await inNetwork(ctx, (tx) =>
    tx
      .select({ id: listRequest.id })
      .from(listRequest)
      .where(and(mine(ctx), eq(listRequest.id, id))),
  )
  return found.length > 0
}

type Row = {
  request: typeof listRequest.$inferSelect
  by: string | null
  state: string | null
  errorCode: string | null
  done: number | null
  total: number | null
  file: { id: string; name: string; deletedAt: Date | null } | null
}

const lineOf = ({ request, by, file, ...work }: Row, words: string[]) => ({
  ...request,
  criteriaWords: words,
  by,
  ...work,
  /** Null once it is not kept any more. */
  file: file && !file.deletedAt ? { id: file.id, name: file.name } : null,
})

/** Asked before words were kept, a list says what its address means today. */
async function worded(ctx: StaffContext, rows: Row[]) {
  const lines = []
  for (const row of rows) {
    const { criteria, criteriaWords, subject } = row.request
    const words = sourceOf(subject as ListSubject).words
    lines.push(lineOf(row, criteriaWords ?? (await words(ctx, new URLSearchParams(criteria)))))
  }
  return lines
}

export type ListRequestLine = ReturnType<typeof lineOf>

/** What a list would tell of, before it is asked: how many things, and what it is narrowed to. */
export async function foretoldList(ctx: Context, subject: ListSubject, criteria: string) {
  const source = sourceOf(subject)
  demand(ctx, source.rule)
  const query = new URLSearchParams(criteria)
  return { count: (await source.ids(ctx, query)).length, words: await source.words(ctx, query) }
}

/** The columns this person last chose for such a list. */
export async function lastColumns(ctx: Context, subject: ListSubject): Promise<string[]> {
  demand(ctx, sourceOf(subject).rule)
  const [last] = await inNetwork(ctx, (tx) =>
    tx
      .select({ columns: listRequest.columns })
      .from(listRequest)
      .where(
        and(
          eq(listRequest.networkId, ctx.network!.id),
          eq(listRequest.accountId, ctx.account!.id),
          eq(listRequest.subject, subject),
        ),
      )
      .orderBy(desc(listRequest.createdAt))
      .limit(1),
  )
  const known = (last?.columns ?? []).filter((key) => isColumn(subject, key))
  return known.length > 0 ? known : USUAL_COLUMNS[subject]
}
