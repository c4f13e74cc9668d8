import { budgetLines } from '../budget/budget.schema.ts'
import type { Answers } from '../form/answer.schema.ts'
import type { FormDefinition } from '../form/form.schema.ts'
import { emptyHeadCount, headCount } from '../head-count/head-count.schema.ts'
import { compareBudgets } from './compare-budgets.ts'
import { comparePeople } from './compare-people.ts'
import { plannedBudget } from './report-form.ts'

type Reported = { planned: unknown; achieved: unknown; answers: Answers }

const counted = (value: unknown) => headCount.safeParse(value ?? {}).data ?? emptyHeadCount()

/** What was planned beside what came out, money and people; nothing of what was never told. */
export function comparedReport(
  form: FormDefinition,
  { planned, achieved, answers }: Reported,
  budget: readonly unknown[],
) {
  const realised = budgetLines.safeParse(budget).data ?? []
  return {
    budget: realised.length > 0 ? compareBudgets(plannedBudget(form, answers), realised) : [],
    people: achieved ? comparePeople(counted(planned), counted(achieved)) : [],
  }
}
export type ComparedReport = ReturnType<typeof comparedReport>
