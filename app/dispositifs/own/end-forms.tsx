import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Field } from '../../ui/field.tsx'

const INTENTS = { withdrawn: 'retirer', renounced: 'desister' } as const

type Props = { next: string[]; refused: { code: string; reason: string } | undefined }

/** What ends a dossier before its time: each asked before it is done. */
export function EndForms({ next, refused }: Props) {
  const { t } = useTranslation('dispositifs')
  const may = (to: keyof typeof INTENTS) => next.includes(to)
  if (!may('withdrawn') && !may('renounced')) return null
  const ask = (to: keyof typeof INTENTS) => (
    <ConfirmSubmit
      label={t(`holder.end.${to}`)}
      question={t(`holder.end.${to}Question`)}
      consequence={t(`holder.end.${to}Consequence`)}
      name="intent"
      value={INTENTS[to]}
      danger
    />
  )
  return (
    <section className="card stack" aria-labelledby="fin">
      <h2 id="fin">{t('holder.end.title')}</h2>
      {may('withdrawn') ? <Form method="post">{ask('withdrawn')}</Form> : null}
      {may('renounced') ? (
        <Form method="post" className="stack form">
          <Field
            name="motif"
            label={t('holder.end.reason')}
            fault={refused?.code === 'reason_missing' ? t('faults.reason_missing') : undefined}
          >
            {(attributes) => (
              <textarea
                {...attributes}
                name="motif"
                rows={3}
                maxLength={2000}
                defaultValue={refused?.reason}
              />
            )}
          </Field>
          {ask('renounced')}
        </Form>
      ) : null}
    </section>
  )
}
