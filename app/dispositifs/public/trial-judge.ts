import { isSubkind, kindOf } from '#packages/referentials/kinds.ts'
import { type DossierFacts, noFacts } from '#server/dispositifs/rule/dossier-facts.ts'
import { type Judgement, judgeDossier } from '#server/dispositifs/rule/judge-dossier.ts'
import type { Rule } from '#server/dispositifs/rule/rule.schema.ts'
import type { CallDays } from '../rule-words.ts'
import { type Answers, cents, day, whole } from './trial-answers.ts'

/** By the server as the page is written, and by the browser as one types, which fetches this file once it has shown the page. */
export const judgeAnswers = (rules: readonly Rule[], answers: Answers, call: CallDays): Judgement[] =>
  judgeDossier(rules, factsOf(answers, call))

/** What rules are judged by; a document that is not ticked is still to be gathered, not refused. */
function factsOf(answers: Answers, call: CallDays): DossierFacts {
  const { structure, marraine, piece } = answers
  const kind = structure && isSubkind(structure) ? kindOf(structure) : structure
  return {
    ...noFacts(),
    youngest: whole(answers.age_min),
    oldest: whole(answers.age_max),
    people: { french: whole(answers.francais), foreign: whole(answers.etrangers) },
    requestedCents: cents(answers.demande),
    baseCents: cents(answers.budget),
    department: answers.departement || null,
    startsOn: day(answers.debut),
    endsOn: day(answers.fin),
    actionDays: whole(answers.jours),
    session: call,
    holderFiles: whole(answers.dossiers),
    sponsorAccredited: marraine === 'oui' ? true : marraine === 'non' ? false : null,
    documents: Object.fromEntries(piece.map((key) => [key, true])),
    countries: answers.pays,
    holder: structure ? { kind: kind || null, subkind: kind === structure ? null : structure } : null,
  }
}
