import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { Field } from '../../ui/field.tsx'
import type { Refused } from '../refusal.server.ts'

type Key = { id: string; name: string; made: string; used: string | null }
type Props = { keys: Key[]; codesLeft: number; hasPassword: boolean; refused: Refused | undefined }

/** One's keys: renamed or removed in place; a browser left open cannot, where there is a password. */
export function PasskeyList({ keys, codesLeft, hasPassword, refused }: Props) {
  const { t } = useTranslation('identity')
  if (keys.length === 0) return <p className="empty">{t('passkeys.none')}</p>
  return (
    <>
      <ul className="stack">
        {keys.map((one) => (
          <li key={one.id} className="card stack">
            <div>
              <strong>{one.name}</strong>
              <div className="small muted">
                {t('passkeys.made', { date: one.made })}
                {'. '}
                {one.used ? t('passkeys.used', { date: one.used }) : t('passkeys.neverUsed')}
              </div>
            </div>
            <div className="row">
              <details>
                <summary className="btn sm">{t('passkeys.rename')}</summary>
                <Form method="post" className="stack">
                  <input type="hidden" name="key" value={one.id} />
                  <Field label={t('passkeys.name')}>
                    {(attributes) => (
                      <input {...attributes} name="name" defaultValue={one.name} maxLength={80} required />
                    )}
                  </Field>
                  <button className="btn" type="submit" name="intent" value="renommer">
                    {t('passkeys.save')}
                  </button>
                </Form>
              </details>
              <details open={refused?.typed.key === one.id && Boolean(refused.refusal)}>
                <summary className="btn sm">{t('passkeys.remove')}</summary>
                <Form method="post" className="notice stack">
                  <p>{t(keys.length === 1 ? 'passkeys.removeLast' : 'passkeys.removeOne')}</p>
                  <input type="hidden" name="key" value={one.id} />
                  <PasswordAgain asked={hasPassword} />
                  <button className="btn danger" type="submit" name="intent" value="retirer">
                    {t('passkeys.removeNow', { name: one.name })}
                  </button>
                </Form>
              </details>
            </div>
          </li>
        ))}
      </ul>
      <section className="card stack" aria-labelledby="codes">
        <h3 id="codes">{t('codes.title')}</h3>
        <p>
          {t('codes.left', { count: codesLeft })}{' '}
          {codesLeft < 3 ? <Badge tone="wait" label={t('codes.few')} /> : null}
        </p>
        <details>
          <summary className="btn sm">{t('codes.renew')}</summary>
          <Form method="post" className="stack">
            <p>{t('codes.renewHint')}</p>
            <PasswordAgain asked={hasPassword} />
            <button className="btn" type="submit" name="intent" value="codes">
              {t('codes.renewNow')}
            </button>
          </Form>
        </details>
      </section>
    </>
  )
}

/** The password again, or a recovery code for who has none. */
function PasswordAgain({ asked }: { asked: boolean }) {
  const { t } = useTranslation('identity')
  if (!asked)
    return (
      <Field label={t('answer.code')} hint={t('answer.codeHint')}>
        {(attributes) => <input {...attributes} name="password" autoComplete="off" required />}
      </Field>
    )
  return (
    <Field label={t('passwordPage.current')}>
      {(attributes) => (
        <input {...attributes} type="password" name="password" autoComplete="current-password" required />
      )}
    </Field>
  )
}
