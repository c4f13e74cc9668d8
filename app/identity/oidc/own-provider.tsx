import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** Signing in through the provider, on one's own account: attached by going there, detached here. */
export function OwnProvider({ name, attached }: { name: string; attached: boolean }) {
  const { t } = useTranslation('identity')
  return (
    <section className="card stack narrow" aria-labelledby="fournisseur">
      <h2 id="fournisseur">{t('provider.signIn', { name })}</h2>
      <p>{t(attached ? 'provider.attached' : 'provider.notAttached', { name })}</p>
      {attached ? (
        <Form method="post">
          <button className="btn" type="submit" name="intent" value="detacher">
            {t('provider.detach', { name })}
          </button>
        </Form>
      ) : (
        <a className="btn" href={`/connexion/fournisseur?${new URLSearchParams({ retour: '/compte' })}`}>
          {t('provider.attach', { name })}
        </a>
      )}
    </section>
  )
}
