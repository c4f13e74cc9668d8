import { useSubmit } from '@remix-run/react'
import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proof } from '#server/identity/door/prove-oneself.server.ts'
import { Field } from '../../ui/field.tsx'
import { useHydrated } from '../../ui/use-hydrated.ts'
import { ProofField } from '../proof-field.tsx'
import type { Refused } from '../refusal.server.ts'
import { useFault } from '../refusal.tsx'
import { askOptions } from './ask-options.ts'

type Props = { suggested: string; proof: Proof; refused: Refused | undefined }

/** The browser makes the key with the device's lock, or a security key; we keep its public half. */
export function AddPasskey({ suggested, proof, refused: told }: Props) {
  const { t } = useTranslation('identity')
  // What is said of a key one has is said beside it.
  const refused = told?.typed.key ? undefined : told
  const fault = useFault(refused)
  const submit = useSubmit()
  const [failed, setFailed] = useState(false)
  const hydrated = useHydrated()
  if (!hydrated || !browserSupportsWebAuthn())
    return <p className="notice">{t(hydrated ? 'passkeys.unsupported' : 'passkeys.needsScript')}</p>
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setFailed(false)
    const form = new FormData(event.currentTarget)
    // A key without a name is refused before the device makes it.
    if (!String(form.get('name')).trim()) return submit(form, { method: 'post' })
    try {
      const optionsJSON = await askOptions('/compte/cles/question')
      const response = await startRegistration({ optionsJSON })
      form.set('response', JSON.stringify(response))
      submit(form, { method: 'post' })
    } catch {
      // Given up at the device, or refused by it: nothing was made.
      setFailed(true)
    }
  }
  return (
    <form method="post" className="card stack narrow" onSubmit={add} noValidate>
      <h3>{t('passkeys.add')}</h3>
      {failed ? (
        <p className="notice bad" role="alert">
          {t('passkeys.notMade')}
        </p>
      ) : null}
      <input type="hidden" name="intent" value="ajouter" />
      <Field label={t('passkeys.name')} hint={t('passkeys.nameHint')} fault={fault('name')}>
        {(attributes) => (
          <input
            {...attributes}
            name="name"
            maxLength={80}
            autoComplete="off"
            defaultValue={refused?.typed.name ?? suggested}
          />
        )}
      </Field>
      <ProofField proof={proof} name="password" />
      <button className="btn primary" type="submit">
        {t('passkeys.make')}
      </button>
    </form>
  )
}
