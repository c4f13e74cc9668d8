import { columnsOfAnswers } from '../form/facts-of-answers.ts'
import type { FormDefinition } from '../form/form.schema.ts'
import { cleaned } from '../form/form.ts'
import type { RawAnswers } from './dossier.schema.ts'

/** A form that asks who sponsors is where it is said, and nowhere else. */
export const asksSponsor = (definition: FormDefinition): boolean =>
  definition.sections.some(({ fields }) => fields.some(({ fact }) => fact === 'sponsor'))

/** The answers as kept, and the columns they fill. */
export function writtenColumns(definition: FormDefinition, raw: RawAnswers, sponsorId: string | null) {
  const answers = cleaned(definition, raw)
  const told = columnsOfAnswers(definition, answers)
  const backwards = told.startsOn && told.endsOn && told.endsOn < told.startsOn
  return {
    answers,
    title: told.title ?? '',
    countries: told.countries,
    department: told.department,
    startsOn: told.startsOn,
    endsOn: backwards ? null : told.endsOn,
    requestedCents: told.requestedCents,
    planned: told.planned,
    sponsorId: asksSponsor(definition) ? (told.sponsor?.id ?? null) : sponsorId,
  }
}
