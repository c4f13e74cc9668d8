import { columnsOfAnswers } from '../form/facts-of-answers.ts'
import type { FormDefinition } from '../form/form.schema.ts'
import { cleaned } from '../form/form.ts'
import type { RawAnswers } from './dossier.schema.ts'

/** The answers as kept, and the columns they fill. */
export function writtenColumns(definition: FormDefinition, raw: RawAnswers) {
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
  }
}
