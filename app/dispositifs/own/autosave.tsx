import { useSubmit } from '@remix-run/react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { SavedState } from '../../ui/saved-state.tsx'
import { useHydrated } from '../../ui/use-hydrated.ts'
import { useSaid } from '../form/filling.ts'
import type { JudgedLine } from './judged-view.server.ts'
import { forgetHere, type Kept, keptHere } from './keep-here.ts'
import { useAutosave } from './use-autosave.ts'
import { useOthers } from './use-others.ts'

type Props = {
  to: string
  id: string
  bases: Record<string, string>
  version: number
  savedAt: string
  definition: FormDefinition
  /** What the server made of the form that was sent, when it answered with this page. */
  sent?: 'saved' | 'refused'
  children: (judged: JudgedLine[] | null) => ReactNode
}

/** Inside a form: what one types is saved by itself, and what others save is told. Without script, the button does it. */
export function Autosave({ to, id, bases: first, version, savedAt, definition, sent, children }: Props) {
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  const place = useRef<HTMLDivElement>(null)
  const hydrated = useHydrated()
  const { saving, bases } = useAutosave(place, { to, id, bases: first, savedAt })
  const [bar, setBar] = useState<Element | null>(null)
  useEffect(() => setBar(place.current?.closest('form')?.querySelector('[data-saved]') ?? null), [])
  const others = useOthers(to, version)
  const labels = (keys: string[]) =>
    definition.sections
      .flatMap(({ fields }) => fields.filter(({ key }) => keys.includes(key)))
      .map(({ label }) => said(label))
      .join(', ')
  const base = JSON.stringify(bases.current)
  return (
    <div ref={place} className="stack autosave">
      <input type="hidden" name="bases" value={base} readOnly />
      <Recovered id={id} sent={sent} />
      {hydrated ? (
        saving.state === 'shut' ? (
          <p className="notice bad" role="alert">
            {t('faults.not_open_to_holder')}
          </p>
        ) : (
          bar && createPortal(<SavedState state={saving.state} at={saving.at} />, bar)
        )
      ) : null}
      {others.there.length > 0 ? (
        <p className="notice" role="status">
          {t('holder.others.there', { names: others.there.join(', '), count: others.there.length })}
        </p>
      ) : null}
      {others.saves.length > 0 ? (
        <div className="notice" role="status">
          {others.saves.map((save) => (
            <p key={`${save.by} ${save.at} ${save.fields.join()}`}>
              {t('holder.others.saved', { name: save.by ?? '', at: save.at, fields: labels(save.fields) })}
            </p>
          ))}
          <button className="btn sm" type="submit" name="intent" value="enregistrer">
            {t('holder.others.show')}
          </button>
        </div>
      ) : null}
      {saving.conflicts.length > 0 ? (
        <div className="notice bad" role="alert">
          <p>{t('holder.both.told', { fields: labels(saving.conflicts) })}</p>
          <button className="btn sm" type="submit" name="intent" value="enregistrer">
            {t('holder.both.compare')}
          </button>
        </div>
      ) : null}
      {children(saving.judged)}
    </div>
  )
}

/** What this browser kept because the server never said that it had it: offered once, never put back by itself. */
function Recovered({ id, sent }: Pick<Props, 'id' | 'sent'>) {
  const { t, i18n } = useTranslation('dispositifs')
  const [kept, setKept] = useState<Kept | null>(null)
  const submit = useSubmit()
  // An answer of the server shows what was typed: there is nothing to take up from here.
  useEffect(() => {
    if (sent === 'saved') forgetHere(id)
    else if (!sent) setKept(keptHere(id))
  }, [id, sent])
  if (!kept) return null
  const at = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(kept.at),
  )
  const takeUp = () => {
    const form = new FormData()
    for (const [name, value] of kept.entries) form.append(name, value)
    form.set('intent', 'enregistrer')
    forgetHere(id)
    setKept(null)
    submit(form, { method: 'post' })
  }
  const forget = () => {
    forgetHere(id)
    setKept(null)
  }
  return (
    <div className="notice stack" role="status">
      <p>{t('holder.kept.text', { at })}</p>
      <p className="row">
        <button className="btn primary sm" type="button" onClick={takeUp}>
          {t('holder.kept.take')}
        </button>
        <button className="btn sm" type="button" onClick={forget}>
          {t('holder.kept.forget')}
        </button>
      </p>
    </div>
  )
}
