import { Link, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageOf } from './sorting.ts'

/** Where one is among the pages; the address keeps everything else. */
export function Pagination({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation('ui')
  const [query] = useSearchParams()
  if (pages <= 1) return null
  return (
    <nav className="row pages" aria-label={t('page.pages')}>
      <span className="muted grow num">{t('page.of', { page, pages })}</span>
      {page > 1 ? (
        <Link className="btn sm" rel="prev" to={pageOf(query, page - 1)}>
          {t('page.previous')}
        </Link>
      ) : null}
      {page < pages ? (
        <Link className="btn sm" rel="next" to={pageOf(query, page + 1)}>
          {t('page.next')}
        </Link>
      ) : null}
    </nav>
  )
}
