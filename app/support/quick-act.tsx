import { Form, useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../ui/field.tsx'
import { useHydrated } from '../ui/use-hydrated.ts'
import type { loader as understoodLoader } from './understood.tsx'

const PAUSE_MS = 200

/**
 * One line, ten seconds: what was understood is shown before it is saved. Without script the sentence
 * opens the whole form, filled with what it says.
 */
export function QuickAct({ base, structure }: { base: string; structure?: string }) {
  const { t } = useTranslation('support')
  const hydrated = useHydrated()
  const [phrase, setPhrase] = useState('')
  const { load, data } = useFetcher<typeof understoodLoader>()
  useEffect(() => {
    if (phrase.trim().length < 3) return
    const asked = new URLSearchParams({ phrase, ...(structure ? { structure } : {}) })
    const timer = setTimeout(() => load(`${base}/compris?${asked}`), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [phrase, base, structure, load])
  const understood = phrase.trim() && data?.phrase === phrase ? data.understood : null
  const complete = understood && understood.missing.length === 0
  return (
    <Form
      method={hydrated ? 'post' : 'get'}
      action={hydrated ? base : `${base}/nouveau`}
      className="card stack quick-act"
      onSubmit={() => setPhrase('')}
    >
      <input type="hidden" name="intent" value="noter" />
      {structure ? (
        <>
          <input type="hidden" name="structure" value={structure} />
          <input type="hidden" name="depuis" value="fiche" />
        </>
      ) : null}
      <Field label={t('quick.label')} hint={t(structure ? 'quick.hintHere' : 'quick.hint')}>
        {(attributes) => (
          <div className="row">
            <input
              {...attributes}
              className="grow"
              name="phrase"
              autoComplete="off"
              maxLength={300}
              value={hydrated ? phrase : undefined}
              onChange={(event) => setPhrase(event.target.value)}
            />
            <button className="btn primary" type="submit">
              {t(!hydrated || complete || !phrase.trim() ? 'quick.note' : 'quick.complete')}
            </button>
          </div>
        )}
      </Field>
      <p className="small" aria-live="polite">
        {understood ? <Understood understood={understood} /> : null}
      </p>
    </Form>
  )
}

type Shown = NonNullable<Awaited<ReturnType<typeof understoodLoader>>['data']['understood']>

/** Piece by piece, then what is missing. */
export function Understood({ understood }: { understood: Shown }) {
  const { t } = useTranslation('support')
  const { organisation, pieces, missing } = understood
  return (
    <>
      {organisation ? <strong>{organisation.name}</strong> : null}
      {organisation?.city ? ` (${organisation.city})` : null}
      {pieces.map((piece) => (
        <span key={piece}> · {piece}</span>
      ))}
      {missing.length > 0 ? (
        <span className="muted"> — {missing.map((one) => t(`missing.${one}`)).join(', ')}</span>
      ) : null}
    </>
  )
}
