import { useTranslation } from 'react-i18next'
import type { Grid, Scores } from '#server/dispositifs/grid/grid.schema.ts'
import { eliminated } from '#server/dispositifs/grid/grid.ts'
import { useSaid } from '../form/filling.ts'

/** A review that was handed in. */
export function ReviewRead({
  grid,
  review,
}: {
  grid: Grid | null
  review: {
    scores: Scores
    score: number | null
    opinion: string | null
    comment: string
    amount?: string | null
  }
}) {
  const { t, i18n } = useTranslation('dispositifs')
  const said = useSaid()
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const out = grid ? eliminated(grid, review.scores) : []
  return (
    <dl className="facts">
      {review.opinion ? (
        <div>
          <dt>{t('jury.field.opinion')}</dt>
          <dd>{t(`jury.opinion.${review.opinion}`)}</dd>
        </div>
      ) : null}
      {review.score === null ? null : (
        <div>
          <dt>{t('jury.column.score')}</dt>
          <dd>{t('jury.outOf', { score: number.format(review.score) })}</dd>
        </div>
      )}
      {review.amount ? (
        <div>
          <dt>{t('jury.field.amount')}</dt>
          <dd>{review.amount}</dd>
        </div>
      ) : null}
      {grid?.criteria.map((criterion) => {
        const note = review.scores[criterion.key]
        return note ? (
          <div key={criterion.key}>
            <dt>{said(criterion.label)}</dt>
            <dd>
              {note.score === null ? '—' : `${number.format(note.score)} / ${criterion.max}`}
              {out.includes(criterion.key) ? <span className="tag bad">{t('jury.eliminatory')}</span> : null}
              {note.comment ? <span className="said block">{note.comment}</span> : null}
            </dd>
          </div>
        ) : null
      })}
      {review.comment ? (
        <div>
          <dt>{t('jury.field.comment')}</dt>
          <dd className="said">{review.comment}</dd>
        </div>
      ) : null}
    </dl>
  )
}
