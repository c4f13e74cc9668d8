import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { line } from './directory-view.server.ts'

type Line = ReturnType<typeof line> & {
  /** Across networks: the sites that publish it, the one its name leads to first. */
  elsewhere?: { said: string; site: string; pages: { name: string; href: string; told: string }[] }
}

/** One name to click, one line of what and where, one of why it matters. */
export function ListingLine({ item }: { item: Line }) {
  const { t } = useTranslation('directory')
  const { elsewhere } = item
  return (
    <li className="listing">
      <div className="avatar" aria-hidden="true">
        {item.initials}
      </div>
      <div>
        <h3>
          <Link to={elsewhere?.pages[0]?.href ?? item.href}>
            {item.name}
            {elsewhere ? <span className="sr-only"> {elsewhere.site}</span> : null}
          </Link>
          {item.acronym ? <span className="muted"> {t('inBrackets', { text: item.acronym })}</span> : null}
        </h3>
        <div className="muted">{item.what}</div>
        {item.countries || item.sectors ? (
          <div>
            {item.countries}
            {item.moreCountries > 0 ? ` ${t('andMore', { count: item.moreCountries })}` : ''}
            {item.sectors ? (
              <span className="muted">{`${item.countries ? ' — ' : ''}${item.sectors}`}</span>
            ) : null}
          </div>
        ) : null}
        {elsewhere ? (
          <div className="small muted sites">
            {elsewhere.said}
            {elsewhere.pages.map((page) => (
              <Link key={page.href} className="tag" to={page.href} aria-label={page.told}>
                {page.name}
              </Link>
            ))}
          </div>
        ) : null}
      </div>
      <div>{item.member ? <span className="tag member">{t('member')}</span> : null}</div>
    </li>
  )
}
