import { NavLink } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** What is done of a session after its jury. */
export function SessionLinks({ here, mayWrite }: { here: string; mayWrite: boolean }) {
  const { t } = useTranslation('dispositifs')
  return (
    <nav className="chips" aria-label={t('follow.session.nav')}>
      <NavLink className="chip" to={`${here}/suivi`}>
        {t('follow.here')}
      </NavLink>
      {mayWrite ? (
        <>
          <NavLink className="chip" to={`${here}/decisions`}>
            {t('follow.import.nav')}
          </NavLink>
          <NavLink className="chip" to={`${here}/lettres`}>
            {t('follow.letters.title')}
          </NavLink>
        </>
      ) : null}
      <NavLink className="chip" to={`${here}/laureats`}>
        {t('follow.laureates.nav')}
      </NavLink>
    </nav>
  )
}
