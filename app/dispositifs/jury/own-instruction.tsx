import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days, moments } from '#packages/referentials/dates.ts'
import { ownWork } from '#server/dispositifs/instruction/own-work.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { ownSittings } from '#server/dispositifs/sitting/own-sitting.server.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { Done } from '../told.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['instruction:read'])
  const { locale, network } = ctx
  const { sessions, files, held } = await answering(args, () => ownWork(ctx))
  const sittings = await answering(args, () => ownSittings(ctx))
  const day = days(locale, 'UTC', 'long')
  const at = moments(locale, network.timeZone, 'long')
  return {
    base: `/${network.slug}/espace/instruction`,
    title: i18nFor(locale).t('dispositifs:jury.own.title'),
    held,
    sessions: sessions.map(({ dueOn, ...one }) => ({
      ...one,
      due: dueOn ? day.format(new Date(dueOn)) : null,
    })),
    files: files.map(({ dueOn, holders, ...one }) => ({
      ...one,
      holder: holders.join(', '),
      due: dueOn ? day.format(new Date(dueOn)) : null,
    })),
    sittings: sittings.map(({ startsAt, ...one }) => ({ ...one, on: at.format(new Date(startsAt)) })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function OwnInstruction() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  const left = page.files.filter(({ submitted }) => !submitted)
  return (
    <div className="wrap page">
      <h1>{page.title}</h1>
      <Done of="jury" />
      {page.held > 0 ? <p className="notice">{t('jury.own.held', { count: page.held })}</p> : null}
      {page.sessions.length === 0 && page.sittings.length === 0 ? (
        <p className="empty">{t('jury.own.empty')}</p>
      ) : null}
      {page.sessions.length > 0 ? (
        <section className="stack" aria-labelledby="sessions">
          <h2 id="sessions">{t('jury.own.sessions')}</h2>
          <ul className="cards">
            {page.sessions.map((one) => (
              <li key={one.id} className="card stack">
                <h3>
                  {one.code} · {one.name}
                </h3>
                <p>
                  {one.declared ? t('jury.own.given', { count: one.files }) : t('jury.own.declareFirst')}
                  {one.due ? ` ${t('jury.own.due', { on: one.due })}` : ''}
                </p>
                <Link
                  className={one.declared ? 'btn' : 'btn primary'}
                  to={`${page.base}/sessions/${one.id}/liens`}
                >
                  {t(one.declared ? 'jury.own.declareAgain' : 'jury.own.declare')}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {page.files.length > 0 ? (
        <section className="stack" aria-labelledby="dossiers">
          <h2 id="dossiers">{t('jury.own.files')}</h2>
          <p className="row">
            <span className="grow">{t('jury.own.left', { count: left.length })}</span>
            <a className="btn" href={`${page.base}/dossiers.pdf`}>
              {t('jury.own.pdf')}
            </a>
            <a className="btn" href={`${page.base}/calendrier.ics`}>
              {t('jury.own.calendar')}
            </a>
            <Link className="btn" to="/compte/agendas">
              {t('jury.calendar.follow')}
            </Link>
          </p>
          <ul className="todo">
            {page.files.map((one) => (
              <li key={one.id}>
                <div className="grow">
                  <Link to={`${page.base}/dossiers/${one.id}`}>
                    <strong>
                      {one.code} {one.number} · {one.title || t('untitled')}
                    </strong>
                  </Link>
                  <p className="small muted">
                    {[one.holder, one.due ? t('jury.own.due', { on: one.due }) : '']
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </div>
                <Badge
                  tone={one.submitted ? 'ok' : one.begun ? 'info' : 'wait'}
                  label={t(
                    one.submitted ? 'jury.own.handedIn' : one.begun ? 'jury.own.begun' : 'jury.own.toDo',
                  )}
                />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {page.sittings.length > 0 ? (
        <section className="stack" aria-labelledby="jurys">
          <h2 id="jurys">{t('jury.own.sittings')}</h2>
          <ul className="todo">
            {page.sittings.map((one) => (
              <li key={one.id}>
                <div className="grow">
                  <Link to={`${page.base}/jurys/${one.id}`}>
                    <strong>{one.name}</strong>
                  </Link>
                  <p className="small muted">{[one.on, one.place].filter(Boolean).join(' · ')}</p>
                </div>
              </li>
            ))}
          </ul>
          {page.files.length === 0 ? (
            <p>
              <a className="btn" href={`${page.base}/calendrier.ics`}>
                {t('jury.own.calendar')}
              </a>{' '}
              <Link className="btn" to="/compte/agendas">
                {t('jury.calendar.follow')}
              </Link>
            </p>
          ) : null}
        </section>
      ) : null}
    </div>
  )
}
