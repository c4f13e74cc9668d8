import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conflict, ConflictLine } from './conflict.server.ts'

type Props = {
  conflict: Conflict
  unchosen?: string[]
  /** What was already chosen, by field. */
  picks?: Record<string, string>
  home: string
}

/** Inside the form: who changed what meanwhile, and the fields in which one has to choose. */
export function ConflictPanel({ conflict, unchosen = [], picks = {}, home }: Props) {
  const { t } = useTranslation('crm')
  const { by, theirs, mine, both } = conflict
  const box = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: saved from the foot of the page, what stopped it is brought to sight
  useEffect(() => box.current?.focus(), [conflict])
  return (
    <section className="notice bad stack" role="alert" tabIndex={-1} ref={box}>
      <p>
        <strong>{by ? t('conflict.by', { name: by }) : t('conflict.bySomeone')}</strong>{' '}
        {t(both.length > 0 ? 'conflict.choose' : 'conflict.brought')}
      </p>
      {both.map((line) => (
        <fieldset key={line.name} className="stack">
          <legend className="field-label">{line.label}</legend>
          {unchosen.includes(line.name) ? <p className="fault">{t('conflict.unchosen')}</p> : null}
          <input type="hidden" name="conflit" value={line.name} />
          <Choice
            name={line.name}
            picked={picks[line.name]}
            value="mien"
            label={t('conflict.keepMine')}
            text={line.mine}
          />
          <Choice
            name={line.name}
            picked={picks[line.name]}
            value="autre"
            label={t('conflict.takeTheirs')}
            text={line.theirs}
          />
        </fieldset>
      ))}
      <Changes title={t('conflict.theirs')} lines={theirs} side="theirs" />
      <Changes title={t('conflict.mine')} lines={mine} side="mine" />
      <a href={home} target="_blank" rel="noopener">
        {t('seeCurrent')}
      </a>
    </section>
  )
}

type ChoiceProps = { name: string; value: string; picked?: string; label: string; text: string }

function Choice({ name, value, picked, label, text }: ChoiceProps) {
  const { t } = useTranslation('crm')
  return (
    <label className="check">
      <input type="radio" name={`choix.${name}`} value={value} defaultChecked={picked === value} />
      <span className="as-typed">
        {label} {text || t('kernel:journal.empty')}
      </span>
    </label>
  )
}

function Changes({ title, lines, side }: { title: string; lines: ConflictLine[]; side: 'theirs' | 'mine' }) {
  const { t } = useTranslation('kernel')
  if (lines.length === 0) return null
  return (
    <div>
      <p className="field-label">{title}</p>
      <ul>
        {lines.map((line) => (
          <li key={line.name}>
            {t('journal.changed', {
              field: line.label,
              from: line.was || t('journal.empty'),
              to: line[side] || t('journal.empty'),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
