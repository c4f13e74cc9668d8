import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { Answers } from '#server/dispositifs/form/answer.schema.ts'
import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { answersOfForm } from './answers-of-form.ts'
import { type TypedForm, typedForm } from './typed-form.ts'

/** Choices made of several pieces say nothing when they change: their form is read again after any act. */
const ACTS = ['input', 'change', 'click', 'keyup'] as const

/** What the form around this place holds, read again after each act of whoever fills it in. */
export function useLiveAnswers(
  place: RefObject<HTMLElement>,
  definition: FormDefinition,
  typed: TypedForm,
  before: Answers,
) {
  const [answers, setAnswers] = useState<Answers>(() => answersOfForm(definition, typed, before))
  const refresh = useCallback(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const next = answersOfForm(definition, typedForm(new FormData(form)), before)
    setAnswers((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next))
  }, [place, definition, before])
  useEffect(() => {
    const form = place.current?.closest('form')
    let frame = 0
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(refresh)
    }
    soon()
    for (const act of ACTS) form?.addEventListener(act, soon)
    return () => {
      cancelAnimationFrame(frame)
      for (const act of ACTS) form?.removeEventListener(act, soon)
    }
  }, [place, refresh])
  return { answers, refresh }
}
