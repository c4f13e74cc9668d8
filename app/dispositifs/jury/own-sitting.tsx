import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { readOwnSitting } from '#server/dispositifs/sitting/own-sitting.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { opinionTone } from './opinion-tone.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['instruction:read'])
  const { sitting, items, left } = await answering(args, async () =>
    readOwnSitting(ctx, recordId(args.params.sitting)),
  )
  const at = moments(ctx.locale, ctx.network.timeZone, 'long')
  return {
    home: `/${ctx.network.slug}/espace/instruction`,
    ...{
      name: sitting.name,
      on: at.format(new Date(sitting.startsAt)),
      place: sitting.place,
      link: sitting.link,
    },
    ...{ left, items: items.map(({ holders, ...one }) => ({ ...one, holder: holders.join(', ') })) },
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name }]

export default function OwnSitting() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="wrap page">
      <nav className="small" aria-label={t('jury.own.title')}>
        <Link to={page.home}>{t('jury.own.title')}</Link>
      </nav>
      <h1>{page.name}</h1>
      <p>
        {[page.on, page.place].filter(Boolean).join(' · ')}{' '}
        {page.link ? <a href={page.link}>{t('jury.sitting.join')}</a> : null}
      </p>
      <p>
        <a className="btn" href={`${page.home}/calendrier.ics`}>
          {t('jury.own.calendar')}
        </a>
      </p>
      <h2 id="ordre">{t('jury.agenda.title')}</h2>
      {page.left > 0 ? <p className="notice">{t('jury.own.leave', { count: page.left })}</p> : null}
      {page.items.length === 0 ? (
        <p className="empty">{t('jury.own.noAgenda')}</p>
      ) : (
        <ol className="todo">
          {page.items.map((one) => (
            <li key={one.id}>
              <div className="grow">
                <strong>
                  {one.code} {one.number} · {one.title || t('untitled')}
                </strong>
                <p className="small muted">{one.holder}</p>
              </div>
              {one.opinion ? (
                <Badge tone={opinionTone(one.opinion)} label={t(`jury.opinion.${one.opinion}`)} />
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
