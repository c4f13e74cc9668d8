import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierLetter } from '#db/schema/dispositifs/follow-up.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDossier } from '../dossier/locked-dossier.server.ts'
import { letterNotFitting, nobodyToWrite } from '../errors.ts'
import type { DossierState } from '../lifecycle/lifecycle.ts'
import { letterMail } from '../mails/letter-mail.tsx'
import { dispositifs } from '../permissions.ts'
import { gapValues, oneTold } from './gap-values.server.ts'
import { CONCERNED, fillGaps, type LetterKey } from './letter.ts'
import { lettersOf } from './letters-of.server.ts'
import { recipientsOf } from './recipients.server.ts'

/**
 * One letter of one dossier, filled for each person it goes to, kept with the dossier as it was sent. Who
 * calls has asked who may; with nobody to write to, nothing is sent and nothing is kept.
 */
export async function writeLetter(tx: Transaction, ctx: NetworkContext, dossierId: string, key: LetterKey) {
  const told = await oneTold(tx, ctx, dossierId)
  const words = (await lettersOf(tx, ctx, told.dispositifId)).find((one) => one.key === key)!
  const recipients = await recipientsOf(tx, ctx, told, key)
  if (recipients.length === 0) return 0
  for (const { name, email, locale, as } of recipients) {
    const values = gapValues(told, ctx, name)
    const place = as === 'sponsor' ? 'parrainages' : 'dossiers'
    await queueMail(tx, letterMail, {
      ...{ to: email, locale, networkId: ctx.network.id },
      props: {
        subject: fillGaps(words.subject, values),
        body: fillGaps(words.body, values),
        link: `/${ctx.network.slug}/espace/${place}/${dossierId}`,
      },
    })
  }
  const values = gapValues(told, ctx, told.holders.join(' et '))
  await tx.insert(dossierLetter).values({
    ...{ networkId: ctx.network.id, id: v7(), dossierId, key },
    subject: fillGaps(words.subject, values),
    body: fillGaps(words.body, values),
    sentTo: recipients.map(({ name, email, as }) => ({ name, email, as })),
    ...{ accountId: ctx.account?.id ?? null, at: ctx.clock.now() },
  })
  await record(tx, ctx, {
    action: 'dossier.letter_sent',
    objectType: 'dossier',
    objectId: dossierId,
    changes: { letter: key, people: recipients.length },
  })
  return recipients.length
}

/**
 * Only one that fits where the dossier stands. One that left since the page that asks for it was opened does
 * not leave again: a form sent twice sends one.
 */
export async function sendLetter(
  ctx: Context,
  dossierId: string,
  key: LetterKey,
  openedAt: Date | null,
): Promise<void> {
  demand(ctx, dispositifs['decision:record'])
  await inNetwork(ctx, async (tx) => {
    const { state } = await lockDossier(tx, ctx, dossierId)
    if (openedAt && (await leftSince(tx, ctx, dossierId, key, openedAt))) return
    if (!CONCERNED[key].includes(state as DossierState)) throw letterNotFitting()
    if ((await writeLetter(tx, ctx, dossierId, key)) === 0) throw nobodyToWrite()
  })
}

async function leftSince(
  tx: Transaction,
  ctx: NetworkContext,
  dossierId: string,
  key: LetterKey,
  openedAt: Date,
) {
  const { rows } = await tx.execute(sql`select 1 from dossier_letter
    where network_id = ${ctx.network.id} and dossier_id = ${dossierId} and key = ${key}
      and at >= ${openedAt.toISOString()}::timestamptz limit 1`)
  return rows.length > 0
}

/** To each of several; those with nobody to write to are left, and told. */
export async function sendLetters(ctx: Context, ids: string[], key: LetterKey, openedAt: Date | null) {
  demand(ctx, dispositifs['decision:record'])
  const left: string[] = []
  for (const id of ids) {
    try {
      await sendLetter(ctx, id, key, openedAt)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      left.push(id)
    }
  }
  return { sent: ids.length - left.length, left }
}
