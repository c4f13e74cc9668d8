import { and, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { networkPage, networkPageDraft } from '#db/schema/portal.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { portal } from '../permissions.ts'
import { defaultText } from './default-texts.ts'
import type { TextName } from './text.schema.ts'
import { textsOf } from './text.ts'

export function demandText(ctx: StaffContext, { key }: TextName) {
  if (!textsOf(ctx.network.kind).includes(key)) throw notFound()
}

/** One text as its authors see it: what is being written, what is published, what was before. */
export async function getWrittenText(ctx: Context, name: TextName) {
  demand(ctx, portal['site:edit'])
  demandText(ctx, name)
  return inNetwork(ctx, async (tx) => {
    const { draft, page } = await readText(tx, ctx, name)
    const initial = defaultText(ctx.network, name.key, name.locale, ctx.clock.now())
    const published = page?.body ?? initial.body
    return {
      body: draft?.body ?? published,
      published,
      missing: page ? [] : initial.missing,
      isDraft: draft !== undefined && draft.body !== published,
      draftAt: draft?.updatedAt ?? null,
      publishedAt: page?.updatedAt ?? null,
    }
  })
}

export async function readText(tx: Transaction, ctx: StaffContext, { key, locale }: TextName) {
  const networkId = ctx.network.id
  const [draft] = await tx
    .select()
    .from(networkPageDraft)
    .where(
      and(
        eq(networkPageDraft.networkId, networkId),
        eq(networkPageDraft.key, key),
        eq(networkPageDraft.locale, locale),
      ),
    )
  const [page] = await tx.select().from(networkPage).where(thisPage(networkId, { key, locale })).for('update')
  return { draft, page }
}

export const thisPage = (networkId: number, { key, locale }: TextName) =>
  and(eq(networkPage.networkId, networkId), eq(networkPage.key, key), eq(networkPage.locale, locale))

export const thisDraft = (networkId: number, { key, locale }: TextName) =>
  and(
    eq(networkPageDraft.networkId, networkId),
    eq(networkPageDraft.key, key),
    eq(networkPageDraft.locale, locale),
  )
