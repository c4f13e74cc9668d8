import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { AWAITING } from '#server/awaiting.ts'
import { crm } from '#server/crm/permissions.ts'
import { JOURNAL_OBJECTS } from '#server/journal-objects.ts'
import { findStandIns } from '#server/kernel/absence/find-absences.server.ts'
import { findRecent } from '#server/kernel/audit/find-recent.server.ts'
import { today } from '#server/kernel/clock.ts'
import { may } from '#server/kernel/permissions.ts'
import { findTodo } from '#server/kernel/todo/find-todo.server.ts'
import { countFigures } from '#server/observatory/figure/count-figures.server.ts'
import { answering, guard } from '../guard.server.ts'
import { Done } from '../identity/team/done.tsx'
import { journalLines } from '../kernel/journal-view.server.ts'
import { nameOf } from '../shell.server.ts'
import { StatTile } from '../ui/stat-tile.tsx'
import { VisibleBy } from '../ui/visible-by.tsx'
import { TodoList } from './todo.tsx'
import { todoView } from './todo-view.server.ts'

const KEYS = ['organisations', 'actors', 'listed', 'members'] as const

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const { network, locale, clock } = ctx
  const day = today(clock, network.timeZone)
  const counts = await answering(args, () => countFigures(ctx, day, KEYS))
  const awaiting = await findTodo(ctx, AWAITING)
  const recent = await findRecent(ctx, JOURNAL_OBJECTS)
  const standIns = await findStandIns(ctx)
  const date = days(locale, network.timeZone)
  const number = new Intl.NumberFormat(locale)
  return {
    mayAdd: may(ctx, crm['organisation:write']),
    year: day.slice(0, 4),
    figures: {
      organisations: number.format(counts.organisations),
      actors: number.format(counts.actors),
      listed: number.format(counts.listed),
      members: number.format(counts.members),
    },
    today: date.format(clock.now()),
    todo: todoView(ctx, awaiting),
    recent: journalLines(recent, JOURNAL_OBJECTS, network, locale),
    standIns: standIns.map(({ backOn, ...one }) => ({
      ...one,
      back: days(locale, 'UTC', 'long').format(new Date(backOn)),
    })),
    slug: network.slug,
    network: nameOf(network),
    hasDirectory: network.modules.includes('directory'),
    name: ctx.account.name.split(' ')[0] ?? '',
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.network }]

export default function DeskHome() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('desk')
  const base = `/${page.slug}/bureau`
  const scope = t('scope', { date: page.today })
  const figures = [
    { key: 'organisations', value: page.figures.organisations, href: `${base}/structures`, scope },
    { key: 'actors', value: page.figures.actors, href: `${base}/chiffres/actors`, scope },
    ...(page.hasDirectory
      ? [{ key: 'listed', value: page.figures.listed, href: `/${page.slug}/annuaire`, scope }]
      : []),
    {
      key: 'members',
      value: page.figures.members,
      href: `${base}/chiffres/members`,
      scope: t('scopeYear', { year: page.year }),
    },
  ]
  return (
    <div className="stack">
      <div className="row">
        <h1 className="grow">{t('hello', { name: page.name })}</h1>
        {page.mayAdd ? (
          <Link className="btn primary" to={`${base}/structures/nouvelle`}>
            {t('newOrganisation')}
          </Link>
        ) : null}
      </div>
      <Done />
      {page.standIns.map(({ id, name, back, note }) => (
        <p key={id} className="notice">
          <strong>{t('standIn', { name, date: back })}</strong> {note}
        </p>
      ))}
      <div className="cols aside">
        <TodoList {...page.todo} base={base} />
        <section className="stack" aria-labelledby="recemment">
          <h2 id="recemment">{t('recent.heading')}</h2>
          {page.recent.length === 0 ? (
            <p className="empty">{t('recent.nothing')}</p>
          ) : (
            <ol className="time">
              {page.recent.map((line) => (
                <li key={line.id}>
                  <span className="small muted">{line.on}</span>
                  <div>{line.href ? <Link to={line.href}>{line.sentence}</Link> : line.sentence}</div>
                </li>
              ))}
            </ol>
          )}
        </section>
      </div>
      <section className="stack" aria-labelledby="chiffres">
        <h2 id="chiffres">{t('figures')}</h2>
        <div className="figs">
          {figures.map(({ key, ...figure }) => (
            <StatTile key={key} {...figure} label={t(`figure.${key}`)} />
          ))}
        </div>
      </section>
      <VisibleBy who="team" />
    </div>
  )
}
