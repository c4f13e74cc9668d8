import { Icon, type IconName } from './icons.tsx'

export type Tone = 'neutral' | 'ok' | 'wait' | 'bad' | 'info' | 'member'

const ICONS: Partial<Record<Tone, IconName>> = { ok: 'check', bad: 'alert' }

/** A state in a word; the colour only repeats it. */
export function Badge({ tone = 'neutral', label }: { tone?: Tone; label: string }) {
  const icon = ICONS[tone]
  return (
    <span className={`tag ${tone}`}>
      {icon ? <Icon name={icon} /> : null}
      {label}
    </span>
  )
}
