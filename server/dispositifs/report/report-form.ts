import { type BudgetLine, budgetLines } from '../budget/budget.schema.ts'
import type { Answers } from '../form/answer.schema.ts'
import type { Field, FormDefinition } from '../form/form.schema.ts'
import { visibleFields } from '../form/form.ts'

const both = (fr: string, en: string) => ({ fr, en })

const ACHIEVED: Omit<Field, 'required'> = {
  ...{ key: 'achieved', type: 'head_count' },
  label: both('Personnes présentes', 'People who took part'),
  help: both(
    'Des nombres, jamais de noms. Le total et le détail doivent s’accorder pour envoyer le bilan.',
    'Numbers, never names. The total and its parts must agree before the report can be sent.',
  ),
}

const SPENT: Field = {
  ...{ key: 'spent', type: 'money', required: true },
  label: both('Dépenses réalisées', 'Amount spent'),
}

const BUDGET: Field = {
  ...{ key: 'budget', type: 'budget', required: true },
  label: both('Budget réalisé', 'Actual budget'),
  help: both(
    'Les lignes prévues sont reprises sans leur montant : écrivez ce qui a été payé et reçu, ajoutez ou retirez des lignes. Dépenses et recettes doivent être égales, et les apports en nature aussi.',
    'Planned lines are there without their amounts: write what was paid and received, add or remove lines. Expenses and income must be equal, and so must contributions in kind.',
  ),
}

const BODY: Field = {
  ...{ key: 'body', type: 'long_text', required: true, maxLength: 20_000 },
  label: both('Bilan du projet', 'Report on the project'),
  help: both(
    'Ce qui a été fait, ce que chacun en retire, ce qui a changé par rapport au projet, et la suite.',
    'What was done, what everyone gained, what changed from the plan, and what comes next.',
  ),
}

/** The questions of a report: a dossier with a budget tells how it came out, one without says what was spent. */
export function reportForm(form: FormDefinition, answers: Answers): FormDefinition {
  const asked = visibleFields(form, answers).map(({ type }) => type)
  const fields = [
    { ...ACHIEVED, required: asked.includes('head_count') },
    asked.includes('budget') ? BUDGET : SPENT,
    BODY,
  ]
  return { sections: [{ key: 'report', title: both('Ce qui s’est passé', 'What happened'), fields }] }
}

/** The budget that was planned; of a form with several, the one that rules look at. */
export function plannedBudget(form: FormDefinition, answers: Answers): BudgetLine[] {
  const fields = visibleFields(form, answers).filter(({ type }) => type === 'budget')
  const field = fields.find(({ fact }) => fact === 'budget') ?? fields[0]
  const read = budgetLines.safeParse(field ? answers[field.key] : [])
  return read.success ? read.data : []
}

/** Where nothing was written yet: the lines that were planned, their amounts to be found. */
export const toRealise = (planned: readonly BudgetLine[]): BudgetLine[] =>
  planned.map((line) => ({ ...line, cents: null }))
