import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

type Props = { code: string; name: string; email: string }

/** Why the provider did not sign one in, and what to do instead. */
export function ProviderTrouble({ code, name, email }: Props) {
  const { t } = useTranslation('identity')
  const why = code === 'no_account' && !email ? 'no_account_unproven' : code
  return (
    <div className="wrap page narrow stack">
      <h1>{t('provider.title', { name })}</h1>
      <p className="notice bad" role="alert">
        {t(`provider.trouble.${why}`, { name, email })}
      </p>
      <p className="row">
        {code === 'no_account' ? null : (
          <a className="btn primary" href="/connexion/fournisseur">
            {t('provider.again')}
          </a>
        )}
        <Link className="btn" to="/connexion">
          {t('provider.otherwise')}
        </Link>
      </p>
    </div>
  )
}
