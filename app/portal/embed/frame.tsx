import type { ReactNode } from 'react'
import { useNonce } from '../../ui/nonce.ts'

export type FrameSearchView = {
  q: string
  hidden: [string, string][]
  facets: { key: string; label: string; chosen: string; choices: { value: string; label: string }[] }[]
  words: { keyword: string; search: string; filters: string; any: string }
}

/** What every frame of another site holds around its own part. */
export function Frame(props: {
  title: string
  demo: string | null
  search: FrameSearchView | null
  total: string | null
  whole: { href: string; label: string; target: '_blank' | '_parent' } | null
  children: ReactNode
}) {
  const { title, demo, search, total, whole, children } = props
  const nonce = useNonce()
  return (
    <main id="contenu" className="frame stack">
      <h1 className="sr-only">{title}</h1>
      {demo ? <p className="small muted">{demo}</p> : null}
      {search ? <Search {...search} /> : null}
      {total ? <h2 className="count">{total}</h2> : null}
      {children}
      {whole ? (
        <p className="small">
          <a href={whole.href} target={whole.target} rel="noopener">
            {whole.label}
          </a>
        </p>
      ) : null}
      <script src="/embed/cadre.js" async nonce={nonce} suppressHydrationWarning />
    </main>
  )
}

/** A plain form: a frame's every search is a page. */
function Search({ q, hidden, facets, words }: FrameSearchView) {
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

/** Where one is in a long list, and the next page of it. */
export function FramePages(props: {
  range: string | null
  previous: string | null
  next: string | null
  words: { previous: string; next: string }
}) {
  const { range, previous, next, words } = props
  if (!range) return null
  return (
    <nav className="row" aria-label={range}>
      <span className="muted grow">{range}</span>
      {previous ? (
        <a className="btn sm" rel="prev" href={previous}>
          {words.previous}
        </a>
      ) : null}
      {next ? (
        <a className="btn sm" rel="next" href={next}>
          {words.next}
        </a>
      ) : null}
    </nav>
  )
}
