import { useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './dialog.tsx'
import { useHydrated } from './use-hydrated.ts'

type Question = {
  /** The verb of the act, on the first button and again on the one that does it. */
  label: string
  question: string
  consequence: string
  /** What the form receives when it is done. */
  name?: string
  value?: string
  danger?: boolean
  small?: boolean
  /** What the page is for. */
  main?: boolean
}

/** Inside a form: asks before it is sent. Without script the question unfolds in place. */
export function ConfirmSubmit({ label, question, consequence, name, value, danger, small, main }: Question) {
  const { t } = useTranslation('ui')
  const [asking, setAsking] = useState(false)
  const hydrated = useHydrated()
  const { state } = useNavigation()
  // Sent: the answer must not stand behind the question.
  useEffect(() => {
    if (state === 'submitting') setAsking(false)
  }, [state])
  const go = (
    <button className={`btn ${danger ? 'danger' : 'primary'}`} type="submit" name={name} value={value}>
      {label}
    </button>
  )
  const open = ['btn', small && 'sm', main && 'primary'].filter(Boolean).join(' ')
  if (!hydrated)
    return (
      <details className="confirm">
        <summary className={open}>{label}</summary>
        <div className="notice stack">
          <p>
            <strong>{question}</strong>
          </p>
          <p>{consequence}</p>
          {go}
        </div>
      </details>
    )
  return (
    <>
      <button className={open} type="button" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {label}
      </button>
      <Dialog open={asking} title={question} onClose={() => setAsking(false)}>
        <p>{consequence}</p>
        <div className="row">
          {go}
          <button className="btn quiet" type="button" onClick={() => setAsking(false)}>
            {t('keepAsIs')}
          </button>
        </div>
      </Dialog>
    </>
  )
}
