import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { Reasons } from './reasons.tsx'

type Side = {
  id: string
  name: string
  acronym: string | null
  what: string
  siren: string | null
  rna: string | null
  website: string | null
  published: boolean
  updatedOn: string
}
type Pair = {
  left: Side
  right: Side
  certainty: string
  reasons: string[]
  apart: { on: string; by: string | null } | null
}

/** Two records, why they may be one, and the two answers. */
export function PairCard({ pair, desk }: { pair: Pair; desk: string }) {
  const { t } = useTranslation('crm')
  const { left, right, apart } = pair
  const both = t('duplicate.two', { left: left.name, right: right.name })
  return (
    <li className="card stack">
      <div className="row">
        {apart ? (
          <span className="small muted">
            {t('duplicate.apartBy', { name: apart.by ?? t('kernel:someone'), date: apart.on })}
          </span>
        ) : (
          <Badge
            tone={pair.certainty === 'sure' ? 'ok' : 'neutral'}
            label={t(`duplicate.level.${pair.certainty}`)}
          />
        )}
      </div>
      <div className="halves">
        {[left, right].map((side) => (
          <div key={side.id}>
            <h2>
              <Link to={`${desk}/structures/${side.id}`}>{side.name}</Link>
            </h2>
            <p>{[side.acronym, side.what].filter(Boolean).join(' · ')}</p>
            <p className="small muted">{[side.siren, side.rna, side.website].filter(Boolean).join(' · ')}</p>
            <p className="small muted">
              {t(side.published ? 'publishedShort' : 'unpublishedShort')} ·{' '}
              {t('duplicate.updatedOn', { date: side.updatedOn })}
            </p>
          </div>
        ))}
      </div>
      <Reasons reasons={pair.reasons} />
      <Form method="post" className="row">
        <input type="hidden" name="a" value={left.id} />
        <input type="hidden" name="b" value={right.id} />
        <Link
          className="btn primary"
          to={`${desk}/doublons/${left.id}/${right.id}`}
          aria-label={`${t('duplicate.compare')} — ${both}`}
        >
          {t('duplicate.compare')}
        </Link>
        <button
          className="btn"
          type="submit"
          name="intent"
          value={apart ? 'reprendre' : 'distinctes'}
          aria-label={`${t(apart ? 'duplicate.takeBack' : 'duplicate.setApart')} — ${both}`}
        >
          {t(apart ? 'duplicate.takeBack' : 'duplicate.setApart')}
        </button>
      </Form>
    </li>
  )
}
