import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dispositifRevision } from '#db/schema/dispositifs.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { type FormDefinition, formDefinition } from '../form/form.schema.ts'

/** The revision of the form that a dossier keeps, whatever came after it. */
export async function formOf(tx: Transaction, ctx: NetworkContext, id: string): Promise<FormDefinition> {
  const { networkId, kind, content } = dispositifRevision
  const [row] = await tx
    .select({ content })
    .from(dispositifRevision)
    .where(and(eq(networkId, ctx.network.id), eq(dispositifRevision.id, id), eq(kind, 'form')))
  if (!row) throw notFound()
  return formDefinition.parse(row.content)
}
