import type { ConflictReason } from '#server/dispositifs/instruction/interest-source.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'

/** Why somebody may be in conflict, in words. */
export function reasonWords(reasons: ConflictReason[], recused: boolean, locale: Locale): string[] {
  const { t } = i18nFor(locale)
  const told = reasons.map(({ kind, said }) =>
    t(`dispositifs:jury.why.${kind}`, { ...said, place: t(`dispositifs:jury.place.${said.place}`) }),
  )
  return recused ? [t('dispositifs:jury.why.recused'), ...told] : told
}
