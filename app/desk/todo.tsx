import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

type Line = { kind: string; title: string; since: string | null; due: string; late: boolean; path: string }

type All = { name: string; path: string; total: number }

/** « À faire »: what awaits me, each with its reason, its date and one button. */
export function TodoList(given: { lines: Line[]; total: number; all: All[]; base: string }) {
  const { lines, total, all, base } = given
  const { t } = useTranslation('desk')
  return (
    <section className="stack" aria-labelledby="a-faire">
      <h2 id="a-faire">{t('todo.heading')}</h2>
      {lines.length === 0 ? (
        <p className="empty">{t('todo.nothing')}</p>
      ) : (
        <ul className="todo">
          <TodoLines lines={lines} base={base} />
        </ul>
      )}
      <TodoMore more={total - lines.length} all={all} base={base} />
    </section>
  )
}

/** Each with its reason, since or until when, and one button. */
export function TodoLines({ lines, base }: { lines: Line[]; base: string }) {
  const { t } = useTranslation('desk')
  return lines.map((line) => (
    <li key={`${line.kind} ${line.path} ${line.title}`}>
      <div className="grow">
        <strong>{line.title}</strong>
        <p className="small muted">
          {t(`todo.why.${line.kind}`)}
          {line.since ? ` — ${t('todo.since', { date: line.since })}` : null}
        </p>
        {line.due ? <p className={line.late ? 'small fault' : 'small'}>{line.due}</p> : null}
      </div>
      <Link
        className="btn sm"
        to={`${base}/${line.path}`}
        aria-label={`${t(`todo.do.${line.kind}`)} — ${line.title}`}
      >
        {t(`todo.do.${line.kind}`)}
      </Link>
    </li>
  ))
}

/** How many more there are, and how many of each kind, where they are listed. */
export function TodoMore({ more, all, base }: { more: number; all: All[]; base: string }) {
  const { t } = useTranslation('desk')
  if (more <= 0) return null
  return (
    <p className="row small">
      <span className="muted">{t('todo.more', { count: more })}</span>
      {all
        .filter(({ path }, at) => all.findIndex((other) => other.path === path) === at)
        .map(({ name, path }) => (
          <Link key={name} to={`${base}/${path}`}>
            {t('todo.allOf', {
              what: t(`todo.all.${name}`),
              total: all.reduce((sum, one) => (one.path === path ? sum + one.total : sum), 0),
            })}
          </Link>
        ))}
    </p>
  )
}
