import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { JudgedLine } from './judged-view.server.ts'
import { type Entries, entriesOf, forgetHere, keepHere } from './keep-here.ts'

/** Quiet for this long, it is saved; and while one goes on typing, this often: less than five seconds are ever at stake. */
const QUIET_MS = 1500
const MOST_MS = 3500
const RETRY_MS = 3000
const ACTS = ['input', 'change', 'click', 'keyup'] as const

export type Saving = {
  state: 'saved' | 'saving' | 'typing' | 'failed' | 'shut'
  at: string
  conflicts: string[]
  judged: JudgedLine[] | null
}

type Answer = {
  refused: null
  version: number
  conflicts: string[]
  bases: Record<string, string>
  at: string
  judged: JudgedLine[]
}

const written = (entries: Entries) =>
  JSON.stringify(entries.filter(([name]) => name.startsWith('f.')).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Saves the form around this place as one types, and keeps here what the server does not have yet. */
export function useAutosave(
  place: RefObject<HTMLElement>,
  given: { to: string; id: string; bases: Record<string, string>; savedAt: string },
) {
  const { to, id } = given
  const [saving, setSaving] = useState<Saving>({
    ...{ state: 'saved', at: given.savedAt, conflicts: [], judged: null },
  })
  const bases = useRef(given.bases)
  const formOf = useCallback(() => place.current?.closest('form') ?? null, [place])
  useEffect(() => {
    const form = formOf()
    if (!form) return
    let last = written(entriesOf(form))
    let timer: ReturnType<typeof setTimeout> | undefined
    let since = 0
    let busy = false
    let ended = false
    let sentFrom: string | undefined
    let again: (() => void) | undefined
    const save = async (keepalive = false) => {
      clearTimeout(timer)
      const entries = entriesOf(form).filter(([name]) => !name.startsWith('choix.') && name !== 'bases')
      const now = written(entries)
      if (now === last || (busy && !keepalive)) return
      busy = true
      since = 0
      setSaving((before) => ({ ...before, state: 'saving' }))
      try {
        const body = new URLSearchParams([...entries, ['bases', JSON.stringify(bases.current)]])
        const response = await fetch(to, { method: 'POST', body, keepalive, redirect: 'error' })
        if (response.status === 409) {
          ended = true
          return setSaving((before) => ({ ...before, state: 'shut' }))
        }
        if (!response.ok) throw new Error(String(response.status))
        const answer = (await response.json()) as Answer
        bases.current = { ...bases.current, ...answer.bases }
        last = now
        const { at, conflicts, judged } = answer
        setSaving({ state: 'saved', at, conflicts, judged })
        if (conflicts.length === 0 && written(entriesOf(form)) === now) forgetHere(id)
      } catch {
        setSaving((before) => ({ ...before, state: 'failed' }))
        if (!ended) timer = setTimeout(() => void save(), RETRY_MS)
      } finally {
        busy = false
        const send = again
        again = undefined
        if (send) send()
        else if (!ended && written(entriesOf(form)) !== last && since === 0) soon()
      }
    }
    const soon = () => {
      if (ended || written(entriesOf(form)) === last) return
      const entries = entriesOf(form).filter(([name]) => name !== 'bases')
      keepHere(id, [...entries, ['bases', JSON.stringify(bases.current)]])
      since ||= Date.now()
      setSaving((before) => (before.state === 'saved' ? { ...before, state: 'typing' } : before))
      clearTimeout(timer)
      timer = setTimeout(() => void save(), Math.max(0, Math.min(QUIET_MS, since + MOST_MS - Date.now())))
    }
    // Pieces of a choice change after the act that chose them.
    const later = () => requestAnimationFrame(soon)
    const leaving = () => document.visibilityState === 'hidden' && void save(true)
    // A save that is still on its way would answer this one as if somebody else had written: it goes first.
    const sent = (event: SubmitEvent) => {
      if (busy) {
        event.preventDefault()
        event.stopImmediatePropagation()
        again ??= () => form.requestSubmit(event.submitter)
        return
      }
      ended = true
      sentFrom = window.location.pathname
      clearTimeout(timer)
      const hidden = form.elements.namedItem('bases')
      if (hidden instanceof HTMLInputElement) hidden.value = JSON.stringify(bases.current)
    }
    for (const act of ACTS) form.addEventListener(act, later)
    form.addEventListener('submit', sent)
    document.addEventListener('visibilitychange', leaving)
    return () => {
      for (const act of ACTS) form.removeEventListener(act, later)
      form.removeEventListener('submit', sent)
      document.removeEventListener('visibilitychange', leaving)
      if (!ended) void save(true)
      // Sent, and led elsewhere than to sign in: the server has it all.
      else if (sentFrom && ![sentFrom, '/connexion'].includes(window.location.pathname)) forgetHere(id)
      clearTimeout(timer)
    }
  }, [formOf, id, to])
  return { saving, bases }
}
