import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#packages/referentials/countries.ts'
import { days, moments } from '#packages/referentials/dates.ts'
import { getDossier } from '#server/dispositifs/dossier/get-dossier.server.ts'
import { isWritable } from '#server/dispositifs/dossier/is-writable.ts'
import { headCount } from '#server/dispositifs/head-count/head-count.schema.ts'
import { gapOf } from '#server/dispositifs/head-count/head-count.ts'
import { type DossierState, moveBetween } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Timeline } from '../../ui/timeline.tsx'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { type Doubt, Doubtful } from '../doubt.ts'
import { money } from '../figures.ts'
import { AnswersRead } from '../form/answers-read.tsx'
import { ruleWords } from '../rule-words.ts'
import { Done, FaultNote } from '../told.tsx'
import { refusedAct } from './dispositif-values.server.ts'
import { DossierHeading } from './dossier-heading.tsx'
import { Eligibility } from './eligibility.tsx'
import { handleDossier } from './handle-dossier.server.ts'
import { dossierHead } from './heading-of.server.ts'
import { MoveForm } from './move-form.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:read'])
  const { locale, network } = ctx
  const found = await answering(args, async () => getDossier(ctx, recordId(args.params.id)))
  const { row, session } = found
  const { t } = i18nFor(locale)
  const at = moments(locale, session.timeZone)
  const day = days(locale, 'UTC', 'long')
  const period = [row.startsOn, row.endsOn].filter((one) => one !== null)
  return {
    head: dossierHead(ctx, row, session, 'dossier'),
    records: `/${network.slug}/bureau/structures`,
    ...{ form: found.form, answers: row.answers },
    ...{ holders: found.holders, sponsor: found.sponsor, assignee: found.assignee },
    facts: {
      requested: row.requestedCents === null ? '' : money(row.requestedCents, locale),
      countries: row.countries.map((code) => countryName(code, locale)).join(', '),
      dates: period.map((one) => day.format(new Date(one))).join(' – '),
      external: [row.externalNumber, row.externalStatus].filter(Boolean).join(' · '),
      submitted: row.submittedAt ? at.format(row.submittedAt) : '',
    },
    gaps: gapsOf(row.planned),
    judgements: found.judgements.map(({ key, verdict, blocking, why, source }, nth) => ({
      says: ruleWords(found.rules[nth]!, t, locale, session),
      ...{ key, verdict, blocking, why: why[locale], source: source.text, url: source.url ?? null },
      waiver: waiverTold(found.waivers.find(({ ruleKey }) => ruleKey === key)),
    })),
    next: found.next.map((to) => ({ to, reason: moveBetween(row.state as DossierState, to)!.reason })),
    moves: found.moves.toReversed().map(({ nth, toState, at: when, reason, by }) => ({
      ...{ key: String(nth), on: at.format(when), at: when.toISOString(), reason },
      title: t('dispositifs:movedBy', { state: t(`dispositifs:state.${toState}`), by: by ?? '' }),
    })),
    emptied: row.emptiedAt ? at.format(row.emptiedAt) : null,
    mayWrite: may(ctx, dispositifs['dossier:write']) && isWritable(row),
    merged: row.mergedInto,
    mayMove: may(ctx, dispositifs['dossier:move']),
  }
}

const waiverTold = (waiver?: { reason: string; by: string | null }) =>
  waiver ? { reason: waiver.reason, by: waiver.by ?? '' } : null

/** Where a total and its parts differ: a number is never put right by the machine. */
const gapsOf = (planned: unknown) => {
  const count = headCount.safeParse(planned)
  return count.success ? gapOf(count.data) : []
}

const CALM = { doubts: [] as Doubt[], seen: '' }

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:move'])
  const id = await answering(args, async () => recordId(args.params.id))
  const form = await submitted(args)
  try {
    const done = await handleDossier(ctx, id, form)
    if (!done) throw data(null, { status: 400 })
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/dossiers/${id}?fait=${done}`)
  } catch (error) {
    const doubted = error instanceof Doubtful ? { doubts: error.doubts, seen: error.seen } : null
    const refused = refusedAct(error)
    const typed = {
      to: String(form.get('vers') ?? ''),
      rule: String(form.get('regle') ?? ''),
      reason: String(form.get('motif') ?? ''),
    }
    if (doubted) return data({ ...doubted, code: null, typed }, { status: 422 })
    if (refused) return data({ ...CALM, code: refused.code, typed }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.head.title }]

export default function Dossier() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="stack">
      <DossierHeading head={page.head}>
        {page.mayWrite ? (
          <Link className="btn" to="modifier">
            {t('edit')}
          </Link>
        ) : null}
      </DossierHeading>
      <Done of="desk" />
      {page.merged ? (
        <p className="notice">
          {t('dossier.mergedAway')}{' '}
          <Link to={`${page.head.base}/dossiers/${page.merged}`}>{t('dossier.seeKept')}</Link>
        </p>
      ) : null}
      {page.emptied ? <p className="notice">{t('emptied', { date: page.emptied })}</p> : null}
      <FaultNote refused={refused} />
      {page.gaps.map(({ origin, of, typed, counted, by }) => (
        <p key={`${origin} ${of}`} className="notice bad">
          {t('gap.told', {
            origin: t(`gap.${origin}`),
            of: t(`gap.of.${of}`),
            typed: typed ?? 0,
            counted,
            by: `${by > 0 ? '+' : '−'}${Math.abs(by)}`,
          })}
        </p>
      ))}
      <section className="card stack" aria-labelledby="essentiel">
        <h2 id="essentiel">{t('dossier.essential')}</h2>
        <dl className="facts abreast">
          <Fact label={t('column.holder')}>
            {page.holders.map(({ id, name }, nth) => (
              <span key={id}>
                {nth > 0 ? ', ' : ''}
                <Link to={`${page.records}/${id}`}>{name}</Link>
              </span>
            ))}
          </Fact>
          {page.sponsor ? (
            <Fact label={t('field.sponsorId')}>
              <Link to={`${page.records}/${page.sponsor.id}`}>{page.sponsor.name}</Link>
            </Fact>
          ) : null}
          {(['requested', 'dates', 'countries', 'submitted', 'external'] as const).map((name) =>
            page.facts[name] ? (
              <Fact key={name} label={t(`column.${name}`)}>
                {page.facts[name]}
              </Fact>
            ) : null,
          )}
          <Fact label={t('column.assignee')}>{page.assignee ?? t('nobody')}</Fact>
        </dl>
      </section>
      {page.mayMove && page.next.length > 0 ? (
        <MoveForm
          state={page.head.state}
          next={page.next}
          refused={refused?.typed.rule || !refused?.code ? undefined : refused.typed}
          doubts={refused?.doubts ?? []}
          seen={refused?.seen ?? ''}
        />
      ) : null}
      <Eligibility
        judgements={page.judgements}
        mayWaive={page.mayMove}
        refused={refused?.code ? refused.typed : undefined}
      />
      <section className="card stack" aria-labelledby="reponses">
        <h2 id="reponses">{t('dossier.answers')}</h2>
        <AnswersRead definition={page.form} answers={page.answers} />
      </section>
      <section className="card stack" aria-labelledby="suivi">
        <h2 id="suivi">{t('dossier.moves')}</h2>
        <Timeline
          label={t('dossier.moves')}
          moments={page.moves.map(({ reason, ...moment }) => ({ ...moment, text: reason || undefined }))}
        />
      </section>
      <VisibleBy who="team" />
    </div>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
