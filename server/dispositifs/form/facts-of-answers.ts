import type { BudgetLine } from '../budget/budget.schema.ts'
import { budgetOf } from '../budget/budget.ts'
import type { HeadCount } from '../head-count/head-count.schema.ts'
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

const readAnswer = (field: Field, answer: unknown): unknown => {
  const read = answerSchemaOf(field).safeParse(answer)
  return read.success ? read.data : null
}

/** The answer that stands for a fact, read; one that cannot be read says nothing, a hidden one neither. */
const sayingOf = (fields: readonly Field[], answers: Answers) => {
  const byFact = new Map(fields.flatMap((field) => (field.fact ? [[field.fact, field] as const] : [])))
  return <Said>(fact: Fact): Said | null => {
    const field = byFact.get(fact)
    return field ? (readAnswer(field, answers[field.key]) as Said | null) : null
  }
}

type Saying = ReturnType<typeof sayingOf>

function columnsSaid(said: Saying) {
  const period = said<Period>('period')
  const lines = said<BudgetLine[]>('budget')
  const budget = lines?.length ? budgetOf(lines) : null
  return {
    title: said<string>('title') || null,
    startsOn: period?.from ?? said<string>('starts_on'),
    endsOn: period?.to ?? said<string>('ends_on'),
    /** The request of the budget's own line when it has one: it is the figure that its share is taken of. */
    requestedCents: budget?.requestedCents || said<number>('requested'),
    budget: lines,
    planned: said<HeadCount>('planned'),
    countries: [said<string | string[]>('countries') ?? []].flat(),
    sponsor: said<OrganisationAnswer>('sponsor'),
    department: said<Place>('place')?.department ?? null,
    baseCents: budget && budget.baseCents > 0 ? budget.baseCents : null,
  }
}

/** The columns of a dossier that its answers fill: what lists, figures and rules look at. */
export const columnsOfAnswers = (definition: FormDefinition, answers: Answers) =>
  columnsSaid(sayingOf(visibleFields(definition, answers), answers))

/** What tells a project to the public, where a form asks for it. */
export function storyOfAnswers(definition: FormDefinition, answers: Answers) {
  const said = sayingOf(visibleFields(definition, answers), answers)
  return {
    summary: said<string>('summary') ?? '',
    sectors: [said<string | string[]>('sectors') ?? []].flat(),
    sdgs: said<number[]>('sdgs') ?? [],
  }
}

/** A document is given when its field holds a file; before the submission nobody says that it is missing. */
function documentsOf(fields: readonly Field[], answers: Answers, submitting: boolean) {
  const seen = fields.flatMap(({ key, fact }) => {
    const answer = answers[key]
    return fact === 'document' ? [[key, Array.isArray(answer) && answer.length > 0] as const] : []
  })
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
  const fields = visibleFields(definition, answers)
  const said = sayingOf(fields, answers)
  const { planned, startsOn, endsOn, requestedCents, baseCents, countries, department } = columnsSaid(said)
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
    documents: documentsOf(fields, answers, submitting),
  }
}
