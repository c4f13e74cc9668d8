import { Boxes } from '../../ui/boxes.tsx'
import { Field } from '../../ui/field.tsx'
import { type Answers, faultsOf, type ListName, type SingleName } from './trial-answers.ts'
import type { Question } from './trial-questions.server.ts'
import type { TrialView } from './trial-view.server.ts'

type Words = TrialView['words']
type Props = { question: Question; first: Answers; answers: Answers; words: Words }

const MOST_COUNTRIES = 6

/** One question; what was typed is in the control itself, and is only read. */
export function TrialField(props: Props) {
  const { question, first, words } = props
  const { name, as, label, choices } = question
  if (as === 'boxes')
    return (
      <fieldset>
        <legend className="field-label">{label}</legend>
        <Boxes name={name} chosen={first[name as ListName]} choices={choices} />
      </fieldset>
    )
  if (as === 'countries') return <Countries {...props} />
  if (as === 'choice')
    return (
      <Field name={name} label={label} hint={question.hint}>
        {(attributes) => (
          <select {...attributes} name={name} defaultValue={first[name as SingleName]}>
            <option value="">{name === 'marraine' ? words.dontKnow : words.choose}</option>
            <Options choices={choices} />
          </select>
        )}
      </Field>
    )
  return <Typed {...props} />
}

function Typed({ question, first, answers, words }: Props) {
  const { as, label, hint } = question
  const name = question.name as SingleName
  const fault = faultsOf(answers)[name]
  return (
    <Field name={name} label={label} hint={hint} {...(fault ? { fault: words.fault[fault] } : {})}>
      {(attributes) =>
        as === 'date' ? (
          <input {...attributes} className="date" type="date" name={name} defaultValue={first[name]} />
        ) : (
          <span className="money">
            <input
              {...attributes}
              type="text"
              inputMode={as === 'money' ? 'decimal' : 'numeric'}
              autoComplete="off"
              maxLength={20}
              name={name}
              defaultValue={first[name]}
            />
            {as === 'money' ? <span aria-hidden="true">€</span> : null}
          </span>
        )
      }
    </Field>
  )
}

/** A list for each country, and one more to add another. */
function Countries({ question, first, answers, words }: Props) {
  const { label, choices } = question
  const lists = Math.min(MOST_COUNTRIES, answers.pays.length + 1)
  return Array.from({ length: lists }, (_, at) => {
    const nth = words.nth.replace('{{label}}', label).replace('{{nth}}', String(at + 1))
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: its place is all that tells one list from another
      <Field key={at} label={at === 0 ? label : nth}>
        {(attributes) => (
          <select {...attributes} name="pays" defaultValue={first.pays[at] ?? ''}>
            <option value="">{words.choose}</option>
            <Options choices={choices} />
          </select>
        )}
      </Field>
    )
  })
}

function Options({ choices }: Pick<Question, 'choices'>) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))
}
