import { and, desc, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dispositifLetter } from '#db/schema/dispositifs/follow-up.ts'
import { type dispositif, dispositifSession } from '#db/schema/dispositifs.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { stillDraft } from '../errors.ts'
import { LETTERS } from '../letter/letter.ts'
import { blankRevisions } from '../revision/blank-revisions.ts'
import { currentRevision } from '../revision/current-revision.server.ts'
import { templateByKey } from '../template/templates.ts'
import { type SharedTemplate, sharedTemplate } from './shared-template.schema.ts'
import { templateOfProduct } from './template-of-product.ts'
import { tieOf } from './tie.server.ts'

type Row = typeof dispositif.$inferSelect

/** A dispositif as a template: what is in force of it, and what its last call was held with. */
export async function templateInForce(
  tx: Transaction,
  ctx: NetworkContext,
  row: Row,
  withLetters: boolean,
): Promise<SharedTemplate> {
  const [form, rules, grid] = [
    await currentRevision(tx, ctx, row.id, 'form'),
    await currentRevision(tx, ctx, row.id, 'rules'),
    await currentRevision(tx, ctx, row.id, 'grid'),
  ]
  if (!form || !rules) throw stillDraft(form ? ['rules'] : ['form'])
  const { code, name, aliases, summary, funder, legalText, intake, intakeUrl, template } = row
  return sharedTemplate.parse({
    ...{ code, name, aliases, summary, funder, legalText, intake, intakeUrl, model: template },
    ...(await heldWith(tx, ctx, row)),
    ...{ form: form.content, rules: rules.content, grid: grid?.content ?? blankRevisions().grid },
    letters: withLetters ? await ownLetters(tx, ctx, row.id) : [],
  })
}

/** Steps, jury and how long files are kept: of the last call, else of where it comes from. */
async function heldWith(tx: Transaction, ctx: NetworkContext, { id, template }: Row) {
  const { networkId, dispositifId, steps, jury, retentionMonths, closesAt } = dispositifSession
  const [last] = await tx
    .select({ steps, jury, retentionMonths })
    .from(dispositifSession)
    .where(and(eq(networkId, ctx.network.id), eq(dispositifId, id)))
    .orderBy(desc(closesAt), desc(dispositifSession.id))
    .limit(1)
  if (last) return last
  const ready = template ? templateByKey(template) : undefined
  const from = (await tieOf(tx, ctx, id))?.versions[0]?.content ?? (ready && templateOfProduct(ready))
  return from
    ? { steps: from.steps, jury: from.jury, retentionMonths: from.retentionMonths }
    : { steps: [], jury: 'simple', retentionMonths: 60 }
}

async function ownLetters(tx: Transaction, ctx: NetworkContext, id: string) {
  const { key, subject, body, networkId, dispositifId } = dispositifLetter
  const rows = await tx
    .select({ key, subject, body })
    .from(dispositifLetter)
    .where(and(eq(networkId, ctx.network.id), eq(dispositifId, id)))
  return LETTERS.flatMap((letter) => rows.find((row) => row.key === letter) ?? [])
}
