import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type ChangeLine, ChangeLines } from '../../space/change-lines.tsx'

/** What one prepared or sent, and the way to give it up. */
export function OwnChanges({ waits, changes }: { waits: boolean; changes: ChangeLine[] }) {
  const { t } = useTranslation('space')
  return (
    <section className="card stack" aria-labelledby="changements">
      <h2 id="changements">{t('whatChanges')}</h2>
      <p>{t(waits ? 'projects.waits' : 'projects.draft')}</p>
      {changes.length > 0 ? <ChangeLines lines={changes} caption={t('whatChanges')} /> : null}
      <Form method="post">
        <button className="btn" type="submit" name="intent" value="abandonner">
          {t('discard')}
        </button>
      </Form>
    </section>
  )
}
