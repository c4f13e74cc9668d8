import { budgetLines } from '../budget/budget.schema.ts'
import { budgetOf } from '../budget/budget.ts'
import { headCount } from '../head-count/head-count.schema.ts'
import { peopleOf } from '../head-count/head-count.ts'
import { type DossierFacts, noFacts } from '../rule/dossier-facts.ts'
import {
  type Answers,
  answerSchemaOf,
  type OrganisationAnswer,
  type Period,
  type Place,
} from './answer.schema.ts'
import type { Fact, Field, FormDefinition } from './form.schema.ts'
import { visibleFields } from './form.ts'

/** The answers that stand for a fact, read; those that cannot be read say nothing. Hidden fields neither. */
function saidBy(definition: FormDefinition, answers: Answers) {
  const fields = visibleFields(definition, answers)
  return <Said>(fact: Fact): Said | null => {
    const field = fields.find((one) => one.fact === fact)
    return field ? (readAnswer(field, answers[field.key]) as Said | null) : null
  }
}

const readAnswer = (field: Field, answer: unknown): unknown => {
  const read = answerSchemaOf(field).safeParse(answer)
  return read.success ? read.data : null
}

/** The columns of a dossier that its answers fill: what lists, figures and rules look at. */
export function columnsOfAnswers(definition: FormDefinition, answers: Answers) {
  const said = saidBy(definition, answers)
  const period = said<Period>('period')
  const lines = budgetLines.safeParse(said('budget'))
  const budget = lines.success && lines.data.length > 0 ? budgetOf(lines.data) : null
  const countries = said<string | string[]>('countries')
  const planned = headCount.safeParse(said('planned'))
  return {
    title: said<string>('title') || null,
    startsOn: period?.from ?? said<string>('starts_on'),
    endsOn: period?.to ?? said<string>('ends_on'),
    /** The request of the budget's own line when it has one: it is the figure that its share is taken of. */
    requestedCents: budget?.requestedCents || said<number>('requested'),
    budget: lines.success ? lines.data : null,
    planned: planned.success ? planned.data : null,
    countries: countries === null ? [] : [countries].flat(),
    sponsor: said<OrganisationAnswer>('sponsor'),
    department: said<Place>('place')?.department ?? null,
    baseCents: budget && budget.baseCents > 0 ? budget.baseCents : null,
  }
}

/** A document is given when its field holds a file; before the submission nobody says that it is missing. */
function documentsOf(definition: FormDefinition, answers: Answers, submitting: boolean) {
  const fields = visibleFields(definition, answers).filter(({ fact }) => fact === 'document')
  const seen = fields.map(({ key }) => [key, Array.isArray(answers[key]) && answers[key].length > 0] as const)
  return Object.fromEntries(seen.filter(([, given]) => given || submitting))
}

/**
 * What the answers say to the rules. What they cannot say (other files of the holder, its kind, the
 * sponsor's accreditation, the session's days) is for the caller to add.
 */
export function factsOfAnswers(
  definition: FormDefinition,
  answers: Answers,
  { submitting = false } = {},
): DossierFacts {
  const said = saidBy(definition, answers)
  const { planned, startsOn, endsOn, requestedCents, baseCents, countries, department } = columnsOfAnswers(
    definition,
    answers,
  )
  return {
    ...noFacts(),
    ...{ startsOn, endsOn, requestedCents, baseCents, countries, department },
    youngest: said<number>('youngest'),
    oldest: said<number>('oldest'),
    actionDays: said<number>('action_days'),
    people: {
      french: planned ? peopleOf(planned.french) : null,
      foreign: planned ? peopleOf(planned.foreign) : null,
    },
    documents: documentsOf(definition, answers, submitting),
  }
}
