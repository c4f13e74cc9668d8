import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Proof } from '#server/identity/door/prove-oneself.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { Field } from '../../ui/field.tsx'
import { ProofField } from '../proof-field.tsx'
import type { Refused } from '../refusal.server.ts'
import { useFault } from '../refusal.tsx'

type Key = { id: string; name: string; made: string; used: string | null }
type Props = { keys: Key[]; codesLeft: number; proof: Proof; refused: Refused | undefined }

/** One's keys: renamed or removed in place; a browser left open cannot, where there is a password. */
export function PasskeyList({ keys, codesLeft, proof, refused }: Props) {
  const { t } = useTranslation('identity')
  const fault = useFault(refused)
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
              <details open={refused?.typed.key === one.id && Boolean(refused.fields.name)}>
                <summary className="btn sm">{t('passkeys.rename')}</summary>
                <Form method="post" className="stack">
                  <input type="hidden" name="key" value={one.id} />
                  <Field
                    label={t('passkeys.name')}
                    fault={refused?.typed.key === one.id ? fault('name') : undefined}
                  >
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
                  <p>
                    {t(
                      keys.length > 1
                        ? 'passkeys.removeOne'
                        : proof === 'password'
                          ? 'passkeys.removeLast'
                          : 'passkeys.removeLastByLink',
                    )}
                  </p>
                  <input type="hidden" name="key" value={one.id} />
                  <ProofField proof={proof} name="password" />
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
            <ProofField proof={proof} name="password" />
            <button className="btn" type="submit" name="intent" value="codes">
              {t('codes.renewNow')}
            </button>
          </Form>
        </details>
      </section>
    </>
  )
}
