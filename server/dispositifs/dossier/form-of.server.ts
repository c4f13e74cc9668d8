import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dispositifRevision } from '#db/schema/dispositifs.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { type FormDefinition, formDefinition } from '../form/form.schema.ts'

/**
 * Published forms as they were read once: they never change, and reading one, with the schemas of its fields,
 * costs more than all that a list asks of the database. The row is asked for each time: it says whose it is.
 */
const read = new Map<string, FormDefinition>()
const MOST_KEPT = 200

function readOnce(id: string, content: unknown): FormDefinition {
  const form = read.get(id) ?? formDefinition.parse(content)
  read.delete(id)
  read.set(id, form)
  if (read.size > MOST_KEPT) read.delete(read.keys().next().value!)
  return form
}

/** The revision of the form that a dossier keeps, whatever came after it. */
export async function formOf(tx: Transaction, ctx: NetworkContext, id: string): Promise<FormDefinition> {
  const { networkId, kind, content, publishedAt } = dispositifRevision
  const [row] = await tx
    .select({ content, publishedAt })
    .from(dispositifRevision)
    .where(and(eq(networkId, ctx.network.id), eq(dispositifRevision.id, id), eq(kind, 'form')))
  if (!row) throw notFound()
  return row.publishedAt ? readOnce(id, row.content) : formDefinition.parse(row.content)
}
