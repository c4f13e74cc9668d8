import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

type Shown = { hasDirectory: boolean; listing: string | null; mayPublish: boolean }

/** Where what was just done leads: a new record to its publication, a published one to its public page. */
export function AfterDone({ done, page }: { done: string; page: Shown }) {
  const { t } = useTranslation('crm')
  if (done === 'publiee' && page.listing)
    return (
      <Link className="btn sm" to={page.listing}>
        {t('seeListing')}
      </Link>
    )
  const publishes = (done === 'creee' || done === 'inscrite') && page.hasDirectory && page.mayPublish
  if (!publishes || page.listing) return null
  return (
    <a className="btn sm" href="#publication">
      {t('toPublication')}
    </a>
  )
}
