import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** What the list is narrowed to, as the register will keep it; the page it comes from changes it. */
export function ListCriteria({ words, change }: { words: string[]; change: string }) {
  const { t } = useTranslation('crm')
  return (
    <section aria-labelledby="criteria" className="stack">
      <h2 id="criteria" className="field-label">
        {t('lists.criteria')}
      </h2>
      {words.length === 0 ? <p>{t('lists.noCriteria')}</p> : null}
      {words.length > 0 ? (
        <ul className="chips">
          {words.map((word) => (
            <li key={word} className="tag">
              {word}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="small">
        <Link to={change}>{t('lists.changeCriteria')}</Link>
      </p>
    </section>
  )
}
