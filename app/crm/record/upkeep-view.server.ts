import { days, moments } from '#packages/referentials/dates.ts'
import type { NoteOfRecord } from '#server/crm/note/notes-of-record.server.ts'
import { crm } from '#server/crm/permissions.ts'
import type { TaskOfRecord } from '#server/crm/task/tasks-of-record.server.ts'
import { today } from '#server/kernel/clock.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { may } from '#server/kernel/permissions.ts'
import { i18nFor } from '../../i18n.server.ts'

export type ShownNote = ReturnType<typeof noteLines>[number]
export type ShownTask = ReturnType<typeof taskLines>[number]

export function noteLines(notes: NoteOfRecord[], ctx: StaffContext) {
  const moment = moments(ctx.locale, ctx.network.timeZone)
  const corrects = may(ctx, crm['organisation:correct'])
  const writes = may(ctx, crm['organisation:write'])
  return notes.map(({ id, body, accountId, by, at, editedAt }) => {
    const own = writes && accountId === ctx.account.id
    return {
      id,
      body,
      by: by ?? i18nFor(ctx.locale).t('kernel:someone'),
      on: moment.format(new Date(at)),
      edited: editedAt ? moment.format(new Date(editedAt)) : null,
      own,
      mayDelete: own || corrects,
    }
  })
}

export function taskLines(tasks: TaskOfRecord[], { network, locale, clock }: StaffContext) {
  const now = today(clock, network.timeZone)
  const day = days(locale, 'UTC')
  return tasks.map(({ id, title, dueOn, assigneeId, assignee, doneAt }) => ({
    id,
    title,
    dueOn,
    assigneeId,
    assignee,
    done: doneAt !== null,
    late: doneAt === null && dueOn !== null && dueOn < now,
    due: dueOn && day.format(new Date(dueOn)),
  }))
}
