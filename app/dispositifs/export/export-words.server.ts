import { EXPORT_WORDS, type ExportWords } from '#server/dispositifs/export/words.ts'
import { STATES } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'

/** What the worker writes into files, in the language of who asked. */
export function exportWords(locale: Locale): ExportWords {
  const { t } = i18nFor(locale)
  const words = EXPORT_WORDS.map((word) => [word, t(`dispositifs:papers.export.word.${word}`)])
  const states = STATES.map((state) => [state, t(`dispositifs:state.${state}`)])
  return { words: Object.fromEntries(words), states: Object.fromEntries(states) }
}
