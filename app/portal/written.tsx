import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** A network's own words, made safe by the server; what is missing is told to those who can write it. */
export function Written(props: { html: string; missing?: string[]; editPath?: string | null }) {
  const { html, missing = [], editPath } = props
  const { t } = useTranslation('portal')
  return (
    <>
      {missing.length > 0 ? (
        <div className="notice">
          <p>{t('toComplete')}</p>
          <ul>
            {missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: only elements of an allow-list, see server/portal/text/markdown */}
      <div className="written stack" dangerouslySetInnerHTML={{ __html: html }} />
      {editPath ? (
        <p>
          <Link className="btn sm" to={editPath}>
            {t('editText')}
          </Link>
        </p>
      ) : null}
    </>
  )
}
