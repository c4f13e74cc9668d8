import { Form, Link, useActionData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { askLinkAction } from './ask-link.server.ts'
import { EmailField } from './email-field.tsx'
import { useFault } from './refusal.tsx'

export type AskLinkWords = { title: string; text: string; submit: string }

export function AskLinkPage({ words }: { words: AskLinkWords }) {
  const result = useActionData<typeof askLinkAction>()
  const [search] = useSearchParams()
  const { t } = useTranslation('identity')
  const refused = result && 'fields' in result ? result : undefined
  const fault = useFault(refused)
  if (result && 'sent' in result)
    return (
      <div className="wrap page narrow">
        <h1>{t('link.sentTitle')}</h1>
        <p role="status">{t('link.sent', result.sent)}</p>
        <p>
          <Link to="" reloadDocument>
            {t('link.again')}
          </Link>
        </p>
      </div>
    )
  return (
    <div className="wrap page narrow">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="retour" value={search.get('retour') ?? ''} />
        <EmailField fault={fault('email')} typed={refused?.typed.email} />
        <button className="btn primary" type="submit">
          {words.submit}
        </button>
      </Form>
      <p>
        <Link to="/connexion">{t('heading')}</Link>
      </p>
    </div>
  )
}
