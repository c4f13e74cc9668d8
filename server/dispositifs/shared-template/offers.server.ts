import { and, eq, ne } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dispositifTemplateListing } from '#db/schema/dispositifs/template.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { activeNetworks, nameOf } from '#server/kernel/networks.ts'
import { TEMPLATES, templateByKey } from '../template/templates.ts'
import { type SharedTemplate, sharedTemplate } from './shared-template.schema.ts'
import { sourceOfKey, type TemplateSource, templateKey } from './template-key.ts'
import { templateOfProduct } from './template-of-product.ts'

/** A template as it can be taken today. */
export type Offer = TemplateSource & {
  key: string
  version: number
  /** Who shares it; none for those of the product. */
  owner: string | null
  note: string
  publishedAt: Date | null
  content: SharedTemplate
}

type Row = typeof dispositifTemplateListing.$inferSelect

/** Nothing of a network that is no longer active, nor of what this version of the product cannot read. */
function offerOf(row: Row): Offer[] {
  const network = activeNetworks().find(({ id }) => id === row.networkId)
  const content = sharedTemplate.safeParse(row.content)
  if (!network || !content.success) return []
  const from = { network: row.networkId, source: row.id }
  const { version, note, publishedAt } = row
  return [
    {
      ...from,
      key: templateKey(from),
      version,
      owner: nameOf(network),
      note,
      publishedAt,
      content: content.data,
    },
  ]
}

const ofProduct = (ready: (typeof TEMPLATES)[number]): Offer => ({
  ...{ key: ready.key, network: null, source: ready.key, version: ready.version, owner: null },
  ...{ note: '', publishedAt: null, content: templateOfProduct(ready) },
})

/** Those of the product, then those that other networks share. */
export async function everyOffer(tx: Transaction, ctx: NetworkContext): Promise<Offer[]> {
  const rows = await tx
    .select()
    .from(dispositifTemplateListing)
    .where(ne(dispositifTemplateListing.networkId, ctx.network.id))
    .orderBy(
      dispositifTemplateListing.code,
      dispositifTemplateListing.networkId,
      dispositifTemplateListing.id,
    )
  return [...TEMPLATES.map(ofProduct), ...rows.flatMap(offerOf)]
}

/** One that can be taken; null when it is withdrawn, or never was. */
export async function offerByKey(tx: Transaction, ctx: NetworkContext, key: string): Promise<Offer | null> {
  const from = sourceOfKey(key)
  if (!from) return null
  return offerFrom(tx, ctx, from)
}

export async function offerFrom(
  tx: Transaction,
  ctx: NetworkContext,
  { network, source }: TemplateSource,
): Promise<Offer | null> {
  if (network === null) {
    const ready = templateByKey(source)
    return ready ? ofProduct(ready) : null
  }
  if (network === ctx.network.id) return null
  const [row] = await tx
    .select()
    .from(dispositifTemplateListing)
    .where(and(eq(dispositifTemplateListing.networkId, network), eq(dispositifTemplateListing.id, source)))
  return row ? (offerOf(row)[0] ?? null) : null
}
