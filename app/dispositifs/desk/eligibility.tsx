import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Field } from '../../ui/field.tsx'
import { OnlySource, onlySource, RuleSource } from './rule-source.tsx'

type Told = {
  key: string
  /** The rule in plain words. */
  says: string
  verdict: 'met' | 'broken' | 'unknown'
  blocking: boolean
  why: string
  source: string
  url: string | null
  waiver: { reason: string; by: string } | null
}
type Props = { judgements: Told[]; mayWaive: boolean; refused?: { rule: string; reason: string } }

const TONES: Record<Told['verdict'], Tone> = { met: 'ok', broken: 'bad', unknown: 'wait' }

/** What this dossier makes of each rule of its session; those it meets are told in a word. */
export function Eligibility({ judgements, mayWaive, refused }: Props) {
  const { t } = useTranslation('dispositifs')
  const only = onlySource(judgements)
  const lines = (those: Told[]) => (
    <ul className="todo">
      {those.map((one) => (
        <li key={one.key}>
          <div className="grow stack">
            <Judged one={one} told={only !== null} />
            {mayWaive ? <Waive one={one} refused={refused?.rule === one.key ? refused : undefined} /> : null}
          </div>
        </li>
      ))}
    </ul>
  )
  const isMet = (one: Told) => one.verdict === 'met' && !one.waiver
  const met = judgements.filter(isMet)
  const open = (['broken', 'unknown', 'met'] as const).flatMap((verdict) =>
    judgements.filter((one) => one.verdict === verdict && !isMet(one)),
  )
  return (
    <section className="card stack" aria-labelledby="regles">
      <h2 id="regles">{t('rules.judged')}</h2>
      {judgements.length === 0 ? <p className="muted">{t('rules.none')}</p> : null}
      {open.length > 0 ? lines(open) : null}
      {met.length > 0 ? (
        <details>
          <summary>{t('rules.met', { count: met.length })}</summary>
          {lines(met)}
        </details>
      ) : null}
      <OnlySource of={only} />
    </section>
  )
}

function Judged({ one, told }: { one: Told; told: boolean }) {
  const { t } = useTranslation('dispositifs')
  return (
    <>
      <p>
        <Badge
          tone={one.waiver ? 'neutral' : TONES[one.verdict]}
          label={t(one.waiver ? 'verdict.waived' : `verdict.${one.verdict}`)}
        />{' '}
        <strong>{one.says}</strong> {one.why}{' '}
        <span className="muted small">
          {told ? null : <RuleSource source={one.source} url={one.url} />}
          {one.blocking ? null : ` · ${t('rules.advice')}`}
        </span>
      </p>
      {one.waiver ? (
        <p className="small">{t('waived', { reason: one.waiver.reason, by: one.waiver.by })}</p>
      ) : null}
    </>
  )
}

/** A rule is set aside for this dossier with a reason, and put back in one click. */
function Waive({ one, refused }: { one: Told; refused?: { reason: string } }) {
  const { t } = useTranslation('dispositifs')
  if (one.waiver)
    return (
      <Form method="post">
        <input type="hidden" name="regle" value={one.key} />
        <button className="btn sm" type="submit" name="intent" value="reprendre">
          {t('waiver.takeBack')}
        </button>
      </Form>
    )
  if (one.verdict !== 'broken') return null
  return (
    <details open={refused ? true : undefined}>
      <summary>{t('waiver.ask')}</summary>
      <Form method="post" className="stack form">
        <input type="hidden" name="regle" value={one.key} />
        <Field
          name="motif"
          label={t('waiver.reason')}
          fault={refused ? t('faults.reason_missing') : undefined}
        >
          {(attributes) => (
            <textarea
              {...attributes}
              name="motif"
              rows={2}
              maxLength={1000}
              defaultValue={refused?.reason ?? ''}
            />
          )}
        </Field>
        <button className="btn sm" type="submit" name="intent" value="ecarter">
          {t('waiver.give')}
        </button>
      </Form>
    </details>
  )
}
