import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** Whether the public sees it, and the button that changes it. */
export function PublishCard({ listing, mayPublish }: { listing: string | null; mayPublish: boolean }) {
  const { t } = useTranslation('crm')
  return (
    <Form method="post" className="card stack">
      <h2>{t('directory')}</h2>
      <p>{t(listing ? 'publishedHelp' : 'unpublishedHelp')}</p>
      {listing ? <Link to={listing}>{t('seeListing')}</Link> : null}
      {mayPublish ? (
        <button
          className={listing ? 'btn' : 'btn primary'}
          type="submit"
          name="intent"
          value={listing ? 'retirer' : 'publier'}
        >
          {t(listing ? 'unpublish' : 'publish')}
        </button>
      ) : (
        <p className="muted">{t('publishedByOthers')}</p>
      )}
    </Form>
  )
}
