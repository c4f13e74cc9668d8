import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Field } from '../../ui/field.tsx'
import type { TemplateSide } from './template-side.tsx'

/** A dispositif given to the other networks as a template, version after version. */
export function ShareCard({ page, note }: { page: TemplateSide; note: string | undefined }) {
  const { t } = useTranslation('dispositifs')
  const { shared, code } = page
  const isShared = shared?.now ?? false
  if (!page.mayShare && !shared) return null
  return (
    <section className="card stack" aria-labelledby="partager">
      <h2 id="partager">{t('templates.shareTitle')}</h2>
      {shared ? (
        <p>
          {t(isShared ? 'templates.sharedNow' : 'templates.sharedOnce', {
            ...{ version: shared.version, on: shared.publishedAt },
          })}
        </p>
      ) : null}
      <p>{t('templates.shareMeans')}</p>
      {page.mayShare ? (
        <Form method="post" className="stack form">
          <Field name="note" label={t('papers.builder.note')} hint={t('templates.noteHint')} optional>
            {(attributes) => (
              <input {...attributes} name="note" maxLength={500} defaultValue={note} autoComplete="off" />
            )}
          </Field>
          <label className="check">
            <input type="checkbox" name="courriers" value="oui" />
            <span>{t('templates.withLetters')}</span>
          </label>
          <div className="row">
            <ConfirmSubmit
              label={t(shared ? 'templates.shareNext' : 'templates.share')}
              question={t('templates.shareAsk', { code })}
              consequence={t('templates.shareConsequence')}
              name="acte"
              value="partager"
              main
            />
            {isShared ? (
              <ConfirmSubmit
                label={t('templates.withdraw')}
                question={t('templates.withdrawAsk', { code })}
                consequence={t('templates.withdrawMeans')}
                name="acte"
                value="retirer"
              />
            ) : null}
          </div>
        </Form>
      ) : null}
    </section>
  )
}
