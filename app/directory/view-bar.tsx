import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { DirectoryView } from './directory-view.server.ts'

/** Who is shown (all, or members), and how: addresses, so that each is shared and gone back to. */
export function ViewBar({ view }: { view: DirectoryView }) {
  const { t } = useTranslation('directory')
  return (
    <div className="row view-bar">
      <nav className="tab-links grow" aria-label={t('tabs.label')}>
        {view.tabs.map((tab) => (
          <Link key={tab.key} to={tab.href} aria-current={tab.here ? 'page' : undefined} preventScrollReset>
            {t(`tabs.${tab.key}`)} <span className="c">{t('number', { value: tab.count })}</span>
          </Link>
        ))}
      </nav>
      <ViewSwitch view={view} />
    </div>
  )
}

/** The list, the map, or both where there is room for both. */
export function ViewSwitch({ view }: { view: Pick<DirectoryView, 'vue' | 'views'> }) {
  const { t } = useTranslation('directory')
  return (
    <nav className="switch" aria-label={t('view.label')}>
      {view.views.map(({ key, href }) => (
        <Link
          key={key}
          to={href}
          className={key === 'deux' ? 'wide-only' : undefined}
          aria-current={key === view.vue ? 'page' : undefined}
          preventScrollReset
        >
          {t(`view.${key}`)}
        </Link>
      ))}
    </nav>
  )
}
