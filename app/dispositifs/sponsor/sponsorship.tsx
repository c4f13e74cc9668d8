import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { missing } from '#server/dispositifs/form/form.ts'
import type { DossierState } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { getSponsorship } from '#server/dispositifs/sponsor/get-sponsorship.server.ts'
import { today } from '#server/kernel/clock.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Field } from '../../ui/field.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { uploaded } from '../../upload.server.ts'
import { AskedTwice } from '../asked-twice.tsx'
import { toneOf } from '../desk/state-tone.ts'
import { money } from '../figures.ts'
import { paymentViews } from '../follow-up/follow-up-view.server.ts'
import { PaymentLines } from '../follow-up/payment-lines.tsx'
import { Refusal, useRefused } from '../follow-up/refusal.tsx'
import { refusedForm } from '../follow-up/sent-follow-up.server.ts'
import { AnswersRead } from '../form/answers-read.tsx'
import { Done } from '../told.tsx'
import { handleSponsorship } from './handle-sponsorship.server.ts'
import { lackingWords } from './lacking-words.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['sponsorship:own'])
  const { locale, network } = ctx
  const { t } = i18nFor(locale)
  const found = await answering(args, async () => getSponsorship(ctx, recordId(args.params.dossier)))
  const { row, session, holders, moves } = found
  const at = moments(locale, session.timeZone, 'long')
  return {
    back: `/${network.slug}/espace/parrainages`,
    files: `/${network.slug}/fichiers`,
    title: `${found.code} ${row.number} · ${row.title || t('dispositifs:untitled')}`,
    session: session.name,
    state: row.state,
    holders: holders.map(({ name }) => name).join(', '),
    sponsor: found.sponsor?.name ?? '',
    requested: row.requestedCents === null ? '' : money(row.requestedCents, locale),
    granted: row.grantedCents === null ? '' : money(row.grantedCents, locale),
    closes: at.format(session.closesAt),
    awaited: row.state === 'awaiting_sponsor',
    elsewhere: row.state === 'submitted' && found.intake === 'elsewhere',
    late: ctx.clock.now() >= session.closesAt,
    accredited: found.accredited,
    now: today(ctx.clock, session.timeZone),
    ...{ form: found.form, answers: row.answers },
    lacks: lackingWords(found.form, missing(found.form, row.answers), locale),
    payments: paymentViews(found.payments, locale),
    attached: found.files.filter(({ readable }) => readable).map(({ id, name }) => ({ id, name })),
    moves: moves.toReversed().map((move) => ({
      ...{ key: String(move.nth), on: at.format(move.at), at: move.at.toISOString() },
      title: t(`dispositifs:state.${move.toState}`),
      text: move.toState === 'draft' && move.nth > 0 ? move.reason : undefined,
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['sponsorship:own'])
  const id = await answering(args, async () => recordId(args.params.dossier))
  let form = new FormData()
  let which = ''
  try {
    const sent = await uploaded(args)
    form = sent.form
    which = String(form.get('intent') ?? '')
    if (which === 'etape') which = `etape ${form.get('versement')}`
    const done = await handleSponsorship(ctx, id, sent)
    if (!done) throw data(null, { status: 400 })
    return redirect(`/${ctx.network.slug}/espace/parrainages/${id}?fait=${done}`)
  } catch (error) {
    const refused = refusedForm(error, form, which)
    if (refused) return data(refused, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const OWN_STEPS = ['received', 'passed_on']

export default function Sponsorship() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="wrap page stack">
      <p className="small">
        <Link to={page.back}>{t('follow.own.title')}</Link>
      </p>
      <h1>{page.title}</h1>
      <Done of="followUp" />
      <Refusal refused={refused} />
      <p className="row">
        <Badge tone={toneOf(page.state as DossierState)} label={t(`state.${page.state}`)} />
        <span className="muted">{page.session}</span>
      </p>
      <dl className="facts">
        <Fact label={t('column.holder')} value={page.holders} />
        <Fact label={t('field.sponsorId')} value={page.sponsor} />
        <Fact label={t('column.requested')} value={page.requested} />
        <Fact label={t('follow.field.granted')} value={page.granted} />
      </dl>
      {page.elsewhere ? <p className="notice">{t('mended.nothingToValidate')}</p> : null}
      {page.awaited ? <Validation page={page} refused={refused} /> : null}
      {page.payments.length > 0 ? (
        <section className="stack" aria-labelledby="argent">
          <h2 id="argent">{t('follow.own.money')}</h2>
          <p className="muted">{t('follow.own.moneyLead')}</p>
          <PaymentLines
            payments={page.payments}
            files={page.files}
            records={OWN_STEPS}
            now={page.now}
            refused={refused}
          />
        </section>
      ) : null}
      <section className="stack" aria-labelledby="reponses">
        <h2 id="reponses">{t('dossier.answers')}</h2>
        <AnswersRead definition={page.form} answers={page.answers} />
      </section>
      {page.attached.length > 0 ? (
        <section className="stack" aria-labelledby="pieces">
          <h2 id="pieces">{t('follow.own.files')}</h2>
          <ul>
            {page.attached.map(({ id, name }) => (
              <li key={id}>
                <a href={`${page.files}/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="stack" aria-labelledby="suivi">
        <h2 id="suivi">{t('dossier.moves')}</h2>
        <Timeline label={t('dossier.moves')} moments={page.moves} />
      </section>
      <VisibleBy who="youAndTeam" />
    </div>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

function Validation({ page, refused: all }: { page: Page; refused: Parameters<typeof useRefused>[0] }) {
  const { t } = useTranslation('dispositifs')
  const { typed, fault, refused } = useRefused(all, 'renvoyer')
  const doubts = all?.doubts ? { doubts: all.doubts, seen: all.seen ?? '' } : null
  return (
    <section className="card banded stack" aria-labelledby="valider">
      <h2 id="valider">{t('follow.own.validation')}</h2>
      <p>{t(page.late ? 'follow.own.late' : 'follow.own.validateBefore', { at: page.closes })}</p>
      {page.accredited === false ? <p className="notice bad">{t('follow.faults.not_accredited')}</p> : null}
      {page.lacks.length > 0 && !doubts ? (
        <div className="notice">
          <p>{t('follow.own.lacks', { count: page.lacks.length })}</p>
          <ul>
            {page.lacks.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {page.late ? null : page.lacks.length > 0 ? (
        // Asked again by the server, with what is missing.
        <Form method="post" className="stack">
          <AskedTwice doubts={doubts?.doubts ?? []} seen={doubts?.seen ?? ''} />
          <p>
            <button className="btn primary" type="submit" name="intent" value="valider">
              {t(doubts ? 'asks.confirm' : 'follow.own.validate')}
            </button>
          </p>
        </Form>
      ) : (
        <Form method="post">
          <ConfirmSubmit
            label={t('follow.own.validate')}
            question={t('follow.own.validateQuestion')}
            consequence={t('follow.own.validateConsequence')}
            name="intent"
            value="valider"
            main
          />
        </Form>
      )}
      <details open={refused ? true : undefined}>
        <summary>{t('follow.own.sendBack')}</summary>
        <Form method="post" className="stack form" noValidate>
          <Field name="reason" label={t('follow.own.sendBackWhy')} fault={fault('reason')}>
            {(attributes) => (
              <textarea
                {...attributes}
                name="reason"
                rows={4}
                maxLength={2000}
                defaultValue={typed('reason')}
              />
            )}
          </Field>
          <button className="btn" type="submit" name="intent" value="renvoyer">
            {t('follow.own.sendBack')}
          </button>
        </Form>
      </details>
    </section>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  if (!value) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
