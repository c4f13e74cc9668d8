import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Field } from '../../ui/field.tsx'

const INTENTS = { withdrawn: 'retirer', renounced: 'desister', done: 'realiser' } as const

type Props = { next: string[]; refused: { code: string; reason: string } | undefined }

/** What ends a dossier, or its action: each asked before it is done. */
export function EndForms({ next, refused }: Props) {
  const { t } = useTranslation('dispositifs')
  const may = (to: keyof typeof INTENTS) => next.includes(to)
  if (next.length === 0) return null
  const ask = (to: keyof typeof INTENTS, danger: boolean) => (
    <ConfirmSubmit
      label={t(`holder.end.${to}`)}
      question={t(`holder.end.${to}Question`)}
      consequence={t(`holder.end.${to}Consequence`)}
      name="intent"
      value={INTENTS[to]}
      danger={danger}
    />
  )
  return (
    <section className="card stack" aria-labelledby="fin">
      <h2 id="fin">{t('holder.end.title')}</h2>
      {may('done') ? <Form method="post">{ask('done', false)}</Form> : null}
      {may('withdrawn') ? <Form method="post">{ask('withdrawn', true)}</Form> : null}
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
          {ask('renounced', true)}
        </Form>
      ) : null}
    </section>
  )
}
