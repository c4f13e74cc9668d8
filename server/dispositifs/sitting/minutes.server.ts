import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { sittingMinutes } from '#db/schema/dispositifs/sitting.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import type { Examined } from '#server/kernel/files/examine-file.server.ts'
import { storeOwnFiles } from '#server/kernel/files/store-file.server.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { changedMeanwhile, fieldMissing, minutesSigned, opinionsMissing } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { envelopesOf, itemsOf, sittingRow } from './board.server.ts'
import { isThere, membersOf } from './in-room.server.ts'
import { lockSitting } from './locked-sitting.server.ts'

export type MinutesItem = {
  code: string
  number: number
  title: string
  holders: string[]
  requestedCents: number | null
  opinion: string | null
  amountCents: number | null
  reasons: string
  conditions: { text: string; dueOn: string | null }[]
  left: string[]
  former: { opinion: string; amountCents: number | null; reasons: string; because: string } | null
}

/** Everything minutes tell, as it stands: what is written to files, and kept with them. */
export async function minutesContent(tx: Transaction, ctx: StaffContext, id: string, round?: number) {
  const sitting = await sittingRow(tx, ctx, id)
  const of = round ?? sitting.round
  const members = await membersOf(tx, ctx, id, of)
  const { rows: parts } = await tx.execute<{
    id: string
    left: string[]
    conditions: { text: string; dueOn: string | null }[]
    former: MinutesItem['former']
  }>(sql`
    select t.id,
      array(select m.name from sitting_absence a join sitting_member m on m.network_id = a.network_id and m.id = a.member_id
        where a.network_id = t.network_id and a.item_id = t.id order by m.name) as left,
      coalesce((select jsonb_agg(jsonb_build_object('text', c.text, 'dueOn', c.due_on) order by c.created_at, c.id)
        from dossier_condition c where c.network_id = t.network_id and c.item_id = t.id), '[]') as conditions,
      (select jsonb_build_object('opinion', f.opinion, 'amountCents', f.amount_cents, 'reasons', f.reasons,
          'because', t.reopened_because)
        from sitting_item f where f.network_id = t.network_id and f.id = t.reopens) as former
    from sitting_item t where t.network_id = ${ctx.network.id} and t.sitting_id = ${id} and t.round = ${of}`)
  const items = await itemsOf(tx, ctx, { sittingId: id, round: of, most: 5000 })
  return {
    number: of,
    ...{ name: sitting.name, startsAt: new Date(sitting.startsAt).toISOString(), place: sitting.place },
    ...{ quorum: sitting.quorum, there: members.filter(isThere).length, version: sitting.version },
    members: members.map(({ name, organisation, chair, presence, representedBy }) => ({
      ...{ name, organisation, chair, presence, representedBy },
    })),
    envelopes: (await envelopesOf(tx, ctx, id)).map(({ code, name, envelopeCents, proposedCents }) => ({
      ...{ code, name, envelopeCents, proposedCents },
    })),
    items: items.map(
      ({ id: item, code, number, title, holders, requestedCents, opinion, amountCents, reasons }) => {
        const part = parts.find((one) => one.id === item)!
        const { left, conditions, former } = part
        return {
          code,
          number,
          title,
          holders,
          requestedCents,
          opinion,
          amountCents,
          reasons,
          left,
          conditions,
          former,
        }
      },
    ) satisfies MinutesItem[],
  }
}
export type MinutesContent = Awaited<ReturnType<typeof minutesContent>>

/** As they would be signed now. */
export async function draftMinutes(ctx: Context, id: string) {
  demand(ctx, dispositifs['jury:read'])
  return inNetwork(ctx, (tx) => minutesContent(tx, ctx, id))
}

type Render = (content: MinutesContent) => Promise<{ pdf: Examined; docx: Examined }>

/**
 * Signs the minutes of the current round: written to files that are kept with their print, and frozen, in the
 * database too. Whoever read a file is told what became of it.
 */
export async function signMinutes(ctx: Context, id: string, signedAs: string, render: Render) {
  demand(ctx, dispositifs['jury:manage'])
  const name = signedAs.trim().slice(0, 160)
  if (name === '') throw fieldMissing('signedAs')
  const content = await inNetwork(ctx, async (tx) => {
    const { round, signedRound } = await lockSitting(tx, ctx, id)
    if (signedRound >= round) throw minutesSigned()
    const said = await minutesContent(tx, ctx, id)
    const silent = said.items.filter(({ opinion }) => opinion === null).length
    if (silent > 0 || said.items.length === 0) throw opinionsMissing(silent)
    return said
  })
  const { pdf, docx } = await render(content)
  const both = { ownerType: 'sitting', ownerId: id, files: [pdf, docx] }
  await storeOwnFiles(ctx, both, async (tx, [file, word]) => {
    const now = await lockSitting(tx, ctx, id)
    if (now.version !== content.version || now.round !== content.number) throw changedMeanwhile(now.version)
    await tx.insert(sittingMinutes).values({
      ...{ networkId: ctx.network.id, sittingId: id, number: content.number, content },
      ...{ pdfId: file!.id, docxId: word!.id, sha256: file!.sha256 },
      ...{ signedAt: ctx.clock.now(), signedBy: ctx.account.id, signedAs: name },
    })
    await tx.execute(sql`update sitting set signed_round = round, version = version + 1
      where network_id = ${ctx.network.id} and id = ${id}`)
    await tellReaders(tx, ctx, id, content)
    await record(tx, ctx, {
      ...{ action: 'sitting.signed', objectType: 'sitting', objectId: id },
      changes: { number: content.number, sha256: file!.sha256 },
    })
  })
}

/** Once for each reader, however many of their files were on the agenda. */
async function tellReaders(tx: Transaction, ctx: StaffContext, id: string, content: MinutesContent) {
  const { rows } = await tx.execute<{ accountId: string; count: number }>(sql`
    with told as (
      update assignment a set told_at = ${ctx.clock.now().toISOString()}::timestamptz from sitting_item t
      where t.network_id = ${ctx.network.id} and t.sitting_id = ${id} and t.round = ${content.number}
        and a.network_id = t.network_id and a.dossier_id = t.dossier_id
        and not exists (select from conflict c where c.network_id = a.network_id and c.dossier_id = a.dossier_id
          and c.instructor_id = a.instructor_id and c.state <> 'dismissed')
      returning a.network_id, a.instructor_id)
    select coalesce(i.account_id, b.id) as "accountId", count(*)::int as count
    from told a join instructor i on i.network_id = a.network_id and i.id = a.instructor_id and i.ended_at is null
      left join account b on b.email = i.email
    where coalesce(i.account_id, b.id) is not null group by 1`)
  for (const { accountId, count } of rows)
    await notify(tx, ctx, {
      ...{ accountId, kind: 'dispositifs.outcome', params: { sitting: content.name, count } },
      path: `/${ctx.network.slug}/espace/instruction`,
    })
}
