import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ChoiceGroup, matching } from './choice-search.ts'
import { Icon } from './icons.tsx'

type Props = {
  id: string
  label: string
  describedBy?: string
  invalid: boolean
  field: string
  input: RefObject<HTMLInputElement>
  groups: ChoiceGroup[]
  chosen: string[]
  onToggle: (value: string) => void
  onBack: () => void
  /** Where the choices are not all here: asks for those that answer what is typed. */
  onType?: (typed: string) => void
  /** The answer is not there yet. */
  searching?: boolean
  /** What may be done when nothing answers what is typed. */
  none?: NoneFound
}

export type NoneFound = { label: string; act: (typed: string) => void }

/**
 * The combobox pattern of the ARIA Authoring Practices with a list of several choices: the focus stays
 * in the text, arrows move along the list, Enter picks, Escape closes.
 */
export function SearchList(props: Props) {
  const { id, label, groups, chosen, onToggle, onBack, onType, input } = props
  const { t } = useTranslation('ui')
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const every = groups.flatMap((group) => group.choices)
  const shown = !open ? [] : onType ? groups : matching(groups, typed)
  const choices = shown.flatMap((group) => group.choices)
  const active = choices[Math.min(at, choices.length - 1)]
  const optionId = (value: string) => `${id}-${value.replaceAll(/\s/g, '_')}`
  const activeId = active && optionId(active.value)
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  /** Found by typing, it is what was wanted and the list goes; picked while browsing, others may follow. */
  const pick = (value: string) => {
    onToggle(value)
    input.current?.focus()
    if (!typed) return
    setOpen(false)
    setTyped('')
    setAt(every.findIndex((choice) => choice.value === value))
  }
  const isNone = props.none !== undefined && typed.trim().length > 1 && !props.searching && !active
  const begin = () => {
    setOpen(false)
    setTyped('')
    props.none?.act(typed.trim())
  }
  const press = (event: KeyboardEvent) => {
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return setOpen(true)
      setAt(
        (Math.min(at, choices.length - 1) + (key === 'ArrowDown' ? 1 : -1) + choices.length) % choices.length,
      )
    } else if (key === 'Enter' && open) {
      event.preventDefault()
      if (active) pick(active.value)
      else if (isNone) begin()
    } else if (key === 'Escape' && open) {
      event.preventDefault()
      setOpen(false)
    } else if (key === 'Backspace' && typed === '') onBack()
  }
  return (
    <div className="pick-box">
      <input
        ref={input}
        id={id}
        data-field={props.field}
        type="text"
        role="combobox"
        autoComplete="off"
        placeholder={t('pick.placeholder')}
        value={typed}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={activeId}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
        onChange={(event) => {
          setTyped(event.target.value)
          onType?.(event.target.value)
          setAt(0)
          setOpen(true)
        }}
      />
      <div
        id={`${id}-list`}
        ref={list}
        className="pick-list"
        role="listbox"
        aria-label={label}
        aria-multiselectable="true"
        hidden={!open || choices.length === 0}
        // The text keeps the focus while one clicks or scrolls in the list.
        onMouseDown={(event) => event.preventDefault()}
      >
        {shown.map((group) => (
          <Group key={group.key} group={group} id={`${id}-${group.key}-name`}>
            {group.choices.map(({ value, label: choice }) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which names the active option
              // biome-ignore lint/a11y/useKeyWithClickEvents: the text has the keys
              <div
                key={value}
                id={optionId(value)}
                role="option"
                className={value === active?.value ? 'active' : undefined}
                aria-selected={chosen.includes(value)}
                onClick={() => pick(value)}
              >
                <span className="pick-mark">{chosen.includes(value) ? <Icon name="check" /> : null}</span>
                {choice}
              </div>
            ))}
          </Group>
        ))}
      </div>
      {open && choices.length === 0 && (typed || !onType) ? (
        <p className="pick-none">
          {t('pick.none', { typed })}{' '}
          {isNone ? (
            <button
              className="btn sm"
              type="button"
              onMouseDown={(event) => event.preventDefault()}
              onClick={begin}
            >
              {props.none?.label}
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}

function Group({ group, id, children }: { group: ChoiceGroup; id: string; children: React.ReactNode }) {
  if (!group.label) return <>{children}</>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox
    <div role="group" aria-labelledby={id}>
      <p id={id} className="pick-group">
        {group.label}
      </p>
      {children}
    </div>
  )
}
