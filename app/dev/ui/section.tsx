import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Name =
  | 'tables'
  | 'forms'
  | 'choices'
  | 'dates'
  | 'people'
  | 'files'
  | 'feedback'
  | 'navigation'
  | 'words'
  | 'story'
  | 'charts'
  | 'maps'

export function Section({ name, children }: { name: Name; children: ReactNode }) {
  const { t } = useTranslation('dev')
  return (
    <section className="stack" id={name} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{t(`section.${name}`)}</h2>
      {children}
    </section>
  )
}
