import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { findOffers, type OfferLine } from '#server/dispositifs/shared-template/find-offers.server.ts'
import { templateByKey } from '#server/dispositifs/template/templates.ts'
import type { Locale } from '#server/kernel/context.ts'
import { may } from '#server/kernel/permissions.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { Field } from '../../ui/field.tsx'
import { EmptyList } from '../../ui/list-states.tsx'

/** Every template that can be taken; `?q=` looks for words of it, or of who shares it. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:read'])
  const asked = (new URL(args.request.url).searchParams.get('q') ?? '').slice(0, 200)
  const found = await answering(args, () => findOffers(ctx, asked))
  const lines = found.map((offer) => lineOf(offer, ctx.locale))
  return {
    asked,
    base: `/${ctx.network.slug}/bureau/dispositifs`,
    shared: lines.filter(({ owner }) => owner !== null),
    ready: lines
      .filter(({ owner }) => owner === null)
      .map((one) => ({ ...one, alsoShared: lines.some(({ owner, code }) => owner && code === one.code) })),
    mayWrite: may(ctx, dispositifs['dispositif:write']),
    title: i18nFor(ctx.locale).t('dispositifs:templates.title'),
  }
}

/** Those of the product are told in the reader's language, those of a network in its own words. */
function lineOf({ key, owner, version, content, network, held }: OfferLine, locale: Locale) {
  const ready = network === null ? templateByKey(key) : undefined
  return {
    ...{ key, owner, version, held, code: content.code },
    name: ready?.name[locale] ?? content.name,
    summary: ready?.summary[locale] ?? content.summary,
  }
}

type Line = ReturnType<typeof lineOf> & { alsoShared?: boolean }

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Templates() {
  const { asked, base, shared, ready, mayWrite } = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="stack">
      <Breadcrumb trail={[{ to: base, label: t('title') }]} here={t('templates.title')} />
      <h1>{t('templates.title')}</h1>
      <p className="lead">{t('templates.lead')}</p>
      <Form method="get" role="search" className="row">
        <Field name="q" label={t('templates.search')} hint={t('templates.searchHint')}>
          {(attributes) => (
            <input {...attributes} type="search" name="q" defaultValue={asked} maxLength={200} />
          )}
        </Field>
        <button className="btn" type="submit">
          {t('search')}
        </button>
        {asked ? (
          <Link className="btn quiet" to="?">
            {t('templates.all')}
          </Link>
        ) : null}
      </Form>
      {shared.length + ready.length === 0 ? <EmptyList text={t('templates.noneFound', { asked })} /> : null}
      <Cards id="partages" title={t('templates.sharedTitle')} lines={shared} base={base} />
      {shared.length === 0 && !asked ? <p className="muted">{t('templates.noneShared')}</p> : null}
      <Cards id="prets" title={t('templates.readyTitle')} lines={ready} base={base} />
      {mayWrite ? (
        <section className="card stack" aria-labelledby="sans">
          <h2 id="sans">
            <Link to={`${base}/nouveau?modele=`}>{t('template.none')}</Link>
          </h2>
          <p className="small">{t('template.noneHint')}</p>
        </section>
      ) : null}
    </div>
  )
}

function Cards({ id, title, lines, base }: { id: string; title: string; lines: Line[]; base: string }) {
  const { t } = useTranslation('dispositifs')
  if (lines.length === 0) return null
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="cards">
        {lines.map(({ key, code, name, summary, owner, version, held, alsoShared }) => (
          <li key={key} className="card stack">
            <h3>
              <Link to={`${base}/modeles/${key}`}>
                {code}
                <span className="sr-only"> {owner ?? t('templates.product')}</span>
              </Link>
            </h3>
            <p>
              <strong>{name}</strong>
            </p>
            <p className="small">{summary}</p>
            <p className="small muted">
              {owner ? t('templates.by', { owner }) : t('templates.product')} ·{' '}
              {t('templates.version', { version })}
            </p>
            {alsoShared ? <p className="small">{t('templates.alsoShared')}</p> : null}
            {held.map((one) => (
              <p className="small" key={one.id}>
                <Badge tone="ok" label={t('templates.held')} />{' '}
                <Link to={`${base}/${one.id}/modele`}>{one.code}</Link>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
