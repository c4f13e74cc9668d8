import { useTranslation } from 'react-i18next'

/** Says that nothing here is real, and where the mails go that nobody receives. */
export function DemoBanner() {
  const { t } = useTranslation('common')
  return (
    <aside className="demo">
      {t('demo')}{' '}
      <a href="/dev/outbox" style={{ color: 'inherit' }}>
        {t('seeMails')}
      </a>
    </aside>
  )
}
