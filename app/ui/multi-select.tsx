import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Boxes } from './boxes.tsx'
import type { Choice, ChoiceGroup } from './choice-search.ts'
import { Field } from './field.tsx'
import { Icon } from './icons.tsx'
import { type NoneFound, SearchList } from './search-list.tsx'

type Props = {
  name: string
  label: string
  hint?: string
  fault?: string
  chosen: string[]
}

/**
 * Several choices among many: one types a few letters and picks. Without script, and until it has come,
 * the same choices are check boxes under the names of their groups; what was ticked by then is kept.
 */
export function MultiSelect({ groups, ...props }: Props & { groups: ChoiceGroup[] }) {
  const { name, label, fault, chosen } = props
  const plain = useRef<HTMLFieldSetElement>(null)
  const [values, setValues] = useAlive(() => {
    const boxes = plain.current?.querySelectorAll<HTMLInputElement>('input:checked') ?? []
    return [...boxes].map(({ value }) => value)
  })
  if (!values)
    return (
      <fieldset className="choices" ref={plain} id={name}>
        <legend>{label}</legend>
        {groups.map((group) => (
          <PlainGroup key={group.key} name={name} group={group} chosen={chosen} />
        ))}
        {fault ? <p className="fault">{fault}</p> : null}
      </fieldset>
    )
  return <Picker {...props} values={values} setValues={setValues} groups={groups} />
}

/**
 * The same where choices are too many to be all here: those that answer what is typed come from `source`,
 * each sent as it is written, unless its value is another; `known` says how those chosen already are
 * written. Without script, one writes them one a line.
 */
export function MultiSearch({
  source,
  known = [],
  ...props
}: Props & { source: string; known?: Choice[]; none?: NoneFound }) {
  const { name, label, hint, fault, chosen } = props
  const { t } = useTranslation('ui')
  const plain = useRef<HTMLTextAreaElement>(null)
  const [asked, setAsked] = useState('')
  const found = useFound(source, asked)
  const written = (value: string) => known.find((one) => one.value === value)?.label ?? value
  const [values, setValues] = useAlive(() =>
    linesOf(plain.current?.value ?? '').map(
      (line) => known.find(({ label }) => label === line)?.value ?? line,
    ),
  )
  if (!values)
    return (
      <Field name={name} label={label} hint={hint ?? t('pick.oneALine')} fault={fault}>
        {(attributes) => (
          <textarea
            {...attributes}
            ref={plain}
            name={name}
            rows={4}
            defaultValue={chosen.map(written).join('\n')}
          />
        )}
      </Field>
    )
  return (
    <Picker
      {...props}
      values={values}
      setValues={setValues}
      groups={[{ key: 'found', choices: found ?? [] }]}
      known={known}
      searching={!found}
      onType={(typed) => setAsked(typed.trim())}
    />
  )
}

/** Fewer letters would answer anything. */
const LEAST = 2

const PAUSE_MS = 120

/** What answers these letters and no others: who types on is not shown what came too late. */
function useFound(source: string, asked: string): Choice[] | null {
  const [answer, setAnswer] = useState<{ q: string; found: Choice[] } | null>(null)
  useEffect(() => {
    if (asked.length < LEAST) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const asks = `${source}?${new URLSearchParams({ q: asked })}`
      const response = await fetch(asks, { signal: stop.signal }).catch(() => null)
      if (response?.ok) setAnswer(await response.json())
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [source, asked])
  return answer?.q === asked ? answer.found : null
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Nothing until scripts have come; then what was chosen by then. */
function useAlive(read: () => string[]) {
  const [values, setValues] = useState<string[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page comes alive
  useEffect(() => setValues(read()), [])
  return [values, setValues] as const
}

type Picking = {
  values: string[]
  setValues: (values: string[]) => void
  groups: ChoiceGroup[]
  /** How choices are written that are not, or no longer, in the list. */
  known?: Choice[]
  onType?: (typed: string) => void
  searching?: boolean
  none?: NoneFound
}

function Picker(props: Props & Picking) {
  const { name, label, hint, fault, groups, known = [], values, setValues, onType, searching } = props
  const { t } = useTranslation('ui')
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const labels = useRef(new Map<string, string>()).current
  for (const { value, label: text } of [...known, ...groups.flatMap((group) => group.choices)])
    labels.set(value, text)
  const without = (value: string) => values.filter((one) => one !== value)
  const toggle = (value: string) => setValues(values.includes(value) ? without(value) : [...values, value])
  const told = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className="field pick">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <p className="small muted" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {values.length > 0 ? (
        <ul className="pick-chosen" aria-label={t('pick.chosen', { label })}>
          {values.map((value) => (
            <li key={value}>
              <input type="hidden" name={name} value={value} />
              <button
                className="chip"
                type="button"
                aria-label={t('pick.remove', { choice: labels.get(value) ?? value })}
                onClick={() => {
                  setValues(without(value))
                  input.current?.focus()
                }}
              >
                {labels.get(value) ?? value}
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <SearchList
        id={id}
        label={label}
        describedBy={told || undefined}
        invalid={Boolean(fault)}
        field={name}
        input={input}
        groups={groups}
        chosen={values}
        onToggle={toggle}
        onBack={() => setValues(values.slice(0, -1))}
        onType={onType}
        searching={searching}
        none={props.none}
      />
      <p className="sr-only" aria-live="polite">
        {t('pick.count', { count: values.length })}
      </p>
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
    </div>
  )
}

function PlainGroup({ name, group, chosen }: { name: string; group: ChoiceGroup; chosen: string[] }) {
  const { t } = useTranslation('ui')
  const boxes = <Boxes name={name} chosen={chosen} choices={group.choices} />
  if (!group.label) return boxes
  const count = group.choices.filter(({ value }) => chosen.includes(value)).length
  return (
    <details open={count > 0}>
      <summary>{count > 0 ? t('pick.group', { group: group.label, count }) : group.label}</summary>
      {boxes}
    </details>
  )
}
