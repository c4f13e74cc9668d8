import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'

type Shown = { listing: string | null; hidden: boolean; mayPublish: boolean }

/** Whether the public sees it, and the button that changes it; what its people hid is not shown at a click. */
export function PublishCard({ listing, hidden, mayPublish }: Shown) {
  const { t } = useTranslation('crm')
  return (
    <Form method="post" className="card stack" id="publication">
      <h2>{t('directory')}</h2>
      <p>{t(listing ? 'publishedHelp' : hidden ? 'hiddenHelp' : 'unpublishedHelp')}</p>
      {listing ? <Link to={listing}>{t('seeListing')}</Link> : null}
      {mayPublish && hidden ? (
        <ConfirmSubmit
          label={t('publish')}
          question={t('showHidden')}
          consequence={t('showHiddenConsequence')}
          name="intent"
          value="montrer"
        />
      ) : mayPublish ? (
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
