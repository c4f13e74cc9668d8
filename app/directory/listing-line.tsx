import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { line } from './directory-view.server.ts'

/** One name to click, one line of what and where, one of why it matters. */
export function ListingLine(props: {
  item: ReturnType<typeof line>
  national: boolean
  /** The national search this line is of, so that its page leads back to it. */
  search?: string
}) {
  const { item, national, search } = props
  const { t } = useTranslation('directory')
  return (
    <li className="listing">
      <div className="avatar" aria-hidden="true">
        {item.initials}
      </div>
      <div>
        <h3>
          <Link
            to={
              search === undefined ? item.href : `${item.href}?${new URLSearchParams({ national: search })}`
            }
          >
            {item.name}
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
        {national ? <div className="small muted">{item.networks.join(' · ')}</div> : null}
      </div>
      <div>{item.member ? <span className="tag member">{t('member')}</span> : null}</div>
    </li>
  )
}
