import { IMPORT_FIELDS } from '#server/crm/import/fields.ts'
import type { ImportLine } from '#server/crm/import/find-lines.server.ts'
import type { OwnField } from '#server/crm/own-field/own-field.ts'
import type { Locale } from '#server/kernel/context.ts'
import { i18nFor } from '../../i18n.server.ts'
import { fieldWord, UNTOLD, valueWord } from '../../kernel/journal-values.server.ts'
import { changesOfOwn } from '../../kernel/journal-view.server.ts'
import { fieldTold } from './import-words.server.ts'

/** `added`: what comes beside what is there; else from what to what, nothing being null. */
export type ShownLineChange = {
  field: string
  from: string | null
  to: string | null
  added?: string
}

const IN_FILES = new Set(IMPORT_FIELDS.map(({ key }) => key))

/** What a line changes of its record, in the words of the columns; null when it was not kept. */
export function lineChangesTold(
  { changes, given }: Pick<ImportLine, 'changes' | 'given'>,
  own: OwnField[],
  locale: Locale,
): ShownLineChange[] | null {
  if (!changes) return null
  const { t } = i18nFor(locale)
  const fields = Object.entries(changes.fields).flatMap(([key, { from, to }]): ShownLineChange[] => {
    if (UNTOLD.has(key)) return []
    if (key === 'ownFields') return changesOfOwn(from, to, locale, own)
    const field = IN_FILES.has(key) ? fieldTold(key, locale) : fieldWord(key, locale)
    const added = addedTo(from, to)
    const said = added && valueWord(key, added, locale)
    if (said) return [{ field, from: null, to: null, added: said }]
    return [{ field, from: valueWord(key, from, locale), to: valueWord(key, to, locale) }]
  })
  const people = changes.people.map(({ at, kind, fields: changed }): ShownLineChange => {
    const contact = given?.contacts[at]
    const name = contact ? [contact.givenName, contact.familyName].filter(Boolean).join(' ') : ''
    const who = name || t('kernel:someone')
    if (kind === 'add') return { field: t('crm:imports.person'), from: null, to: null, added: who }
    const words = changed.map((key) => {
      const said = contact?.[key as keyof typeof contact]
      const value = key === 'standing' ? said && t(`crm:person.standing.${said}`) : said
      const label = t(`crm:imports.field.contact_${key}`)
      return value ? t('kernel:journal.set', { field: label, to: value }) : label
    })
    return { field: t('crm:imports.person'), from: who, to: words.join(', ') }
  })
  const tags = changes.tags.length > 0 ? changes.tags.join(', ') : undefined
  const worn = tags ? [{ field: fieldTold('tags', locale), from: null, to: null, added: tags }] : []
  return [...fields, ...people, ...worn]
}

/** What a list gains, when it keeps all it had. */
function addedTo(from: unknown, to: unknown): unknown[] | null {
  if (!Array.isArray(to)) return null
  const before = (Array.isArray(from) ? from : []).map((one) => JSON.stringify(one))
  const after = new Set(to.map((one) => JSON.stringify(one)))
  if (!before.every((one) => after.has(one))) return null
  const gained = to.filter((one) => !before.includes(JSON.stringify(one)))
  return gained.length > 0 ? gained : null
}
