import { days, moments } from '#packages/referentials/dates.ts'
import { type ListSubject, ownColumn } from '#server/crm/export/columns.ts'
import type { ListRequestLine } from '#server/crm/export/find-list-requests.server.ts'
import { columnLabel } from '#server/crm/export/labels.ts'
import { sourceOf } from '#server/crm/export/list-sources.server.ts'
import type { OwnField } from '#server/crm/own-field/own-field.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { whyOf } from '../../kernel/work-view.server.ts'

/** A list that was handed over, as the register tells it. */
export function listView(one: ListRequestLine, { network, locale }: StaffContext, own: OwnField[] = []) {
  const ownLabel = (key: string) => own.find((field) => ownColumn(field.key) === key)?.label
  return {
    id: one.id,
    subject: one.subject as ListSubject,
    purpose: one.purpose,
    requester: [one.requester, one.requesterOrganisation].filter(Boolean).join(', '),
    contact: one.requesterContact,
    personalReason: one.personalReason,
    criteria: one.criteriaWords,
    page: `${sourceOf(one.subject as ListSubject).page}${one.criteria && `?${one.criteria}`}`,
    again: String(new URLSearchParams([['objet', one.subject], ...new URLSearchParams(one.criteria)])),
    columns: one.columns.map((key) => ownLabel(key) ?? columnLabel(key, locale)),
    format: one.format,
    rowCount: one.rowCount,
    state: one.state ?? 'done',
    done: one.done ?? 0,
    total: one.total,
    why: whyOf(one.errorCode, locale),
    by: one.by,
    on: moments(locale, network.timeZone).format(one.createdAt),
    keptUntil: days(locale, 'UTC').format(new Date(`${one.keptUntil}T12:00:00Z`)),
    file: one.file && { name: one.file.name, href: `/${network.slug}/fichiers/${one.file.id}` },
  }
}
