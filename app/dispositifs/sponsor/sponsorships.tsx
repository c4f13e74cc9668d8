import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import type { DossierState } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { findSponsorships } from '#server/dispositifs/sponsor/find-sponsorships.server.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { toneOf } from '../desk/state-tone.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['sponsorship:own'])
  const { t } = i18nFor(ctx.locale)
  const found = await answering(args, () => findSponsorships(ctx))
  return {
    lines: found.map(({ closesAt, timeZone, title, ...one }) => ({
      ...one,
      name: `${one.code} ${one.number} · ${title || t('dispositifs:untitled')}`,
      closes: moments(ctx.locale, timeZone, 'long').format(new Date(closesAt)),
    })),
    title: t('dispositifs:follow.own.title'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

/** The dossiers a person answers for, those that await them first. */
export default function Sponsorships() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="wrap page stack">
      <h1>{page.title}</h1>
      <p className="lead">{t('follow.own.lead')}</p>
      {page.lines.length === 0 ? (
        <EmptyList text={t('follow.own.empty')} />
      ) : (
        <ul className="plain stack">
          {page.lines.map((one) => (
            <li key={one.id} className="card stack">
              <h2>
                <Link to={one.id}>{one.name}</Link>
              </h2>
              <p className="row">
                <Badge tone={toneOf(one.state as DossierState)} label={t(`state.${one.state}`)} />
                {one.awaits === 'validation' ? <Badge tone="wait" label={t('mended.awaitsYou')} /> : null}
                <span className="muted">{[one.holder, one.session].filter(Boolean).join(' · ')}</span>
              </p>
              {one.awaits === 'validation' ? (
                <p className="notice">{t('follow.own.validateBefore', { at: one.closes })}</p>
              ) : null}
              {one.state === 'submitted' && one.intake === 'elsewhere' ? (
                <p className="muted">{t('mended.nothingToValidate')}</p>
              ) : null}
              {one.awaits === 'money' ? <p className="notice">{t('follow.own.moneyAwaits')}</p> : null}
            </li>
          ))}
        </ul>
      )}
      <VisibleBy who="youAndTeam" />
    </div>
  )
}
