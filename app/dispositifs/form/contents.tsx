import { useTranslation } from 'react-i18next'
import { isFilled, type VisibleSection } from '#server/dispositifs/form/form.ts'
import { useFilling, useSaid } from './filling.ts'
import { sectionId } from './form-section.tsx'

/** The sections, each with what is still awaited there. */
export function Contents({ sections }: { sections: VisibleSection[] }) {
  const { answers } = useFilling()
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  const counted = sections.map((section) => {
    const wanted = section.fields.filter(({ required }) => required)
    const filled = wanted.filter((field) => isFilled(field, answers[field.key])).length
    return { key: section.key, title: said(section.title), wanted: wanted.length, filled }
  })
  const wanted = counted.reduce((all, one) => all + one.wanted, 0)
  const filled = counted.reduce((all, one) => all + one.filled, 0)
  return (
    <nav className="card contents" aria-label={t('form.contents')}>
      <ol>
        {counted.map((one) => (
          <li key={one.key}>
            <a href={`#${sectionId(one.key)}`}>{one.title}</a>
            {one.wanted > 0 ? (
              <span className="small num" data-whole={one.filled === one.wanted || undefined}>
                <span aria-hidden="true">{t('form.ratio', one)}</span>
                <span className="sr-only">{t('form.answered', one)}</span>
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {wanted > 0 ? (
        <p className="small">
          <progress max={wanted} value={filled} aria-hidden="true" />
          {t('form.answered', { filled, wanted })}
        </p>
      ) : null}
    </nav>
  )
}
