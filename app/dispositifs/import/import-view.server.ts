import { days } from '#packages/referentials/dates.ts'
import { inFrench } from '#packages/referentials/typography.ts'
import { findLikely } from '#server/crm/public.ts'
import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import type { ImportPage, LineKind, LineView } from '#server/dispositifs/import/get-import.server.ts'
import type { LineFault } from '#server/dispositifs/import/read-line.ts'
import type { Target } from '#server/dispositifs/import/targets.ts'
import type { Context, Locale } from '#server/kernel/context.ts'
import { i18nFor } from '../../i18n.server.ts'
import { money } from '../figures.ts'
import { answerWords } from '../form/answer-words.ts'
import { targetWords } from './target-words.ts'

type Targets = ReadonlyMap<string, Target>

/** A value as a reader sees it, of the file or of ours. */
function valueWords(target: Target | undefined, value: unknown, locale: Locale): string {
  const { t } = i18nFor(locale)
  if (value === null || value === undefined || value === '') return t('dispositifs:papers.import.nothing')
  if (!target) return String(value)
  if (target.kind === 'organisation')
    return typeof value === 'string' ? value : String((value as { name?: string }).name ?? '')
  if (target.kind === 'money') return typeof value === 'number' ? money(value, locale) : String(value)
  if (target.kind === 'date')
    return days(locale, 'UTC', 'long').format(new Date(`${String(value).slice(0, 10)}T00:00:00Z`))
  const field = target.field as FormDefinition['sections'][number]['fields'][number] | undefined
  const words =
    field && !target.part && field.type !== 'place' ? answerWords(field, value, locale, t) : String(value)
  const said = [words].flat().join(', ')
  return said.length > 300 ? `${said.slice(0, 299)}…` : said
}

export function faultWords(
  { target, heading, value, why, day }: LineFault,
  targets: Targets,
  locale: Locale,
) {
  const { t } = i18nFor(locale)
  const known = targets.get(target)
  const said = {
    column: heading || (known ? targetWords(known, locale, t) : ''),
    value,
    why: t(`dispositifs:papers.why.${why}`, {
      on: day ? days(locale, 'UTC', 'long').format(new Date(`${day}T00:00:00Z`)) : '',
      defaultValue: t(`dispositifs:faults.${why}`, { defaultValue: why }),
    }),
  }
  const sentence = value
    ? t('dispositifs:papers.import.faultOf', said)
    : t('dispositifs:papers.import.faultIn', said)
  return locale === 'fr' ? inFrench(sentence) : sentence
}

export async function lineView(
  ctx: Context,
  one: LineView,
  kind: LineKind,
  targets: Targets,
): Promise<ShownLine> {
  const { locale } = ctx
  const { t } = i18nFor(locale)
  const title = one.title || titleIn(one.given, targets)
  const holderName = typeof one.given.holder === 'string' ? one.given.holder : ''
  const likely = kind === 'choose' && holderName ? await findLikely(ctx, { name: holderName }) : []
  return {
    line: one.line,
    number: one.externalNumber ?? '',
    title,
    dossier: one.dossierId,
    holder: one.holder ?? holderName,
    holderId: one.holderId,
    makesHolder: one.makesHolder,
    likely: likely.map(({ id, name, city }) => ({ id, name: city ? `${name} (${city})` : name })),
    changes: Object.entries(one.changes).map(([key, { ours, theirs, kept }]) => {
      const target = targets.get(key)
      return {
        key,
        label: target ? targetWords(target, locale, t) : key,
        ours: valueWords(target, ours, locale),
        theirs: valueWords(target, theirs, locale),
        kept,
        taken: one.taken.includes(key),
      }
    }),
    faults: one.faults.map((fault) => faultWords(fault, targets, locale)),
  }
}

export interface ShownLine {
  line: number
  number: string
  title: string
  dossier: string | null
  holder: string
  holderId: string | null
  makesHolder: boolean
  likely: { id: string; name: string }[]
  changes: { key: string; label: string; ours: string; theirs: string; kept: boolean; taken: boolean }[]
  faults: string[]
}

function titleIn(given: Record<string, unknown>, targets: Targets): string {
  const found = [...targets.values()].find(({ field }) => field?.fact === 'title')
  return found ? String(given[found.key] ?? '') : ''
}

/** The choices of each column, by part of the form. */
export function columnChoices({ targets, columns, samples, session }: ImportPage, locale: Locale) {
  const { t } = i18nFor(locale)
  const of = (all: Target[]) => all.map((one) => ({ key: one.key, label: targetWords(one, locale, t) }))
  return {
    code: session.code,
    columns: columns.map(({ heading, field }, at) => ({
      ...{ heading, field: field ?? '' },
      sample: samples[at] ?? [],
    })),
    groups: [
      {
        key: 'dossier',
        label: t('dispositifs:papers.import.ofDossier'),
        fields: of(targets.filter(({ field }) => !field)),
      },
      {
        key: 'form',
        label: t('dispositifs:papers.import.ofForm'),
        fields: of(targets.filter(({ field }) => field)),
      },
    ],
  }
}
