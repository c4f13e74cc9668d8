import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Field } from '../../ui/field.tsx'

/** Two ways not to read a file: a tie, said in one click, or a hindrance, said in words. */
export function GiveUp({ refused }: { refused: { motif: string; fault: string } | null }) {
  const { t } = useTranslation('dispositifs')
  return (
    <section className="card stack" aria-labelledby="ne-pas-lire">
      <h2 id="ne-pas-lire">{t('jury.recuse.title')}</h2>
      <p>{t('jury.recuse.lead')}</p>
      <Form method="post">
        <ConfirmSubmit
          label={t('jury.recuse.do')}
          question={t('jury.recuse.question')}
          consequence={t('jury.recuse.consequence')}
          name="intent"
          value="deporter"
        />
      </Form>
      <details open={refused ? true : undefined}>
        <summary>{t('jury.handOver.title')}</summary>
        <Form method="post" className="stack form">
          <p className="small muted">{t('jury.handOver.lead')}</p>
          <Field label={t('jury.handOver.reason')} fault={refused ? t(`faults.${refused.fault}`) : undefined}>
            {(attributes) => (
              <textarea
                {...attributes}
                name="motif"
                rows={2}
                maxLength={1000}
                defaultValue={refused?.motif}
              />
            )}
          </Field>
          <div className="row">
            <button className="btn" type="submit" name="intent" value="rendre">
              {t('jury.handOver.do')}
            </button>
          </div>
        </Form>
      </details>
    </section>
  )
}
