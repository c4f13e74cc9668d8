import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** When somebody who knows last said that all of it is right. */
export function VerifiedCard({
  on,
  mayVerify,
  home,
}: {
  on: string | null
  mayVerify: boolean
  home: string
}) {
  const { t } = useTranslation('space')
  return (
    <Form method="post" action={`${home}/verifier`} className="card stack">
      <h2>{t('record.heading')}</h2>
      <p>{on ? t('verifiedOn', { date: on }) : t('neverVerified')}</p>
      {mayVerify ? (
        <button className="btn" type="submit">
          {t('record.verify')}
        </button>
      ) : null}
    </Form>
  )
}
