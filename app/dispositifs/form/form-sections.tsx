import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answers } from '#server/dispositifs/form/answer.schema.ts'
import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { visibleOfPart, type Whole } from '#server/dispositifs/form/part-of-form.ts'
import { useHydrated } from '../../ui/use-hydrated.ts'
import { Contents } from './contents.tsx'
import { FillingContext, type Sources } from './filling.ts'
import { formOfAnswers } from './form-of-answers.ts'
import { FormSection } from './form-section.tsx'
import { useLiveAnswers } from './use-live-answers.ts'

type Props = {
  definition: FormDefinition
  answers: Answers
  /** By key of a field: codes that `faults` of the translations knows. */
  faults?: Readonly<Record<string, string>>
  sources: Sources
  /** Of a part of a form, the form: what shows depends on its other answers too. */
  whole?: Whole | undefined
  /** Empty rows asked for, by group: `rowsAsked` of the form that was sent. */
  rows?: Readonly<Record<string, number>>
  /** A new one writes every control again from the answers: what a page answers to what was sent. */
  refusal?: unknown
}

/**
 * Every section of a form, inside a `<form>` of the page's own. Without script all fields show, with what
 * they are for; with it, those that the answers call for, and what the others hold is kept.
 */
export function FormSections(props: Props) {
  const seen = useRef({ refusal: props.refusal, times: 0 })
  if (seen.current.refusal !== props.refusal)
    seen.current = { refusal: props.refusal, times: seen.current.times + 1 }
  return <Written key={seen.current.times} {...props} />
}

const NONE = {}

function Written({ definition, answers: before, faults = NONE, sources, rows = NONE, whole }: Props) {
  const { t, i18n } = useTranslation('dispositifs')
  const place = useRef<HTMLDivElement>(null)
  const hydrated = useHydrated()
  // What was there when the page was shown: what comes later is typed here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: written once
  const first = useMemo(
    () => ({ typed: formOfAnswers(definition, before, i18n.language), before }),
    [definition],
  )
  const { answers, refresh } = useLiveAnswers(place, definition, first.typed, first.before)
  const within = whole ?? { definition, answers: NONE }
  const visible = visibleOfPart(definition, answers, within)
  const shown = {
    sections: new Set(visible.map(({ key }) => key)),
    fields: new Set(visible.flatMap(({ fields }) => fields.map(({ key }) => key))),
  }
  const filling = {
    // Conditions are told in the words of the whole form.
    ...{ definition: within.definition, sources, typed: first.typed, answers },
    ...{ faults, refresh, hydrated, shown, rows },
  }
  return (
    <FillingContext.Provider value={filling}>
      <div className="filling stack" ref={place}>
        {/* The first of the form: Enter in a field sends the form, and adds no line to a table. */}
        <button type="submit" hidden />
        <Contents sections={visible} />
        <p className="small muted">{t('form.requiredNote')}</p>
        {definition.sections.map((section) => (
          <FormSection key={section.key} section={section} />
        ))}
      </div>
    </FillingContext.Provider>
  )
}
