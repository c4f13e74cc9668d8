import { Form, Link, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { DossierSearch } from '#server/dispositifs/dossier/find-dossiers.schema.ts'

/** What another filter starts again: the page one was on, and what has just been done. */
const NEW_LIST = ['page', 'fait']

/** Which dossiers of a session are shown. Columns and order stay as they were chosen. */
export function DossierFilters(props: {
  search: DossierSearch
  counts: { state: string; count: number }[]
  all: number
}) {
  const { search, counts, all } = props
  const { t } = useTranslation('dispositifs')
  const [query] = useSearchParams()
  const withState = (state: string | null) => {
    const next = new URLSearchParams(query)
    for (const name of [...NEW_LIST, 'etat']) next.delete(name)
    if (state) next.set('etat', state)
    return `?${next}`
  }
  const kept = [...query].filter(([name]) => ![...NEW_LIST, 'q', 'suivi'].includes(name))
  return (
    <>
      {search.counted ? (
        <p className="notice">
          {t(`figures.shown.${search.counted}`)} <Link to="?">{t('seeAll')}</Link>
        </p>
      ) : null}
      {counts.length > 1 ? (
        <nav className="chips" aria-label={t('column.state')}>
          <Link
            className="chip"
            to={withState(null)}
            aria-current={search.states.length === 0 ? 'true' : undefined}
          >
            {t('everyState', { count: all })}
          </Link>
          {counts.map(({ state, count }) => (
            <Link
              key={state}
              className="chip"
              to={withState(state)}
              aria-current={search.states.some((one) => one === state) ? 'true' : undefined}
            >
              {t('stateCount', { state: t(`state.${state}`), count })}
            </Link>
          ))}
        </nav>
      ) : null}
      <Form method="get" role="search" className="row search" key={JSON.stringify(search)}>
        <input
          className="grow"
          type="search"
          name="q"
          defaultValue={search.q}
          aria-label={t('searchLabel')}
          placeholder={t('searchHint')}
        />
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <select name="suivi" defaultValue={search.assignee ?? ''} aria-label={t('column.assignee')}>
          <option value="">{t('anybody')}</option>
          <option value="me">{t('mine')}</option>
          <option value="none">{t('nobody')}</option>
        </select>
        <button className="btn" type="submit">
          {t('search')}
        </button>
      </Form>
    </>
  )
}
