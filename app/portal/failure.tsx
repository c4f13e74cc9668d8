import { isRouteErrorResponse, Link, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { loader as rootLoader } from '../root.tsx'
import { failureKind } from './failure-kind.ts'
import { TopBar } from './top-bar.tsx'

export function failureOf(error: unknown) {
  return failureKind(isRouteErrorResponse(error) ? error.status : 500)
}

/** Where a whole page failed: who this is, and the way out, stay above. */
export function FailurePage() {
  const { t } = useTranslation('common')
  const shell = useRouteLoaderData<typeof rootLoader>('root')
  const network = shell?.network
  return (
    <>
      {shell ? (
        <TopBar
          home={network ? `/${network.slug}` : '/'}
          name={network?.name ?? t('portal:product')}
          initials={network?.brand.initials ?? t('portal:productInitials')}
          items={[]}
        />
      ) : null}
      <main id="contenu">
        <Failure />
      </main>
    </>
  )
}

/** Not found, not allowed, or our fault: what happened, what to do, and the reference to give. */
export function Failure() {
  const error = useRouteError()
  const { t } = useTranslation('common')
  const shell = useRouteLoaderData<typeof rootLoader>('root')
  const kind = failureOf(error)
  const site = shell?.network ? `/${shell.network.slug}` : '/'
  const directory = shell?.network?.modules.includes('directory') ? `${site}/annuaire` : '/annuaire'
  const place = shell?.places.find(({ slug }) => slug === shell.network?.slug)
  const roles = place?.roles.map((role) => t(`role.${role}`)).join(', ')
  return (
    <div className="wrap page stack">
      <h1>{t(`failure.${kind}.title`)}</h1>
      <p className="lead">
        {kind === 'forbidden' && place
          ? t('failure.forbidden.role', { roles, count: place.roles.length })
          : t(`failure.${kind}.text`)}
      </p>
      <p className="row">
        {place ? (
          <Link className="btn primary" to={place.home} reloadDocument>
            {t(place.isDesk ? 'failure.desk' : 'failure.space')}
          </Link>
        ) : null}
        <Link className="btn" to={site} reloadDocument>
          {t('failure.home')}
        </Link>
        {kind === 'missing' ? (
          <Link className="btn quiet" to={directory}>
            {t('failure.directory')}
          </Link>
        ) : null}
      </p>
      {shell ? <p className="small muted">{t('failure.reference', { id: shell.requestId })}</p> : null}
    </div>
  )
}
