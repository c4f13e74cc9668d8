import { useFetcher, useNavigate } from '@remix-run/react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { action as actsAction } from '../support/acts.tsx'
import { Understood } from '../support/quick-act.tsx'
import { say } from '../ui/toast-store.ts'
import type { Palette, PaletteOption } from './palette.server.ts'
import { keepRecent, readRecent } from './palette-recent.ts'
import { usePalette } from './use-palette.ts'

type Note = NonNullable<Palette['note']>
type Shown = { key: string; name: string; options: (PaletteOption & { note?: Note })[] }

/** The combobox pattern: the focus stays in the text, arrows move along the list, Enter opens. */
export function PaletteSearch({ network, onDone }: { network: string; onDone: () => void }) {
  const { t } = useTranslation('desk')
  const navigate = useNavigate()
  const saving = useFetcher<typeof actsAction>()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  /** Enter was pressed before the answer to these words had come. */
  const waits = useRef(false)
  const answer = usePalette(`/${network}/bureau/recherche/trouve`, typed)
  const groups = shownGroups(answer, typed ? [] : readRecent(network), t('palette.noteAct'), {
    recent: t('palette.group.recent'),
    of: (key) => t(`palette.group.${key}`),
  })
  const options = groups.flatMap((group) => group.options)
  const active = options[Math.min(at, options.length - 1)]
  const optionId = (href: string) => `${id}${href}`
  const activeId = active && optionId(active.href)
  const choose = (option: (typeof options)[number]) => {
    if (option.note) {
      const fields = { intent: 'noter', phrase: option.note.sentence, depuis: 'palette' }
      saving.submit(fields, { method: 'post', action: `/${network}/bureau/appuis` })
      return
    }
    const { label, detail, href } = option
    keepRecent(network, { label, detail, href })
    onDone()
    navigate(href)
  }
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the awaited answer has come
  useEffect(() => {
    if (!waits.current || answer?.q !== typed) return
    waits.current = false
    if (options[0]) choose(options[0])
  }, [answer, typed])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when what was noted is answered
  useEffect(() => {
    if (!saving.data) return
    const { act, to, text } = saving.data
    onDone()
    if (!act) return navigate(to)
    const undo = { action: `/${network}/bureau/appuis`, fields: { intent: 'supprimer', appui: act } }
    say({ text: t('palette.noted', { text }), undo })
  }, [saving.data])
  const press = (event: KeyboardEvent) => {
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      const step = key === 'ArrowDown' ? 1 : -1
      if (options.length > 0)
        setAt((Math.min(at, options.length - 1) + step + options.length) % options.length)
    } else if (key === 'Enter') {
      event.preventDefault()
      if (answer?.q !== typed) waits.current = true
      else if (active) choose(active)
    }
  }
  return (
    <div className="palette">
      <label className="field-label" htmlFor={`${id}-text`}>
        {t('palette.label')}
      </label>
      <input
        id={`${id}-text`}
        type="text"
        role="combobox"
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here
        autoFocus
        autoComplete="off"
        maxLength={200}
        value={typed}
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={activeId}
        aria-describedby={`${id}-hint`}
        onKeyDown={press}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
          waits.current = false
        }}
      />
      <p className="small muted" id={`${id}-hint`}>
        {t('palette.hint')}
      </p>
      <div
        id={`${id}-list`}
        className="palette-list"
        role="listbox"
        aria-label={t('palette.title')}
        aria-busy={answer?.q !== typed}
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox
          <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}`}>
            <p id={`${id}-${group.key}`} className="pick-group">
              {group.name}
            </p>
            {group.options.map((option) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which names the active option
              // biome-ignore lint/a11y/useKeyWithClickEvents: the text has the keys
              <div
                key={option.href}
                id={optionId(option.href)}
                role="option"
                className={option === active ? 'active' : undefined}
                aria-selected={option === active}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                <span>{option.note ? <Understood understood={option.note} /> : option.label}</span>
                {option.detail ? <span className="small muted">{option.detail}</span> : null}
              </div>
            ))}
          </div>
        ))}
      </div>
      {answer?.q === typed && options.length === 0 ? (
        <p role="status">{t('palette.nothing', { q: typed })}</p>
      ) : null}
    </div>
  )
}

type Names = { recent: string; of: (key: Palette['groups'][number]['key']) => string }

/** What is being noted first, then what was opened lately, then what answers. */
function shownGroups(answer: Palette | null, recent: PaletteOption[], noting: string, names: Names): Shown[] {
  const note = answer?.note
  const seen = new Set(recent.map(({ href }) => href))
  return [
    ...(note
      ? [{ key: 'note', name: noting, options: [{ label: '', detail: '', href: '#note', note }] }]
      : []),
    ...(recent.length > 0 ? [{ key: 'recent', name: names.recent, options: recent }] : []),
    ...(answer?.groups ?? []).map(({ key, options }) => ({
      key,
      name: names.of(key),
      options: options.filter(({ href }) => !seen.has(href)),
    })),
  ].filter(({ options }) => options.length > 0)
}
