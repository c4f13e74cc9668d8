import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { getOffer } from '#server/dispositifs/shared-template/find-offers.server.ts'
import { templateByKey } from '#server/dispositifs/template/templates.ts'
import { may } from '#server/kernel/permissions.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { Holds } from './holds.tsx'
import { holdsView } from './holds-view.server.ts'

/** What a template holds, read before it is taken. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:read'])
  const offer = await answering(args, async () => getOffer(ctx, args.params.template ?? ''))
  const { locale, network } = ctx
  const { key, owner, version, note, publishedAt, content, held } = offer
  const ready = offer.network === null ? templateByKey(key) : undefined
  const name = ready?.name[locale] ?? content.name
  return {
    ...{ key, owner, version, note, held, code: content.code, name },
    base: `/${network.slug}/bureau/dispositifs`,
    on: publishedAt && days(locale, network.timeZone, 'long').format(publishedAt),
    summary: ready?.summary[locale] ?? content.summary,
    holds: holdsView(ctx, content),
    mayWrite: may(ctx, dispositifs['dispositif:write']),
    title: i18nFor(locale).t('dispositifs:templates.titleOf', { code: content.code }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Template() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  const { base, key, owner, version, on, note, held } = page
  const take = page.mayWrite ? (
    <Link className="btn primary" to={`${base}/nouveau?modele=${key}`}>
      {t('templates.take')}
    </Link>
  ) : null
  return (
    <div className="stack">
      <Breadcrumb
        trail={[
          { to: base, label: t('title') },
          { to: `${base}/modeles`, label: t('templates.title') },
        ]}
        here={page.code}
      />
      <div className="row">
        <h1 className="grow">{page.name}</h1>
        {take}
      </div>
      <p className="row">
        <Badge tone="info" label={page.code} />
        <span className="small muted">
          {owner ? t('templates.by', { owner }) : t('templates.product')} ·{' '}
          {t('templates.version', { version })}
          {on ? ` · ${t('templates.on', { on })}` : ''}
        </span>
      </p>
      {note ? <p className="notice">{t('templates.noteOf', { note })}</p> : null}
      {page.summary ? <p>{page.summary}</p> : null}
      {held.length > 0 ? (
        <p>
          {t('templates.heldAs')}{' '}
          {held.map((one) => (
            <Link key={one.id} to={`${base}/${one.id}/modele`}>
              {one.code}
            </Link>
          ))}
        </p>
      ) : null}
      <p className="small muted">{t('templates.frozen')}</p>
      <Holds holds={page.holds} />
      {take ? <p className="row">{take}</p> : null}
    </div>
  )
}
