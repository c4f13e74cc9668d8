import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

type Props = { what: 'note' | 'tache'; id: string | null }

/** Said once a note or a task was deleted, with the way back. */
export function Deleted({ what, id }: Props) {
  const { t } = useTranslation('crm')
  if (!id) return null
  const isNote = what === 'note'
  return (
    <Form method="post" className="notice ok row" role="status">
      <input type="hidden" name="intent" value={`remettre_${what}`} />
      <input type="hidden" name={what} value={id} />
      <span className="grow">{isNote ? t('notes.deleted') : t('tasks.deleted')}</span>
      <button className="btn sm" type="submit">
        {isNote ? t('notes.restore') : t('tasks.restore')}
      </button>
    </Form>
  )
}
