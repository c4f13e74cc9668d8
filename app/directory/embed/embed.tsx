import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicNetwork } from '../../guard.server.ts'
import { frameHeaders } from '../../portal/embed/frame.server.ts'
import { useNonce } from '../../ui/nonce.ts'
import { MapPanel } from '../map-panel.tsx'
import { type EmbedView, embedView } from './embed-view.server.ts'

/** The directory, its list or its map, to be shown by another site. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'directory')
  const kind = new URL(args.request.url).pathname.replace(/\.data$/, '').endsWith('/carte')
    ? 'carte'
    : 'annuaire'
  return data(await embedView(args, ctx, kind), { headers: await frameHeaders(ctx.network) })
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Embed() {
  const page = useLoaderData<typeof loader>()
  const nonce = useNonce()
  return (
    <main id="contenu" className="frame stack">
      <h1 className="sr-only">{page.title}</h1>
      {page.words.demo ? <p className="small muted">{page.words.demo}</p> : null}
      {page.free ? <Search page={page} /> : null}
      <h2 className="count">{page.total}</h2>
      {page.map ? <MapPanel map={page.map} query={page.query} beside={false} /> : <Lines page={page} />}
      <p className="small">
        <a href={page.whole.href} target={page.target} rel="noopener">
          {page.whole.label}
        </a>
      </p>
      <script src="/embed/cadre.js" async nonce={nonce} suppressHydrationWarning />
    </main>
  )
}

/** A plain form: a frame's every search is a page. */
function Search({ page: { q, hidden, facets, words } }: { page: EmbedView }) {
  return (
    <form method="get">
      {hidden.map(([name, value]) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
      <div className="row">
        <input
          className="grow"
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          aria-label={words.keyword}
          placeholder={words.keyword}
        />
        <button className="btn primary" type="submit">
          {words.search}
        </button>
      </div>
      <details className="frame-filters" open={facets.some(({ chosen }) => chosen !== '')}>
        <summary>{words.filters}</summary>
        <div className="frame-choices">
          {facets.map(({ key, label, chosen, choices }) => (
            <label key={key}>
              <span className="field-label">{label}</span>
              <select name={key} defaultValue={chosen}>
                <option value="">{words.any}</option>
                {choices.map(({ value, label: choice }) => (
                  <option key={value} value={value}>
                    {choice}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </details>
    </form>
  )
}

function Lines({ page }: { page: EmbedView }) {
  const { items, words, target } = page
  return (
    <>
      {items.length === 0 ? <p className="empty">{words.nothing}</p> : null}
      <ul className="listings">
        {items.map((item) => (
          <li className="listing" key={item.href}>
            <div className="avatar" aria-hidden="true">
              {item.initials}
            </div>
            <div>
              <h3>
                <a href={item.href} target={target} rel="noopener">
                  {item.name}
                </a>
              </h3>
              <div className="muted">{item.what}</div>
              <div>{[item.countries, item.sectors].filter(Boolean).join(' — ')}</div>
            </div>
            <div>{item.member ? <span className="tag member">{words.member}</span> : null}</div>
          </li>
        ))}
      </ul>
      {page.range ? (
        <nav className="row" aria-label={page.range}>
          <span className="muted grow">{page.range}</span>
          {page.previous ? (
            <a className="btn sm" rel="prev" href={page.previous}>
              {words.previous}
            </a>
          ) : null}
          {page.next ? (
            <a className="btn sm" rel="next" href={page.next}>
              {words.next}
            </a>
          ) : null}
        </nav>
      ) : null}
    </>
  )
}
