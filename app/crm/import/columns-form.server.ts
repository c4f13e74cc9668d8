import { FIELD_GROUPS, IMPORT_FIELDS, ownFieldKey } from '#server/crm/import/fields.ts'
import type { ImportView } from '#server/crm/import/get-import.server.ts'
import { type Matching, matchingSchema } from '#server/crm/import/matching.schema.ts'
import { choicesOf } from '#server/crm/import/recognise.ts'
import { onHeadings } from '#server/crm/import/saved-matchings.server.ts'
import type { OwnField } from '#server/crm/own-field/own-field.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { i18nFor } from '../../i18n.server.ts'
import { fieldTold } from './import-words.server.ts'

/** The columns of a file with what each is, as found or as a kept matching says. */
export function columnsView(
  found: ImportView,
  samples: string[][],
  kept: Matching | null,
  ctx: StaffContext,
  own: OwnField[],
) {
  const { locale } = ctx
  const { t } = i18nFor(locale)
  const matching = kept ? onHeadings(kept, found.headings) : found.matching
  return {
    name: found.name,
    lists: matching.lists,
    source: matching.source,
    kind: matching.kind,
    kinds: choicesOf('kind').map((one) => ({ key: one.key, label: one[locale] })),
    columns: found.headings.map((heading, at) => ({
      heading,
      field: matching.columns[at]?.field ?? '',
      sample: samples[at] ?? [],
    })),
    groups: FIELD_GROUPS.map((group) => ({
      key: group,
      label: t(`crm:imports.group.${group}`),
      fields:
        group === 'own'
          ? own
              .filter(({ archived }) => !archived)
              .map(({ key, label }) => ({ key: ownFieldKey(key), label }))
          : IMPORT_FIELDS.filter((one) => one.group === group).map(({ key }) => ({
              key,
              label: fieldTold(key, locale),
            })),
    })).filter(({ fields }) => fields.length > 0),
  }
}

export function readMatching(form: FormData, headings: string[]) {
  const fields = form.getAll('champ').map(String)
  const parsed = matchingSchema.safeParse({
    columns: headings.map((heading, at) => ({ heading, field: fields[at] || null })),
    lists: form.get('listes') === 'replace' ? 'replace' : 'add',
    source: String(form.get('source') ?? ''),
    kind: String(form.get('type') ?? ''),
  })
  if (!parsed.success) {
    const twice = parsed.error.issues.some(({ message }) => message === 'field_twice')
    return { matching: null, fault: twice ? 'field_twice' : 'matching_broken' }
  }
  const named = parsed.data.columns.some(({ field }) => field === 'name')
  return named ? { matching: parsed.data, fault: null } : { matching: null, fault: 'name_unmatched' }
}
