import { isRouteErrorResponse, Link, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { loader as rootLoader } from '../root.tsx'

export function failureOf(error: unknown) {
  const status = isRouteErrorResponse(error) ? error.status : 500
  return status === 404 ? 'missing' : status === 403 ? 'forbidden' : 'fault'
}

/** Not found, not allowed, or our fault: what happened, what to do, and the reference to give. */
export function Failure() {
  const error = useRouteError()
  const { t } = useTranslation('common')
  const shell = useRouteLoaderData<typeof rootLoader>('root')
  const kind = failureOf(error)
  const home = shell?.network ? `/${shell.network.slug}` : '/'
  const directory = shell?.network?.modules.includes('directory') ? `${home}/annuaire` : '/annuaire'
  return (
    <main id="contenu" className="wrap page stack">
      <h1>{t(`failure.${kind}.title`)}</h1>
      <p className="lead">{t(`failure.${kind}.text`)}</p>
      <p>
        <Link className="btn" to={home}>
          {t('failure.home')}
        </Link>{' '}
        {kind === 'missing' ? (
          <Link className="btn quiet" to={directory}>
            {t('failure.directory')}
          </Link>
        ) : null}
      </p>
      {shell ? <p className="small muted">{t('failure.reference', { id: shell.requestId })}</p> : null}
    </main>
  )
}
