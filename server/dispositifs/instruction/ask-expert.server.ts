import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { z } from 'zod'
import { inNetwork } from '#db/client.ts'
import { expertRequest } from '#db/schema/dispositifs/jury.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { days } from '#packages/referentials/dates.ts'
import { keptText } from '#packages/referentials/text.ts'
import { record } from '#server/kernel/audit.ts'
import { type Context, requireNetwork } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { lockDossier, thisDossier } from '../dossier/locked-dossier.server.ts'
import { fieldMissing } from '../errors.ts'
import { expertMail } from '../mails/expert-mail.tsx'
import { dispositifs } from '../permissions.ts'
import { onlySections } from './without-names.ts'

const text = (max: number) => z.string().overwrite(keptText).trim().min(1, 'missing').max(max, 'too_long')
export const expertInput = z.strictObject({
  name: text(160),
  email: z.string().trim().toLowerCase().pipe(z.email('email').max(254, 'too_long')),
  question: text(2000),
  dueOn: z.preprocess((day) => (day === '' ? null : day), z.iso.date('not_a_day').nullable()),
  sections: z.array(z.string()).min(1, 'choose_section').max(30, 'too_many'),
})

export const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** Asks somebody about chosen parts of a file, by a link that is theirs alone. */
export async function askExpert(ctx: Context, dossierId: string, input: z.output<typeof expertInput>) {
  demand(ctx, dispositifs['jury:manage'])
  await inNetwork(ctx, async (tx) => {
    const { formId } = await lockDossier(tx, ctx, dossierId)
    const known = (await formOf(tx, ctx, formId)).sections.map(({ key }) => key)
    if (input.sections.some((section) => !known.includes(section)))
      throw fieldMissing('sections', 'unknown_choice')
    const token = randomBytes(32).toString('base64url')
    const now = ctx.clock.now()
    const row = { networkId: ctx.network.id, id: v7(), dossierId, ...input, tokenHash: hashOf(token) }
    await tx.insert(expertRequest).values({ ...row, askedBy: ctx.account.id, createdAt: now, updatedAt: now })
    await queueMail(tx, expertMail, {
      ...{ to: input.email, locale: ctx.locale, networkId: ctx.network.id },
      props: {
        network: nameOf(ctx.network),
        by: ctx.account.name,
        question: input.question,
        until: input.dueOn ? days(ctx.locale, 'UTC', 'long').format(new Date(input.dueOn)) : null,
        link: `/${ctx.network.slug}/avis/${token}`,
      },
    })
    await record(tx, ctx, {
      action: 'dossier.expert_asked',
      objectType: 'dossier',
      objectId: dossierId,
      changes: { person: input.name },
    })
  })
}

/** The link opens nothing any more. */
export async function withdrawExpert(ctx: Context, dossierId: string, id: string) {
  demand(ctx, dispositifs['jury:manage'])
  await inNetwork(ctx, async (tx) => {
    const gone = await tx
      .update(expertRequest)
      .set({ withdrawnAt: ctx.clock.now() })
      .where(
        and(
          eq(expertRequest.networkId, ctx.network.id),
          eq(expertRequest.dossierId, dossierId),
          eq(expertRequest.id, id),
          isNull(expertRequest.withdrawnAt),
        ),
      )
      .returning({ id: expertRequest.id })
    if (gone.length === 0) throw notFound()
    await record(tx, ctx, { action: 'dossier.expert_withdrawn', objectType: 'dossier', objectId: dossierId })
  })
}

const byToken = (networkId: number, token: string) =>
  and(
    eq(expertRequest.networkId, networkId),
    eq(expertRequest.tokenHash, hashOf(token)),
    isNull(expertRequest.withdrawnAt),
  )

/** What whoever holds the link may read: the question, and the sections chosen for it. */
export async function readExpertRequest(ctx: Context, token: string) {
  requireNetwork(ctx)
  return inNetwork(ctx, async (tx) => {
    const [asked] = await tx.select().from(expertRequest).where(byToken(ctx.network.id, token))
    if (!asked) throw notFound()
    const [row] = await tx
      .select({ title: dossier.title, answers: dossier.answers, formId: dossier.formId })
      .from(dossier)
      .where(thisDossier(ctx, asked.dossierId))
    const form = await formOf(tx, ctx, row!.formId)
    const { question, dueOn, answer, answeredAt, name } = asked
    return { question, dueOn, answer, answeredAt, name, ...onlySections(form, row!.answers, asked.sections) }
  })
}

/** May be said again: the last one counts. */
export async function answerAsExpert(ctx: Context, token: string, written: string) {
  requireNetwork(ctx)
  const answer = keptText(written).trim()
  if (answer === '') throw fieldMissing('answer')
  if (answer.length > 10_000) throw fieldMissing('answer', 'too_long')
  await inNetwork(ctx, async (tx) => {
    const [asked] = await tx
      .update(expertRequest)
      .set({ answer, answeredAt: ctx.clock.now(), updatedAt: ctx.clock.now() })
      .where(byToken(ctx.network.id, token))
      .returning()
    if (!asked) throw notFound()
    if (asked.askedBy)
      await notify(tx, ctx, {
        ...{ accountId: asked.askedBy, kind: 'dispositifs.expert_answered', params: { name: asked.name } },
        path: `/${ctx.network.slug}/bureau/dispositifs/dossiers/${asked.dossierId}/instruction`,
      })
  })
}
