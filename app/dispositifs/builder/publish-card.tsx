import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Field } from '../../ui/field.tsx'
import { EffectList, type ToldEffect } from './effect-list.tsx'
import type { ToldFault } from './form-faults.ts'

type Page = { isDraft: boolean; number: number; seen: string; faults: ToldFault[]; effects: ToldEffect[] }

/** Where the draft stands: what is still wrong with it, what it changes, and the two ways out. */
export function PublishCard({ page, kind }: { page: Page; kind: 'form' | 'rules' | 'grid' }) {
  const { t } = useTranslation('dispositifs')
  const { isDraft, number, seen, faults, effects } = page
  if (!isDraft) return <p className="muted">{t('papers.builder.inForce', { number })}</p>
  return (
    <section className="card stack" aria-labelledby="brouillon">
      <h2 id="brouillon">{t('papers.builder.draft', { number })}</h2>
      <p className="small muted">{t('papers.builder.draftKept')}</p>
      {faults.length > 0 ? (
        <div className="notice bad" role="alert">
          <p>{t('papers.builder.faults', { count: faults.length })}</p>
          <ul>
            {faults.map(({ key, what, label, message }) => (
              <li key={`${key} ${message}`}>
                {key ? (
                  <Link to={`?${what}=${key}#modifier`}>
                    {t('form.faultAt', { field: label, fault: t(`faults.${message}`) })}
                  </Link>
                ) : (
                  t(`faults.${message}`)
                )}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {kind === 'form' ? <EffectList effects={effects} /> : null}
      <Form method="post" className="stack">
        <input type="hidden" name="vu" value={seen} />
        {faults.length === 0 ? (
          <Field name="note" label={t('papers.builder.note')} hint={t('papers.builder.noteHint')} optional>
            {(attributes) => <input {...attributes} name="note" maxLength={500} autoComplete="off" />}
          </Field>
        ) : null}
        <div className="row">
          {faults.length === 0 ? (
            <ConfirmSubmit
              label={t('papers.builder.publish')}
              question={t('papers.builder.publishAsk', { number })}
              consequence={t('papers.builder.publishMeans')}
              name="acte"
              value="publier"
              main
            />
          ) : null}
          <ConfirmSubmit
            label={t('papers.builder.discard')}
            question={t('papers.builder.discardAsk')}
            consequence={t('papers.builder.discardMeans')}
            name="acte"
            value="abandonner"
          />
        </div>
      </Form>
    </section>
  )
}
