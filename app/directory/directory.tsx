import { Form, Link, useNavigation, useSubmit } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { DirectoryView } from './directory-view.server.ts'
import { ExportMenu } from './export-menu.tsx'
import { Facet } from './facet.tsx'
import { ListingLine } from './listing-line.tsx'
import { type DirectoryMap, MapPanel } from './map-panel.tsx'
import type { UnidentifiedNote } from './unidentified.server.ts'
import { Unidentified } from './unidentified.tsx'
import { ViewBar } from './view-bar.tsx'

type DirectoryProps = {
  view: DirectoryView
  map: DirectoryMap | null
  intro: string
  exportPath: string
  /** Across networks. */
  national?: { unidentified: UnidentifiedNote | null }
}

/** The list works without JavaScript: one GET form, its button, and links. */
export function Directory({ view, map, intro, exportPath, national }: DirectoryProps) {
  const { t } = useTranslation('directory')
  const submit = useSubmit()
  const searching = useNavigation().state === 'loading'
  return (
    <div className={view.vue === 'deux' ? 'wrap page broad' : 'wrap page'}>
      <div className="row">
        <h1 className="grow">{t(national ? 'nationalHeading' : 'heading')}</h1>
        <Link className="btn quiet" to="statistiques">
          {t('stats.see')}
        </Link>
        <ExportMenu path={exportPath} query={view.query} print={national ? undefined : view.printed} />
      </div>
      <p className="muted lead">
        {intro} {national ? null : <Link to="inscription">{t('register')}</Link>}
      </p>
      <div className="cols side">
        <Form
          method="get"
          role="search"
          aria-label={t('searchLabel')}
          onChange={(event) => {
            if ((event.target as Element).matches('[type=checkbox]'))
              submit(event.currentTarget, { preventScrollReset: true })
          }}
        >
          {view.vue === 'liste' ? null : <input type="hidden" name="vue" value={view.vue} />}
          {view.member === null ? null : <input type="hidden" name="member" value={view.member} />}
          <label className="field-label" htmlFor="q">
            {t('keyword')}
          </label>
          {/* Remounted when the address changes, so that Back shows what was searched then. */}
          <input
            key={view.q}
            id="q"
            type="search"
            name="q"
            defaultValue={view.q}
            maxLength={200}
            placeholder={t('placeholder')}
          />
          <button className="btn primary wide" type="submit">
            {t('search')}
          </button>
          <Chips view={view} />
          <details className="filters">
            <summary>
              {view.chips.length > 0 ? t('filtersChosen', { count: view.chips.length }) : t('filters')}
            </summary>
            {view.facets.map((facet) => (
              <Facet key={facet.key} facet={facet} />
            ))}
            <button className="btn wide" type="submit">
              {t('apply')}
            </button>
          </details>
        </Form>
        <section aria-labelledby="results" aria-busy={searching}>
          <ViewBar view={view} />
          <h2 id="results" className="count" aria-live="polite">
            {t('count', { count: view.total })}
          </h2>
          {national ? <Unidentified note={national.unidentified} /> : null}
          {view.mended ? <p className="notice">{t('mended', { typed: view.q, used: view.mended })}</p> : null}
          {view.total === 0 ? (
            <NothingFound all={view.all} elsewhere={national ? null : `/annuaire?${view.query}`} />
          ) : null}
          <div className={`shown-${view.vue}`}>
            {view.vue === 'carte' ? null : (
              <div>
                <ul className="listings">
                  {view.items.map((item) => (
                    <ListingLine key={item.href} item={item} />
                  ))}
                </ul>
                <Pages view={view} />
              </div>
            )}
            {map ? (
              <div className="map-side">
                <MapPanel map={map} query={view.query} beside={view.vue === 'deux'} />
              </div>
            ) : null}
          </div>
        </section>
      </div>
    </div>
  )
}

/** What a search shows of itself, whatever it is of. */
type Searched = Pick<DirectoryView, 'total' | 'first' | 'last' | 'previous' | 'next' | 'all'> & {
  chips: { key: string; value: string; label: string; without: string }[]
}

export function Chips({ view }: { view: Pick<Searched, 'chips' | 'all'> }) {
  const { t } = useTranslation('directory')
  if (view.chips.length === 0) return null
  return (
    <ul className="chips" aria-label={t('chosen')}>
      {view.chips.map((chip) => (
        <li key={chip.key + chip.value}>
          <Link className="tag member" to={chip.without} aria-label={t('remove', { label: chip.label })}>
            {chip.label} <span aria-hidden="true">{t('cross')}</span>
          </Link>
        </li>
      ))}
      <li>
        <Link className="small" to={view.all}>
          {t('clear')}
        </Link>
      </li>
    </ul>
  )
}

function NothingFound({ all, elsewhere }: { all: string; elsewhere: string | null }) {
  const { t } = useTranslation('directory')
  return (
    <div className="empty">
      <p>{t('nothing')}</p>
      <p>
        <Link to={all}>{t('seeAll')}</Link>
      </p>
      {elsewhere ? (
        <p>
          <Link to={elsewhere}>{t('searchEverywhere')}</Link>
        </p>
      ) : null}
    </div>
  )
}

export function Pages({ view }: { view: Omit<Searched, 'chips' | 'all'> }) {
  const { t } = useTranslation('directory')
  if (view.total === 0) return null
  return (
    <nav className="row pages" aria-label={t('pages')}>
      <span className="muted grow">
        {t('range', { first: view.first, last: view.last, total: view.total })}
      </span>
      {view.previous ? (
        <Link className="btn sm" rel="prev" to={view.previous}>
          {t('previous')}
        </Link>
      ) : null}
      {view.next ? (
        <Link className="btn sm" rel="next" to={view.next}>
          {t('next')}
        </Link>
      ) : null}
    </nav>
  )
}
