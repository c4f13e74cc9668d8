import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { listRequest } from '#db/schema/crm/import.ts'
import { record } from '#server/kernel/audit.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { beginWork } from '#server/kernel/work/begin-work.server.ts'
import type { ListSubject } from './columns.ts'
import { exportList } from './export-list.server.ts'
import type { ListRequestInput } from './list-request.schema.ts'
import { sourceOf } from './list-sources.server.ts'

/** How long a list can be downloaded again. */
const KEPT_DAYS = 90

const ASKED: Record<ListSubject, string> = {
  organisations: 'organisation.export_asked',
  people: 'organisation.export_asked',
  projects: 'project.export_asked',
  acts: 'support.export_asked',
  tasks: 'task.export_asked',
}

/** Data that leaves the network leaves a line: who asked, who gave it, what of it, and what for. */
export async function askList(
  ctx: Context,
  input: ListRequestInput,
): Promise<{ id: string; workId: string }> {
  const source = sourceOf(input.subject)
  demand(ctx, source.rule)
  const criteriaWords = await source.words(ctx, new URLSearchParams(input.criteria))
  const id = v7()
  const until = new Date(`${today(ctx.clock, ctx.network.timeZone)}T00:00:00Z`)
  until.setUTCDate(until.getUTCDate() + KEPT_DAYS)
  return inNetwork(ctx, async (tx) => {
    const work = await beginWork(tx, ctx, exportList, { locale: ctx.locale, requestId: id })
    await tx.insert(listRequest).values({
      networkId: ctx.network.id,
      id,
      accountId: ctx.account.id,
      ...input,
      criteriaWords,
      workId: work.id,
      createdAt: ctx.clock.now(),
      keptUntil: until.toISOString().slice(0, 10),
    })
    const { purpose, requester, requesterOrganisation, subject, personalReason } = input
    await record(tx, ctx, {
      action: ASKED[subject],
      objectType: 'list_request',
      objectId: id,
      changes: {
        purpose,
        ...(requester || requesterOrganisation
          ? { requester: [requester, requesterOrganisation].filter(Boolean).join(', ') }
          : {}),
        ...(subject === 'people' || personalReason ? { personalReason } : {}),
      },
    })
    return { id, workId: work.id }
  })
}
