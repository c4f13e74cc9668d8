import { organisationLabels } from '#server/crm/public.ts'
import { getDossier } from '#server/dispositifs/dossier/get-dossier.server.ts'
import { baseOf, basesOf, sameAnswer } from '#server/dispositifs/fill/answer-base.ts'
import { mergeAnswers } from '#server/dispositifs/fill/merge-answers.ts'
import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { partOf } from '#server/dispositifs/form/part-of-form.ts'
import type { Context } from '#server/kernel/context.ts'
import { sentBases } from '../own/fill.server.ts'
import type { DossierValues } from './dossier-values.server.ts'

type Found = Awaited<ReturnType<typeof getDossier>>
const ABOUT = ['holders', 'sponsors', 'externalNumber', 'externalStatus', 'assigneeId'] as const
type About = (typeof ABOUT)[number]
/** Before the key of what is beside the form, which no field of a form can be named. */
const BESIDE = ' '

/** A dossier as its form shows it. */
export function standingValues({ row, holders, sponsor }: Pick<Found, 'row' | 'holders' | 'sponsor'>) {
  const { externalNumber, externalStatus, assigneeId } = row
  return {
    holders: holders.map(({ id }) => id),
    sponsors: sponsor ? [sponsor.id] : [],
    ...{ externalNumber: externalNumber ?? '', externalStatus, assigneeId: assigneeId ?? '' },
    ...{ deposited: true, depositedOn: '', depositedTime: '', reason: '' },
  }
}

/** What a page shows of a dossier when it opens, to tell afterwards who changed what. */
export const seenOf = (found: Pick<Found, 'row' | 'holders' | 'sponsor'>, definition: FormDefinition) => {
  const values = standingValues(found)
  return {
    ...basesOf(definition, found.row.answers),
    ...Object.fromEntries(ABOUT.map((name) => [BESIDE + name, baseOf(values[name])])),
  }
}

/**
 * What was typed, beside what somebody else saved since the page was opened: what only they changed is taken
 * in, what only this person changed stays, and of what both changed their version is told.
 */
export async function meanwhile(
  ctx: Context,
  id: string,
  form: FormData,
  typed: { values: DossierValues; answers: Record<string, unknown> },
) {
  const found = await getDossier(ctx, id)
  const { row, form: definition, holders, sponsor } = found
  const [seen, standing] = [sentBases(form), standingValues(found)]
  const open = definition.sections.flatMap(({ fields }) => fields.map(({ key }) => key))
  const { answers, conflicts } = mergeAnswers({
    ...{ standing: row.answers, sent: typed.answers, bases: seen, open },
  })
  const values: DossierValues = { ...typed.values }
  const both: About[] = []
  for (const name of ABOUT) {
    const [theirs, mine] = [standing[name], typed.values[name]]
    if (sameAnswer(theirs, mine)) continue
    if (baseOf(mine) === seen[BESIDE + name]) Object.assign(values, { [name]: theirs })
    else if (baseOf(theirs) !== seen[BESIDE + name]) both.push(name)
  }
  const ids = [...standing.holders, ...standing.sponsors]
  const known = [...(await organisationLabels(ctx, ids))].map(([value, label]) => ({ value, label }))
  const names = { holders: holders.map(({ name }) => name), sponsors: sponsor ? [sponsor.name] : [] }
  const part = partOf(definition, conflicts)
  return {
    ...{ values, known, version: row.version, seen: seenOf(found, definition) },
    answers: { ...answers, ...Object.fromEntries(conflicts.map((key) => [key, typed.answers[key]])) },
    theirs: {
      about: both.map((name) => ({
        name,
        said: name === 'holders' || name === 'sponsors' ? names[name].join(', ') : standing[name],
      })),
      // Their version of each, whatever the form would hide.
      definition: {
        sections: part.sections.map(({ showIf: _, ...section }) => ({
          ...section,
          fields: section.fields.map(({ showIf: __, ...field }) => field),
        })),
      } as FormDefinition,
      answers: Object.fromEntries(conflicts.map((key) => [key, row.answers[key] ?? null])),
    },
  }
}
