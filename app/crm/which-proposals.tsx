import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** Proposals that wait for the team, or those it answered. */
export function WhichProposals({ answered }: { answered: boolean }) {
  const { t } = useTranslation('space')
  return (
    <nav className="chips" aria-label={t('proposals.which')}>
      <Link className="chip" to="?" aria-current={answered ? undefined : 'page'}>
        {t('proposals.waiting')}
      </Link>
      <Link className="chip" to="?voir=repondues" aria-current={answered ? 'page' : undefined}>
        {t('proposals.answered')}
      </Link>
    </nav>
  )
}
