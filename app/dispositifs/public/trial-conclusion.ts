import type { Judgement } from '#server/dispositifs/rule/judge-dossier.ts'

export type Conclusion = 'empty' | 'broken' | 'open' | 'met'
export type Told = 'met' | 'broken' | 'unknown' | 'advice'

/** A rule that is only advised never says no. */
export const toldOf = ({ verdict, blocking }: Judgement): Told =>
  verdict === 'broken' && !blocking ? 'advice' : verdict

/** What all of them say together; no answer of this page is ever « yes, you will be funded ». */
export function conclusionOf(judged: readonly Judgement[]): Conclusion {
  if (judged.every(({ verdict }) => verdict === 'unknown')) return 'empty'
  const binding = judged.filter(({ blocking }) => blocking)
  if (binding.some(({ verdict }) => verdict === 'broken')) return 'broken'
  return binding.some(({ verdict }) => verdict === 'unknown') ? 'open' : 'met'
}
