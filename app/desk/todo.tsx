import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

type Line = { kind: string; title: string; since: string | null; path: string }

type All = { name: string; path: string }

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
          {lines.map((line) => (
            <li key={line.path}>
              <div className="grow">
                <strong>{line.title}</strong>
                <p className="small muted">
                  {t(`todo.why.${line.kind}`)}
                  {line.since ? ` — ${t('todo.since', { date: line.since })}` : null}
                </p>
              </div>
              <Link
                className="btn sm"
                to={`${base}/${line.path}`}
                aria-label={`${t(`todo.do.${line.kind}`)} — ${line.title}`}
              >
                {t(`todo.do.${line.kind}`)}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {total > lines.length ? (
        <p className="row small">
          <span className="muted">{t('todo.more', { count: total - lines.length })}</span>
          {all
            .filter(({ path }, at) => all.findIndex((other) => other.path === path) === at)
            .map(({ name, path }) => (
              <Link key={name} to={`${base}/${path}`}>
                {t(`todo.all.${name}`)}
              </Link>
            ))}
        </p>
      ) : null}
    </section>
  )
}
