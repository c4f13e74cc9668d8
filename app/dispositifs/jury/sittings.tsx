import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { findSittings } from '#server/dispositifs/sitting/find-sittings.server.ts'
import { may } from '#server/kernel/permissions.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { DeskParts } from '../desk/desk-parts.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:read'])
  const at = moments(ctx.locale, ctx.network.timeZone, 'long')
  const found = await answering(args, () => findSittings(ctx))
  return {
    base: `/${ctx.network.slug}/bureau/dispositifs`,
    title: i18nFor(ctx.locale).t('dispositifs:jury.sitting.list'),
    mayManage: may(ctx, dispositifs['jury:manage']),
    sittings: found.map(({ startsAt, ...one }) => ({
      ...{ ...one, on: at.format(new Date(startsAt)) },
      stands: one.signed
        ? ('signed' as const)
        : new Date(startsAt) > ctx.clock.now()
          ? ('toCome' as const)
          : one.items > 0 && one.done === one.items
            ? ('toSign' as const)
            : ('open' as const),
    })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Sittings() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  const plan = page.mayManage ? (
    <Link className="btn primary" to="nouveau">
      {t('jury.sitting.plan')}
    </Link>
  ) : null
  return (
    <div className="stack">
      <Breadcrumb trail={[{ to: page.base, label: t('title') }]} here={page.title} />
      <div className="row">
        <h1 className="grow">{page.title}</h1>
        {plan}
      </div>
      <DeskParts base={page.base} />
      {page.sittings.length === 0 ? (
        <EmptyList text={t('jury.sitting.empty')}>{plan}</EmptyList>
      ) : (
        <ul className="todo">
          {page.sittings.map((one) => (
            <li key={one.id}>
              <div className="grow">
                <Link to={one.id}>
                  <strong>{one.name}</strong>
                </Link>
                <p className="small muted">{[one.on, one.place].filter(Boolean).join(' · ')}</p>
                <p className="small">{one.sessions.join(', ')}</p>
              </div>
              <span className="small muted">
                {t('jury.sitting.members', { count: one.members })} ·{' '}
                {t('jury.sitting.said', { done: one.done, items: one.items })}
              </span>
              <Badge
                tone={one.stands === 'signed' ? 'ok' : one.stands === 'toCome' ? 'neutral' : 'wait'}
                label={t(`jury.sitting.${one.stands}`)}
              />
            </li>
          ))}
        </ul>
      )}
      <VisibleBy who="team" />
    </div>
  )
}
