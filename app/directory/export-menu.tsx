import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

type Props = { path: string; query: string; print?: string }

/** The whole search taken away: in what people open it with, or on paper. */
export function ExportMenu({ path, query, print }: Props) {
  const { t } = useTranslation('directory')
  const asked = query && `?${query}`
  return (
    <details className="menu">
      <summary className="btn">{t('export')}</summary>
      <ul>
        {(['xlsx', 'csv'] as const).map((kind) => (
          <li key={kind}>
            <a href={`${path}.${kind}${asked}`} download>
              {t(`exportAs.${kind}`)}
            </a>
          </li>
        ))}
        {print ? (
          <li>
            <Link to={`imprimer${asked}`}>{print}</Link>
          </li>
        ) : null}
      </ul>
    </details>
  )
}
