import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Field } from '../../ui/field.tsx'

/** What the holder says of what they changed, and the button that sends it back to the team. */
export function CorrectionAnswer({ typed }: { typed: string | undefined }) {
  const { t } = useTranslation('dispositifs')
  return (
    <section className="card stack" aria-labelledby="repondre">
      <h2 id="repondre">{t('holder.correction.answerTitle')}</h2>
      <Field name="reponse" label={t('holder.correction.answer')} optional>
        {(attributes) => (
          <textarea {...attributes} name="reponse" rows={3} maxLength={2000} defaultValue={typed} />
        )}
      </Field>
      <ConfirmSubmit
        label={t('holder.correction.send')}
        question={t('holder.correction.question')}
        consequence={t('holder.correction.consequence')}
        name="intent"
        value="repondre"
        main
      />
    </section>
  )
}
