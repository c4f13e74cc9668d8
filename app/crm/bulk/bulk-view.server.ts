import { days } from '#packages/referentials/dates.ts'
import { typeLabel } from '#packages/referentials/kinds.ts'
import { type SectorKey, sectorLabel } from '#packages/referentials/sectors.ts'
import type { BulkChange } from '#server/crm/bulk/bulk.ts'
import { readOwnValue } from '#server/crm/own-field/own-field.ts'
import type { ListChoices } from '#server/crm/segment/find-list-choices.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { i18nFor } from '../../i18n.server.ts'
import { ownValueText } from '../own-field/own-value-text.server.ts'

/** An act in a sentence, kept with its batch: « Étiquette ajoutée : à relancer ». */
export function changeText(
  change: BulkChange,
  { tags, team, fields }: ListChoices,
  ctx: StaffContext,
): string {
  const { locale } = ctx
  const { t } = i18nFor(locale)
  const tag = (id: string) => tags.find((one) => one.id === id)?.name ?? ''
  const person = (id: string | null) => team.find((one) => one.id === id)?.name ?? t('crm:tasks.nobody')
  switch (change.act) {
    case 'tag':
    case 'untag':
      return t(`crm:bulk.says.${change.act}`, { name: tag(change.tag) })
    case 'publish':
    case 'withdraw':
      return t(`crm:bulk.says.${change.act}`)
    case 'sector':
    case 'unsector':
      return t(`crm:bulk.says.${change.act}`, { name: sectorLabel(change.sector as SectorKey, locale) })
    case 'kind':
      return t('crm:bulk.says.kind', { name: typeLabel(change.kind, change.subkind, locale) })
    case 'own': {
      const field = fields.find(({ key }) => key === change.key)
      if (!field) return ''
      const { value } = readOwnValue(field, change.values)
      const said = value === null ? t('kernel:journal.empty') : ownValueText(field, value, locale)
      return t('crm:bulk.says.own', { label: field.label, value: said })
    }
    case 'keep':
      return change.account
        ? t('crm:bulk.says.keep', { name: person(change.account) })
        : t('crm:bulk.says.keepNobody')
    case 'task': {
      const due = change.dueOn && days(locale, 'UTC').format(new Date(change.dueOn))
      return [
        t('crm:bulk.says.task', { title: change.title }),
        person(change.assigneeId),
        ...(due ? [t('crm:tasks.due', { date: due })] : []),
      ].join(' — ')
    }
  }
}
