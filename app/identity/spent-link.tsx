import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

export function SpentLink({ another }: { another: string }) {
  const { t } = useTranslation('identity')
  return (
    <div className="wrap page narrow">
      <h1>{t('spent.title')}</h1>
      <p>{t('spent.text')}</p>
      <p>
        <Link className="btn primary" to={another}>
          {t('spent.another')}
        </Link>
      </p>
    </div>
  )
}
