import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermKey } from './terms.ts'

/** An acronym that opens its definition: a native popover, so it needs no script. */
export function Term({ of: key, children }: { of: TermKey; children?: ReactNode }) {
  const { t } = useTranslation('glossary')
  const id = useId()
  const short = t(`terms.${key}.short`)
  return (
    <>
      <button type="button" className="term" {...{ popovertarget: id }}>
        {children ?? short}
      </button>
      <span id={id} className="term-text" {...{ popover: 'auto' }}>
        <strong>
          {short} · {t(`terms.${key}.long`)}
        </strong>
        <span>{t(`terms.${key}.text`)}</span>
        <a href={`/glossaire#${key}`}>{t('ui:wholeGlossary')}</a>
      </span>
    </>
  )
}
