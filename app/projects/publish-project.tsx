import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** Whether the public sees it, what is missing for that, and the button that decides. */
export function PublishProject(props: { publicPage: string | null; mayPublish: boolean; lacks: string[] }) {
  const { publicPage, mayPublish, lacks } = props
  const { t } = useTranslation('projects')
  return (
    <Form method="post" className="card stack">
      <h2>{t('panorama.heading')}</h2>
      <p>{t(publicPage ? 'publish.isPublic' : 'publish.isDraft')}</p>
      {publicPage ? <Link to={publicPage}>{t('publish.see')}</Link> : null}
      {!publicPage && lacks.length > 0 ? (
        <>
          <p>{t('publish.lacks')}</p>
          <ul>
            {lacks.map((lack) => (
              <li key={lack}>{t(`lacks.${lack}`)}</li>
            ))}
          </ul>
        </>
      ) : mayPublish ? (
        <button
          className={publicPage ? 'btn' : 'btn primary'}
          type="submit"
          name="intent"
          value={publicPage ? 'retirer' : 'publier'}
        >
          {t(publicPage ? 'publish.withdraw' : 'publish.publish')}
        </button>
      ) : (
        <p className="muted">{t('publish.byOthers')}</p>
      )}
    </Form>
  )
}
