import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { countOrganisations } from '#server/crm/organisation/count-organisations.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { answering, guard } from '../guard.server.ts'
import { nameOf } from '../shell.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const counts = await answering(args, () => countOrganisations(ctx))
  return {
    ...counts,
    slug: ctx.network.slug,
    network: nameOf(ctx.network),
    hasDirectory: ctx.network.modules.includes('directory'),
    name: ctx.account.name.split(' ')[0] ?? '',
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.network }]

export default function DeskHome() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('crm')
  // A figure opens the list that it counts, when there is one.
  const figures = [
    { to: 'structures', value: page.organisations, label: t('figure.organisations') },
    { to: null, value: page.actors, label: t('figure.actors') },
    ...(page.hasDirectory
      ? [{ to: `/${page.slug}/annuaire`, value: page.listed, label: t('figure.listed') }]
      : []),
    { to: null, value: page.members, label: t('figure.members', { year: page.year }) },
  ]
  return (
    <div className="stack">
      <h1>{t('hello', { name: page.name })}</h1>
      <div className="figs">
        {figures.map(({ to, value, label }) => {
          const told = (
            <>
              <div className="fig">{t('number', { value })}</div>
              <div>{label}</div>
            </>
          )
          return to ? (
            <Link key={label} to={to}>
              {told}
            </Link>
          ) : (
            <div key={label}>{told}</div>
          )
        })}
      </div>
      <p className="small muted">{t('visibleBy', { network: page.network })}</p>
      <p>
        <Link className="btn primary" to="structures/nouvelle">
          {t('new')}
        </Link>
      </p>
    </div>
  )
}
