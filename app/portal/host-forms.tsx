import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../ui/confirm-submit.tsx'
import { Field } from '../ui/field.tsx'
import type { Refused } from './colour-form.tsx'

type Host = { host: string; recordName: string; recordValue: string; verifiedOn: string | null }

/** Addresses of the network's own: declare one, place its record, have it looked for. */
export function HostForms({ hosts, refused }: { hosts: Host[]; refused: Refused }) {
  const { t } = useTranslation('portal')
  const told = (intent: string) =>
    refused?.intent === intent ? t(`desk:site.refusal.${refused.refusal.code}`) : undefined
  const fault = told('adresse-declarer')
  return (
    <section className="card stack" aria-labelledby="adresse">
      <h2 id="adresse">{t('desk:site.siteHost')}</h2>
      <p className="muted">{t('desk:site.siteHostHint')}</p>
      {hosts.map((one) => (
        <div key={one.host} className="stack">
          <h3>{one.host}</h3>
          {one.verifiedOn ? (
            <p className="tag ok">{t('desk:site.hostOpen', { date: one.verifiedOn })}</p>
          ) : (
            <>
              <p>{t('desk:site.hostSteps')}</p>
              <dl className="facts">
                <dt>{t('desk:site.recordName')}</dt>
                <dd>
                  <code>{one.recordName}</code>
                </dd>
                <dt>{t('desk:site.recordValue')}</dt>
                <dd>
                  <code>{one.recordValue}</code>
                </dd>
              </dl>
            </>
          )}
          {refused?.typed.host === one.host && told('adresse-verifier') ? (
            <p className="notice bad" role="alert">
              {told('adresse-verifier')}
            </p>
          ) : null}
          <form method="post" className="row">
            <input type="hidden" name="adresse" value={one.host} />
            <button className="btn primary" type="submit" name="intent" value="adresse-verifier">
              {t('desk:site.verifyHost', { host: one.host })}
            </button>
            <ConfirmSubmit
              label={t('desk:site.removeHost', { host: one.host })}
              question={t('desk:site.removeHostQuestion', { host: one.host })}
              consequence={t('desk:site.removeHostConsequence')}
              name="intent"
              value="adresse-retirer"
              danger
            />
          </form>
        </div>
      ))}
      <form method="post" className="stack">
        <Field label={t('desk:site.newHost')} hint={t('desk:site.newHostHint')} {...(fault ? { fault } : {})}>
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              name="adresse"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={fault ? refused?.typed.host : ''}
            />
          )}
        </Field>
        <button className="btn" type="submit" name="intent" value="adresse-declarer">
          {t('desk:site.declareHost')}
        </button>
      </form>
    </section>
  )
}
