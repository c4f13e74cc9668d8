import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Grid, Scores } from '#server/dispositifs/grid/grid.schema.ts'
import { Field } from '../../ui/field.tsx'
import { ReviewRead } from './review-read.tsx'

/** Takes a file back from one of its readers, with why; another is found at once. */
export function TakeBack({ id, name, typed }: { id: string; name: string; typed: string | null }) {
  const { t } = useTranslation('dispositifs')
  return (
    <details open={typed === null ? undefined : true}>
      <summary aria-label={`${t('jury.reading.takeBack')} — ${name}`}>{t('jury.reading.takeBack')}</summary>
      <Form method="post" className="stack form">
        <input type="hidden" name="instructeur" value={id} />
        <Field
          name={`motif-${id}`}
          label={t('jury.handOver.reason')}
          hint={t('jury.handOver.takeBackHint')}
          fault={typed === null ? undefined : t('faults.reason_missing')}
        >
          {(attributes) => <input {...attributes} name="motif" maxLength={1000} defaultValue={typed ?? ''} />}
        </Field>
        <div className="row">
          <button className="btn sm" type="submit" name="intent" value="reprendre">
            {t('jury.reading.takeBackDo')}
          </button>
        </div>
      </Form>
    </details>
  )
}

type Returned = {
  id: string
  name: string
  returned: { on: string; reason: string; taken: boolean }
  scores: Scores | null
  score: number | null
  opinion: string | null
  comment: string | null
  amount: string | null
}

/** Who had the file and has it no more, why, and what they had noted. */
export function HandedOver({ grid, readers }: { grid: Grid | null; readers: Returned[] }) {
  const { t } = useTranslation('dispositifs')
  if (readers.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="rendus">
      <h2 id="rendus">{t('jury.handOver.former')}</h2>
      {readers.map(({ returned, ...one }) => (
        <article key={one.id} className="stack">
          <h3>{one.name}</h3>
          <p>
            {t(returned.taken ? 'jury.handOver.takenOn' : 'jury.handOver.handedOn', {
              on: returned.on,
              reason: returned.reason,
            })}
          </p>
          {one.opinion || one.comment || Object.keys(one.scores ?? {}).length > 0 ? (
            <details>
              <summary>{t('jury.handOver.draft')}</summary>
              <ReviewRead
                grid={grid}
                review={{ ...one, scores: one.scores ?? {}, comment: one.comment ?? '' }}
              />
            </details>
          ) : (
            <p className="small muted">{t('jury.handOver.noDraft')}</p>
          )}
        </article>
      ))}
    </section>
  )
}
