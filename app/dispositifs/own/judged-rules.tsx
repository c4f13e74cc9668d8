import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '../../ui/badge.tsx'
import type { JudgedLine } from './judged-view.server.ts'

const TONES: Record<JudgedLine['verdict'], Tone> = {
  met: 'ok',
  broken: 'bad',
  unknown: 'wait',
  waived: 'neutral',
}

/** Each rule, what the dossier makes of it and why it is there. */
export function JudgedRules({ lines }: { lines: JudgedLine[] }) {
  const { t } = useTranslation('dispositifs')
  if (lines.length === 0) return <p className="muted">{t('rules.none')}</p>
  return (
    <ul className="todo">
      {lines.map((one) => (
        <li key={one.key}>
          <div className="grow">
            <p>
              <Badge tone={TONES[one.verdict]} label={t(`verdict.${one.verdict}`)} />{' '}
              <strong>{one.says}</strong> {one.found}
            </p>
            <p className="small muted">
              {one.why} {one.source}
              {one.blocking ? null : ` · ${t('rules.advice')}`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
