import { Form, Link, useNavigation, useSubmit } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Chips, Pages } from '../directory/directory.tsx'
import { ExportMenu } from '../directory/export-menu.tsx'
import { Facet } from '../directory/facet.tsx'
import { ViewSwitch } from '../directory/view-bar.tsx'
import type { PointMapView } from '../ui/point-map-view.ts'
import type { PanoramaView } from './panorama-view.server.ts'
import { ProjectLine } from './project-line.tsx'
import { PlacedProjects, WhereMap } from './where-map.tsx'

type Props = {
  view: PanoramaView
  places: PointMapView | null
  intro: string
  exportPath: string
  feed?: string
  national?: boolean
}

/** The projects and where they are; works without JavaScript: one GET form, its button, and links. */
export function Panorama({ view, places, intro, exportPath, feed, national = false }: Props) {
  const { t } = useTranslation('directory')
  const submit = useSubmit()
  const searching = useNavigation().state === 'loading'
  const { words } = view
  return (
    <div className={view.vue === 'deux' ? 'wrap page broad' : 'wrap page'}>
      <div className="row">
        <h1 className="grow">{words.heading}</h1>
        {feed ? (
          <a className="btn quiet" href={feed}>
            {words.feed}
          </a>
        ) : null}
        <ExportMenu path={exportPath} query={view.query} />
      </div>
      <p className="muted lead">{intro}</p>
      <div className="cols side">
        <Form
          method="get"
          role="search"
          aria-label={words.search}
          onChange={(event) => {
            if ((event.target as Element).matches('[type=checkbox]'))
              submit(event.currentTarget, { preventScrollReset: true })
          }}
        >
          {view.vue === 'liste' ? null : <input type="hidden" name="vue" value={view.vue} />}
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
            placeholder={words.placeholder}
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
          <div className="row view-bar">
            <h2 id="results" className="count grow" aria-live="polite">
              {view.count}
            </h2>
            <ViewSwitch view={view} />
          </div>
          {view.mended ? <p className="notice">{t('mended', { typed: view.q, used: view.mended })}</p> : null}
          {view.total === 0 ? <Nothing view={view} national={national} /> : null}
          {places === null && view.map.countries > 0 ? <WhereMap map={view.map} /> : null}
          <div className={`shown-${view.vue}`}>
            {view.vue === 'carte' ? null : (
              <div>
                <ul className="listings projects">
                  {view.items.map((item) => (
                    <ProjectLine key={item.href} item={item} />
                  ))}
                </ul>
                <Pages view={view} />
              </div>
            )}
            {places && view.total > 0 ? (
              <div className="map-side">
                <PlacedProjects
                  places={places}
                  countries={view.map}
                  query={view.query}
                  beside={view.vue === 'deux'}
                />
              </div>
            ) : null}
          </div>
        </section>
      </div>
    </div>
  )
}

function Nothing({ view, national }: { view: PanoramaView; national: boolean }) {
  const { words, searched, query } = view
  return (
    <div className="empty">
      <p>{searched ? words.nothing : words.empty}</p>
      {searched ? (
        <p>
          <Link to={view.all}>{words.seeAll}</Link>
        </p>
      ) : null}
      {national ? null : (
        <p>
          <Link to={`/projets${query ? `?${query}` : ''}`}>{words.everywhere}</Link>
        </p>
      )}
    </div>
  )
}
