import { FIELD_GROUPS, IMPORT_FIELDS, ownFieldKey } from '#server/crm/import/fields.ts'
import type { ImportView } from '#server/crm/import/get-import.server.ts'
import { type Matching, matchingSchema } from '#server/crm/import/matching.schema.ts'
import { choicesOf } from '#server/crm/import/recognise.ts'
import { onHeadings } from '#server/crm/import/saved-matchings.server.ts'
import type { UnderHeading } from '#server/crm/import/under-heading.server.ts'
import type { OwnField } from '#server/crm/own-field/own-field.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { i18nFor } from '../../i18n.server.ts'
import { fieldTold } from './import-words.server.ts'

/** The columns of a file with what each is, as found or as a kept matching says. */
export function columnsView(
  { name }: ImportView,
  under: UnderHeading,
  kept: Matching | null,
  ctx: StaffContext,
  own: OwnField[],
) {
  const { locale } = ctx
  const { t } = i18nFor(locale)
  const headings = under.matching.columns.map(({ heading }) => heading)
  const matching = kept ? onHeadings(kept, headings) : under.matching
  return {
    name,
    lines: under.lines.map(({ line, cells }) => ({ line, said: toldOf(cells) })),
    headingLine: under.headingLine,
    lists: matching.lists,
    names: matching.names ?? 'keep',
    source: matching.source,
    kind: matching.kind,
    kinds: choicesOf('kind').map((one) => ({ key: one.key, label: one[locale] })),
    columns: headings.map((heading, at) => ({
      heading,
      field: matching.columns[at]?.field ?? '',
      sample: under.samples[at] ?? [],
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

const [MOST_CELLS, MOST_CHARACTERS] = [12, 40]

/** What a line says, enough of it to know the titles when they are there. */
function toldOf(cells: string[]): string {
  const said = cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).filter(Boolean)
  const shown = said.slice(0, MOST_CELLS).map((cell) => {
    return cell.length > MOST_CHARACTERS ? `${cell.slice(0, MOST_CHARACTERS - 1)}…` : cell
  })
  return [...shown, ...(said.length > MOST_CELLS ? ['…'] : [])].join(' · ')
}

/** The number of a line, when that is what was sent. */
export const lineSaid = (said: FormDataEntryValue | null): number | null =>
  typeof said === 'string' && /^\d{1,7}$/.test(said) ? Number(said) : null

export function readMatching(form: FormData, { headingLine, matching }: UnderHeading) {
  const fields = form.getAll('champ').map(String)
  const parsed = matchingSchema.safeParse({
    headingLine,
    columns: matching.columns.map(({ heading }, at) => ({ heading, field: fields[at] || null })),
    lists: form.get('listes') === 'replace' ? 'replace' : 'add',
    names: form.get('noms') === 'replace' ? 'replace' : 'keep',
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
