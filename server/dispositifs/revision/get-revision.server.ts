import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { type FormDefinition, formDefinition } from '../form/form.schema.ts'
import { dispositifs } from '../permissions.ts'

export type FormRevision = {
  dispositif: { id: string; code: string; name: string }
  /** None while no form was published. */
  form: { number: number; publishedAt: Date; definition: FormDefinition } | null
}

type Row = {
  id: string
  code: string
  name: string
  number: number | null
  publishedAt: Date | null
  content: unknown
}

/** The form of a dispositif as it is now: the last one that was published. */
export async function getFormRevision(ctx: Context, dispositifId: string): Promise<FormRevision> {
  demand(ctx, dispositifs['dispositif:read'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Row>(sql`
      select d.id, d.code, d.name, r.number, r.published_at as "publishedAt", r.content
      from dispositif d left join lateral (
        select number, published_at, content from dispositif_revision
        where network_id = d.network_id and dispositif_id = d.id and kind = 'form' and published_at is not null
        order by number desc limit 1) r on true
      where d.network_id = ${ctx.network.id} and d.id = ${dispositifId}`)
    const row = rows[0]
    if (!row) throw notFound()
    const { id, code, name, number, publishedAt, content } = row
    const form =
      number === null
        ? null
        : { number, publishedAt: new Date(publishedAt!), definition: formDefinition.parse(content) }
    return { dispositif: { id, code, name }, form }
  })
}
