import { and, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { importMatching } from '#db/schema/crm/import.ts'
import { foldText } from '#packages/referentials/text.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import type { Matching } from './matching.schema.ts'

export type SavedMatching = { id: string; name: string; matching: Matching }
const LONGEST_NAME = 80

export async function findMatchings(ctx: Context): Promise<SavedMatching[]> {
  demand(ctx, crm['import:run'])
  const { network } = ctx
  return inNetwork(ctx, async (tx) => {
    const rows = await tx
      .select()
      .from(importMatching)
      .where(eq(importMatching.networkId, network.id))
      .orderBy(sql`name collate "fr-x-icu"`)
    return rows.map(({ id, name, matching }) => ({ id, name, matching: matching as Matching }))
  })
}

export async function getMatching(ctx: Context, id: string): Promise<SavedMatching> {
  const found = (await findMatchings(ctx)).find((one) => one.id === id)
  if (!found) throw notFound()
  return found
}

/** Kept under a name; the same name again takes its place. */
export async function saveMatching(ctx: Context, name: string, matching: Matching): Promise<void> {
  demand(ctx, crm['import:run'])
  const values = { name: name.trim().slice(0, LONGEST_NAME), matching, accountId: ctx.account.id }
  if (!values.name) return
  await inNetwork(ctx, async (tx) => {
    const mine = and(
      eq(importMatching.networkId, ctx.network.id),
      sql`lower(${importMatching.name}) = lower(${values.name})`,
    )
    const takePlace = () =>
      tx.update(importMatching).set(values).where(mine).returning({ id: importMatching.id })
    if ((await takePlace()).length > 0) return
    const made = await tx
      .insert(importMatching)
      .values({ networkId: ctx.network.id, id: v7(), createdAt: ctx.clock.now(), ...values })
      .onConflictDoNothing()
      .returning({ id: importMatching.id })
    // Somebody kept one of that name at this very moment.
    if (made.length === 0) await takePlace()
  })
}

export async function forgetMatching(ctx: Context, id: string): Promise<void> {
  demand(ctx, crm['import:run'])
  await inNetwork(ctx, (tx) =>
    tx
      .delete(importMatching)
      .where(and(eq(importMatching.networkId, ctx.network.id), eq(importMatching.id, id))),
  )
}

/** A matching made for another file, on this one's columns: by their headings, wherever they stand. */
export function onHeadings(matching: Matching, headings: string[]): Matching {
  const fields = new Map(matching.columns.map(({ heading, field }) => [foldText(heading), field]))
  const columns = headings.map((heading) => ({ heading, field: fields.get(foldText(heading)) ?? null }))
  return { ...matching, columns }
}
