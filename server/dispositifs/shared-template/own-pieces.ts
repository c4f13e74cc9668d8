import type { Section } from '../form/form.schema.ts'
import type { Contents } from '../revision/contents.ts'
import type { RevisionKind } from '../revision/current-revision.server.ts'
import type { Rule } from '../rule/rule.schema.ts'
import { headingsOf, placedFields } from './merge-form.ts'
import type { Keyed } from './merge-keyed.ts'
import { same } from './same.ts'

type Words = Section['title']

/** One piece of a dispositif that is not as its template has it. */
export type Piece = {
  kind: RevisionKind
  what: 'section' | 'field' | 'rule' | 'criterion'
  key: string
  how: 'added' | 'changed' | 'removed'
  label: Words | null
  rule: Rule | null
}

/** A piece of any list, as sentences name it. */
export const named = (one: Keyed | null) => ({
  label: one && ('title' in one ? (one.title as Words) : 'label' in one ? (one.label as Words) : null),
  rule: one && 'why' in one ? (one as Rule) : null,
})

/** What the network added, changed or took away, part by part. */
export function ownPieces(
  kind: RevisionKind,
  base: Contents[RevisionKind],
  now: Contents[RevisionKind],
): Piece[] {
  const [was, is] = [base, now].map((one) => listsOf(kind, one))
  return is!.flatMap(([what, all], nth) => {
    const before = was![nth]![1]
    const piece = (how: Piece['how'], one: Keyed): Piece => ({ kind, what, how, key: one.key, ...named(one) })
    return [
      ...all.flatMap((one) => {
        const old = before.find(({ key }) => key === one.key)
        return old && same(old, one) ? [] : [piece(old ? 'changed' : 'added', one)]
      }),
      ...before.flatMap((one) => (all.some(({ key }) => key === one.key) ? [] : [piece('removed', one)])),
    ]
  })
}

type Lists = [Piece['what'], Keyed[]][]

function listsOf(kind: RevisionKind, content: Contents[RevisionKind]): Lists {
  if (kind === 'rules') return [['rule', content as Contents['rules']]]
  if (kind === 'grid') return [['criterion', (content as Contents['grid']).criteria]]
  const form = content as Contents['form']
  return [
    ['section', headingsOf(form)],
    ['field', placedFields(form)],
  ]
}
