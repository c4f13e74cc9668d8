import type { Field, Section } from '../form/form.schema.ts'
import { compatible, type Effect } from '../form/revision-effects.ts'
import type { Criterion } from '../grid/grid.schema.ts'
import type { LetterKey } from '../letter/letter.ts'
import type { Rule } from '../rule/rule.schema.ts'
import { headingsOf, type Placed, placedFields } from './merge-form.ts'
import type { Keyed } from './merge-keyed.ts'
import { same } from './same.ts'
import { FOLLOWED, type Followed, type SharedTemplate } from './shared-template.schema.ts'

type Words = Section['title']

/** One thing that a version of a template changes, to be told in a sentence. */
export type Change =
  | { part: 'form'; what: 'section_added' | 'section_removed' | 'section_changed'; label: Words }
  | { part: 'form'; what: Effect['effect'] | 'reworded' | 'changed'; label: Words; from: Words | null }
  | { part: 'rules'; what: 'added' | 'removed' | 'changed'; before: Rule | null; after: Rule | null }
  | { part: 'grid'; what: 'added' | 'removed' | 'reworded' | 'changed'; label: Words; from: Words | null }
  | { part: 'grid'; what: 'reweighted'; label: Words; weights: [number, number] }
  | { part: 'grid'; what: 'disagreement'; values: [number, number] }
  | { part: 'facts'; what: Followed | 'intake'; before: string; after: string }
  | { part: 'letters'; what: LetterKey }

/** What the second has that the first had not, the form first. */
export const changesOf = (before: SharedTemplate, after: SharedTemplate): Change[] => [
  ...formChanges(before, after),
  ...pairs(before.rules, after.rules).map(([one, other]): Change => {
    return { part: 'rules', what: one ? (other ? 'changed' : 'removed') : 'added', before: one, after: other }
  }),
  ...gridChanges(before, after),
  ...FOLLOWED.flatMap((what): Change[] => factChange(what, before[what], after[what])),
  ...factChange('intake', before.intake, after.intake),
  ...pairs(before.letters, after.letters).map(
    ([one, other]): Change => ({ part: 'letters', what: (other ?? one)!.key }),
  ),
]

/** Of two lists by key, the pairs that differ: in the order of the second, then what it leaves out. */
function pairs<One extends Keyed>(before: readonly One[], after: readonly One[]): [One | null, One | null][] {
  const [was, is] = [before, after].map((all) => new Map(all.map((one) => [one.key, one])))
  const now = after.map((one): [One | null, One | null] => [was!.get(one.key) ?? null, one])
  const gone = before.filter(({ key }) => !is!.has(key)).map((one): [One, null] => [one, null])
  return [...now, ...gone].filter(([one, other]) => !same(one, other))
}

function formChanges(before: SharedTemplate, after: SharedTemplate): Change[] {
  const sections = pairs(headingsOf(before.form), headingsOf(after.form)).map(([one, other]): Change => {
    const what = one ? (other ? 'section_changed' : 'section_removed') : 'section_added'
    return { part: 'form', what, label: (other ?? one)!.title }
  })
  const effects = compatible(before.form, after.form)
  const fields = pairs(placedFields(before.form), placedFields(after.form)).flatMap(([one, other]) => {
    const { key, label } = (other ?? one) as Placed
    const felt = effects.filter((effect) => effect.key === key).map(({ effect }) => effect)
    const said = (what: Effect['effect'] | 'reworded' | 'changed', from: Words | null = null): Change => ({
      ...{ part: 'form', what, label, from },
    })
    const renamed = one && other && !same(one.label, other.label)
    const rest = one && other && !same(bare(one), bare(other)) && felt.length === 0
    return [
      ...(renamed ? [said('reworded', one.label)] : []),
      ...felt.map((effect) => said(effect)),
      ...(rest ? [said('changed')] : []),
    ]
  })
  return [...sections, ...fields]
}

const bare = ({ label: _, ...field }: Field) => field

function gridChanges({ grid: before }: SharedTemplate, { grid: after }: SharedTemplate): Change[] {
  const criteria = pairs(before.criteria, after.criteria).flatMap(([one, other]): Change[] => {
    const { label } = (other ?? one) as Criterion
    if (!one || !other) return [{ part: 'grid', what: one ? 'removed' : 'added', label, from: null }]
    const [was, is] = [one, other].map(({ label: _, weight: __, ...rest }) => rest)
    return [
      ...(same(one.label, other.label)
        ? []
        : [{ part: 'grid', what: 'reworded', label, from: one.label } as const]),
      ...(one.weight === other.weight
        ? []
        : [{ part: 'grid', what: 'reweighted', label, weights: [one.weight, other.weight] } as Change]),
      ...(same(was, is) ? [] : [{ part: 'grid', what: 'changed', label, from: null } as const]),
    ]
  })
  const values: [number, number] = [before.disagreementAbove, after.disagreementAbove]
  return values[0] === values[1] ? criteria : [...criteria, { part: 'grid', what: 'disagreement', values }]
}

type Fact = string | string[] | null

function factChange(what: Followed | 'intake', before: Fact, after: Fact): Change[] {
  if (same(before, after)) return []
  const said = (fact: Fact) => (Array.isArray(fact) ? fact.join(', ') : (fact ?? ''))
  return [{ part: 'facts', what, before: said(before), after: said(after) }]
}
