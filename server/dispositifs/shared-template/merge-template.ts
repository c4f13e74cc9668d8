import type { Contents } from '../revision/contents.ts'
import type { RevisionKind } from '../revision/current-revision.server.ts'
import { type FormMerge, mergeForms } from './merge-form.ts'
import { type Clash, mergeKeyed } from './merge-keyed.ts'
import { same } from './same.ts'

export type Told = { kind: RevisionKind; what: 'section' | 'field' | 'rule' | 'criterion' } & Clash
type Merge<Kind extends RevisionKind> = { content: Contents[Kind]; clashes: Told[] }

const formClashes = ({ fields, sections }: FormMerge): Told[] => [
  ...sections.map((clash): Told => ({ kind: 'form', what: 'section', ...clash })),
  ...fields.map((clash): Told => ({ kind: 'form', what: 'field', ...clash })),
]

const MERGES: {
  [Kind in RevisionKind]: (base: Contents[Kind], ours: Contents[Kind], theirs: Contents[Kind]) => Merge<Kind>
} = {
  form: (base, ours, theirs) => {
    const made = mergeForms(base, ours, theirs)
    return { content: made.form, clashes: formClashes(made) }
  },
  rules: (base, ours, theirs) => {
    const { merged, clashes } = mergeKeyed(base, ours, theirs)
    return {
      content: merged,
      clashes: clashes.map((clash): Told => ({ kind: 'rules', what: 'rule', ...clash })),
    }
  },
  grid: (base, ours, theirs) => {
    const { merged, clashes } = mergeKeyed(base.criteria, ours.criteria, theirs.criteria)
    const { disagreementAbove } = same(ours.disagreementAbove, base.disagreementAbove) ? theirs : ours
    return {
      content: { criteria: merged, disagreementAbove },
      clashes: clashes.map((clash): Told => ({ kind: 'grid', what: 'criterion', ...clash })),
    }
  },
}

export const mergeContent = <Kind extends RevisionKind>(
  kind: Kind,
  base: Contents[Kind],
  ours: Contents[Kind],
  theirs: Contents[Kind],
): Merge<Kind> => MERGES[kind](base, ours, theirs)

/** Three ages of one text, or of one list: the network's words stay where it wrote its own. */
export const followedValue = <One>(base: One, ours: One, theirs: One): One =>
  same(base, ours) ? theirs : ours
