import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { desk } from '#server/kernel/rules.ts'
import { TodoLines, TodoMore } from '../desk/todo.tsx'
import { OwnLines } from '../dispositifs/own/own-lines.tsx'
import { answering, guard } from '../guard.server.ts'
import { Done } from '../identity/team/done.tsx'
import { StatTile } from '../ui/stat-tile.tsx'
import { VisibleBy } from '../ui/visible-by.tsx'
import { spaceView } from './home-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, desk['space:enter'])
  return answering(args, () => spaceView(ctx))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.network }]

export default function SpaceHome() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('desk')
  const base = `/${page.slug}/espace`
  return (
    <div className="wrap page">
      <h1>{t('hello', { name: page.name })}</h1>
      <Done />
      <p className="lead">
        {t('spaceLead', {
          network: page.network,
          roles: page.roles.map((role) => t(`common:role.${role}`)).join(', '),
        })}
      </p>
      {page.isDesk ? (
        <p>
          <Link className="btn" to={`/${page.slug}/bureau`}>
            {t('toDesk')}
          </Link>
        </p>
      ) : null}
      <div className="cols aside">
        <section className="stack" aria-labelledby="a-faire">
          <h2 id="a-faire">{t('todo.heading')}</h2>
          {page.todo.lines.length + page.awaiting.lines.length === 0 ? (
            <p className="empty">{t('spaceNothing')}</p>
          ) : (
            <ul className="todo">
              <TodoLines lines={page.awaiting.lines} base={base} />
              <Lines of={page.todo.lines} open={t('open')} />
            </ul>
          )}
          <TodoMore
            more={page.awaiting.total - page.awaiting.lines.length}
            all={page.awaiting.all}
            base={base}
          />
          {page.todo.more > 0 ? (
            <p className="small">
              <Link to={`/${page.slug}/espace/notifications`}>
                {t('todo.more', { count: page.todo.more })}
              </Link>
            </p>
          ) : null}
        </section>
        <section className="stack" aria-labelledby="recemment">
          <h2 id="recemment">{t('recent.heading')}</h2>
          {page.recent.length === 0 ? (
            <p className="empty">{t('spaceQuiet')}</p>
          ) : (
            <ol className="time">
              {page.recent.map((line) => (
                <li key={line.key}>
                  <span className="small muted">{line.on}</span>
                  <div>
                    <a href={line.to}>{line.title}</a>
                  </div>
                </li>
              ))}
            </ol>
          )}
        </section>
      </div>
      {page.dossiers.length > 0 ? (
        <section className="stack" aria-labelledby="dossiers">
          <h2 id="dossiers">{t('myDossiers')}</h2>
          <OwnLines lines={page.dossiers} />
          <p className="small">
            <Link to={`/${page.slug}/espace/dossiers`}>{t('myDossiersAll')}</Link>
          </p>
        </section>
      ) : null}
      <section className="stack" aria-labelledby="structures">
        <h2 id="structures">{t('yours')}</h2>
        {page.organisations.length === 0 ? (
          <div className="empty">
            <p>{t('none', { network: page.network })}</p>
            {page.directory ? (
              <Link className="btn" to={page.directory}>
                {t('findYours')}
              </Link>
            ) : null}
          </div>
        ) : (
          <ul className="cards">
            {page.organisations.map((organisation) => (
              <li key={organisation.id} className="card">
                <h3>
                  {organisation.own ? (
                    <Link to={organisation.own}>{organisation.name}</Link>
                  ) : organisation.page ? (
                    <Link to={organisation.page}>{organisation.name}</Link>
                  ) : (
                    organisation.name
                  )}
                </h3>
                <p className="muted">{organisation.page ? t('isPublished') : t('isNotPublished')}</p>
                <p className="small muted">{t('updatedOn', { date: organisation.updated })}</p>
              </li>
            ))}
          </ul>
        )}
        {page.organisations.some(({ own }) => own === null) ? (
          <p className="muted">{t('keptByTeam')}</p>
        ) : null}
        {page.requests.length > 0 ? (
          <>
            <h3>{t('asked')}</h3>
            <ul>
              {page.requests.map(({ id, organisation, on }) => (
                <li key={id}>{t('askedOn', { organisation, date: on })}</li>
              ))}
            </ul>
          </>
        ) : null}
      </section>
      {page.figures.length > 0 ? (
        <section className="stack" aria-labelledby="chiffres">
          <h2 id="chiffres">{t('figures')}</h2>
          <div className="figs">
            {page.figures.map(({ key, value }) => (
              <StatTile key={key} value={value} label={t(`spaceFigure.${key}`)} scope={page.network} />
            ))}
          </div>
        </section>
      ) : null}
      <VisibleBy who="youAndTeam" />
    </div>
  )
}

type Line = { key: string; title: string; on: string; to: string }

function Lines({ of, open }: { of: Line[]; open: string }) {
  return of.map((line) => (
    <li key={line.key}>
      <div className="grow">
        <strong>{line.title}</strong>
        <p className="small muted">{line.on}</p>
      </div>
      <a className="btn sm" href={line.to} aria-label={`${open} — ${line.title}`}>
        {open}
      </a>
    </li>
  ))
}
