import { freeKey, swapped } from '#server/dispositifs/form/edit-form.ts'
import { type Grid, grid as gridSchema } from '#server/dispositifs/grid/grid.schema.ts'
import { both, type Typed } from './read-field.ts'

/** A grid as its form holds it: texts, one row a criterion; a row without a name is a new one, left empty. */
export type TypedGrid = { disagreementAbove: string; rows: Typed[] }

const number = (typed: string | undefined) => {
  const bare = (typed ?? '').trim().replace(',', '.')
  return bare === '' ? Number.NaN : Number(bare)
}
const written = (value: number | null) => (value === null ? '' : String(value).replace('.', ','))

export const typedOfGrid = ({ criteria, disagreementAbove }: Grid): TypedGrid => ({
  disagreementAbove: written(disagreementAbove),
  rows: criteria.map((one) => ({
    ...{ key: one.key, label_fr: one.label.fr, label_en: one.label.en },
    ...{ help_fr: one.help?.fr ?? '', help_en: one.help?.en ?? '' },
    ...{ weight: written(one.weight), max: written(one.max) },
    ...{ comment: one.commentRequired ? 'oui' : '', below: written(one.eliminatoryBelow) },
  })),
})

export const EMPTY_ROW: Typed = {
  key: '',
  label_fr: '',
  label_en: '',
  weight: '1',
  max: '5',
  comment: '',
  below: '',
}

/** Rows of the form, and what its small buttons did to them: `haut:2`, `bas:0`, `retirer:1`, `ajouter`. */
export function typedGrid(form: FormData, act: string): TypedGrid {
  const count = Math.min(40, Number(form.get('criteres')) || 0)
  const text = (name: string) => String(form.get(name) ?? '')
  const rows = Array.from({ length: count }, (_, at): Typed => {
    const names = ['key', 'label_fr', 'label_en', 'help_fr', 'help_en', 'weight', 'max', 'comment', 'below']
    return Object.fromEntries(names.map((name) => [name, text(`${name}.${at}`)]))
  })
  const [what, said] = act.split(':')
  const at = Number(said)
  const changed =
    what === 'haut' || what === 'bas'
      ? swapped(rows, at, what === 'haut' ? -1 : 1)
      : what === 'retirer'
        ? rows.filter((_, index) => index !== at)
        : what === 'ajouter'
          ? [...rows, EMPTY_ROW]
          : rows
  return { disagreementAbove: text('disagreementAbove'), rows: changed }
}

type Read = { made: Grid; faults: null } | { made: null; faults: Record<string, string> }
const NAMES: Record<string, string> = { eliminatoryBelow: 'below', commentRequired: 'comment' }

export function readGrid({ disagreementAbove, rows }: TypedGrid): Read {
  const taken = new Set(rows.flatMap(({ key }) => key || []))
  const criteria = rows.map((typed) => {
    const help = both(typed, 'help')
    const key = typed.key || freeKey(typed.label_fr ?? '', taken)
    taken.add(key)
    return {
      ...{ key, label: both(typed, 'label'), weight: number(typed.weight), max: number(typed.max) },
      ...(help.fr && { help }),
      commentRequired: typed.comment === 'oui',
      eliminatoryBelow: typed.below?.trim() ? number(typed.below) : null,
    }
  })
  const read = gridSchema.safeParse({ criteria, disagreementAbove: number(disagreementAbove) })
  if (read.success) return { made: read.data, faults: null }
  const faults: Record<string, string> = {}
  for (const { path, message } of read.error.issues) {
    const [top, at, part, language] = path.map(String)
    const name = part === 'label' || part === 'help' ? `${part}_${language ?? 'fr'}` : (NAMES[part!] ?? part)
    faults[top === 'criteria' && at !== undefined ? `${name}.${at}` : top!] ??= message
  }
  return { made: null, faults }
}

/** Of all weights, in a hundred; nothing while one is no number. */
export function weightsOf(rows: readonly Typed[]): { total: number; shares: number[] } | null {
  const weights = rows.map(({ weight }) => number(weight))
  const total = weights.reduce((sum, one) => sum + one, 0)
  if (!Number.isFinite(total) || total <= 0) return null
  return {
    total: Math.round(total * 100) / 100,
    shares: weights.map((one) => Math.round((one / total) * 1000) / 10),
  }
}
