import { foldText } from '#packages/referentials/text.ts'

/** Of ready templates: the whole file, as the funder's platform gives it. */
const DEPOSITED = 'deposited_file'

type Asked = { key: string; label: { fr: string }; given: number; room: boolean }

const wordsOf = (text: string) =>
  foldText(text)
    .split(/[^a-z]+/)
    .filter((word) => word.length > 4)

/**
 * Which document a file of the platform is, by its name: « JSI-26-12 budget.pdf » is the budget when one field
 * alone speaks of a budget. Without such a word it is the whole file that was deposited, the first that comes.
 * What may be two things is nothing yet.
 */
export function fieldOfName(name: string, fields: readonly Asked[]): string | null {
  const said = wordsOf(name.replace(/\.[^.]*$/, ''))
  const labels = fields.map(({ key, label }) => ({ key, words: wordsOf(label.fr) }))
  const isOwn = (word: string) => labels.filter(({ words }) => words.includes(word)).length === 1
  const meant = labels.filter(({ words }) =>
    words.some((word) => isOwn(word) && said.some((one) => one.startsWith(word))),
  )
  const roomy = (key: string | undefined) => fields.find((field) => field.key === key && field.room)?.key
  if (meant.length > 0) return meant.length === 1 ? (roomy(meant[0]!.key) ?? null) : null
  const whole = fields.find(({ key }) => key === DEPOSITED) ?? (fields.length === 1 ? fields[0] : undefined)
  return whole && whole.given === 0 ? whole.key : null
}
