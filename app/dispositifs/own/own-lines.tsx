import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { toneOf } from '../desk/state-tone.ts'
import type { OwnLine } from './own-lines.server.ts'

export function OwnLines({ lines }: { lines: OwnLine[] }) {
  const { t } = useTranslation('dispositifs')
  return (
    <ul className="todo">
      {lines.map((one) => (
        <li key={one.id}>
          <div className="grow">
            <p>
              <Badge tone={toneOf(one.state)} label={t(`state.${one.state}`)} />{' '}
              <Link to={one.to}>
                <strong>{one.title}</strong>
              </Link>
            </p>
            <p className="small muted">{one.of}</p>
            <p className={one.late ? 'small fault' : 'small'}>{one.awaited}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
