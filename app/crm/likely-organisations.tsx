import { Link, useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { unasked } from '../ui/leave-warning.tsx'
import type { loader } from './likely.tsx'
import type { ShownLikely } from './likely-view.server.ts'

const PAUSE_MS = 250
const FIELDS = ['name', 'acronym', 'siren', 'rna', 'commune'] as const

/**
 * Under the name: the structures this one may already be, as it is typed. `asked`: those a first save
 * stopped at, with the button that says it is another one.
 */
export function LikelyOrganisations({ source, asked }: { source: string; asked: ShownLikely[] | null }) {
  const { t } = useTranslation('crm')
  const place = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const { load, data } = useFetcher<typeof loader>()
  useEffect(() => {
    const form = place.current?.closest('form')
    const read = (event: Event) => {
      const { name } = event.target as HTMLInputElement
      if (form && (FIELDS as readonly string[]).includes(name)) setQuery(queryOf(form))
    }
    form?.addEventListener('input', read)
    return () => form?.removeEventListener('input', read)
  }, [])
  useEffect(() => {
    if (!query) return
    const timer = setTimeout(() => load(`${source}?${query}`), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [query, source, load])
  const typing = query && data?.asked === query ? data.found : null
  const found = typing ?? asked ?? []
  return (
    <div ref={place} aria-live="polite">
      {found.length > 0 ? (
        <div className="notice stack" id="ressemblantes">
          <p>
            <strong>{t('likely.title', { count: found.length })}</strong>
          </p>
          <ul className="stack">
            {found.map(({ id, name, href, facts, why }) => (
              <li key={id}>
                {/* Opened instead of what was begun: nothing of it is asked about. */}
                <Link to={href} state={unasked}>
                  {name}
                </Link>{' '}
                <span className="tag">{why}</span>
                <div className="small muted">{facts}</div>
              </li>
            ))}
          </ul>
          {typing ? <input type="hidden" name="vues" value={found.map(({ id }) => id).join(' ')} /> : null}
          {asked && asked.length > 0 ? (
            <p>
              <button className="btn" type="submit" name="autre" value="oui">
                {t('likely.another')}
              </button>
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

/** What is typed so far, if it is enough to compare. */
function queryOf(form: HTMLFormElement): string {
  const typed = new FormData(form)
  const said = FIELDS.map((name) => [name, String(typed.get(name) ?? '').trim()] as const)
  const enough = said.some(([name, value]) => name !== 'commune' && value.length >= 3)
  return enough ? new URLSearchParams(said.map(([name, value]) => [name, value])).toString() : ''
}
