import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

const WORDS = { note: 'notes', tache: 'tasks' } as const

/** Said once a note or a task was deleted, with the way back. */
export function Deleted({ what, id }: { what: keyof typeof WORDS; id: string | null }) {
  const { t } = useTranslation('crm')
  if (!id) return null
  return (
    <Form method="post" className="notice ok row" role="status">
      <input type="hidden" name="intent" value={`remettre_${what}`} />
      <input type="hidden" name={what} value={id} />
      <span className="grow">{t(`${WORDS[what]}.deleted`)}</span>
      <button className="btn sm" type="submit">
        {t(`${WORDS[what]}.restore`)}
      </button>
    </Form>
  )
}
