import { useTranslation } from 'react-i18next'
import type { Proof } from '#server/identity/door/prove-oneself.server.ts'
import { Field } from '../ui/field.tsx'

/** The password again, or a recovery code for who has none; nothing for who has just signed in. */
export function ProofField({ proof, name }: { proof: Proof; name: string }) {
  const { t } = useTranslation('identity')
  if (proof === 'fresh') return null
  if (proof === 'code')
    return (
      <Field label={t('answer.code')} hint={t('answer.codeHint')}>
        {(attributes) => <input {...attributes} name={name} autoComplete="off" required />}
      </Field>
    )
  return (
    <Field label={t('passwordPage.current')}>
      {(attributes) => (
        <input {...attributes} type="password" name={name} autoComplete="current-password" required />
      )}
    </Field>
  )
}
