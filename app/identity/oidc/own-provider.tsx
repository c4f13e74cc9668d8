import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Proof } from '#server/identity/door/prove-oneself.server.ts'
import { ProofField } from '../proof-field.tsx'
import type { Refused } from '../refusal.server.ts'
import { Refusal } from '../refusal.tsx'

type Props = {
  name: string
  attached: boolean
  proof: Proof
  /** One has proven oneself: the way to the provider is open. */
  goTo: string | undefined
  refused: Refused | undefined
}

/** Signing in through the provider, on one's own account: attached by going there, detached here. */
export function OwnProvider({ name, attached, proof, goTo, refused }: Props) {
  const { t } = useTranslation('identity')
  return (
    <section className="card stack narrow" aria-labelledby="fournisseur">
      <h2 id="fournisseur">{t('provider.signIn', { name })}</h2>
      <p>{t(attached ? 'provider.attached' : 'provider.notAttached', { name })}</p>
      <Refusal of={refused} />
      {attached ? (
        <Form method="post">
          <button className="btn" type="submit" name="intent" value="detacher">
            {t('provider.detach', { name })}
          </button>
        </Form>
      ) : goTo ? (
        <p role="status">
          <a className="btn primary" href={goTo} ref={(link) => link?.focus()}>
            {t('provider.go', { name })}
          </a>
        </p>
      ) : (
        <Form method="post" className="stack">
          <ProofField proof={proof} name="proof" />
          <button className="btn" type="submit" name="intent" value="relier">
            {t('provider.attach', { name })}
          </button>
        </Form>
      )}
    </section>
  )
}
