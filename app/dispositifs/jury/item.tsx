import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { giveOpinion } from '#server/dispositifs/sitting/give-opinion.server.ts'
import { isThere } from '#server/dispositifs/sitting/in-room.server.ts'
import { opinionDoubts } from '#server/dispositifs/sitting/opinion-doubts.server.ts'
import { readItem } from '#server/dispositifs/sitting/read-item.server.ts'
import { reopenItem } from '#server/dispositifs/sitting/reopen-item.server.ts'
import { opinionInput } from '#server/dispositifs/sitting/sitting.schema.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { Field } from '../../ui/field.tsx'
import { writeCents } from '../../ui/money.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import type { Doubt } from '../doubt.ts'
import { doubtsTold } from '../doubts-told.server.ts'
import { money } from '../figures.ts'
import { FaultNote } from '../told.tsx'
import { OpinionForm } from './opinion-form.tsx'
import { opinionValues, readOpinion } from './opinion-values.ts'
import { atAmount, readInput, refusalOf, textOf } from './read-input.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:read'])
  const { locale, network } = ctx
  const [sittingId, itemId] = await answering(
    args,
    async () => [recordId(args.params.sitting), recordId(args.params.item)] as const,
  )
  const found = await answering(args, () => readItem(ctx, sittingId, itemId))
  const { sitting, item, reviews, conditions, members, barred, left, envelope, signed, former, next } = found
  const euros = (cents: number | null) => (cents === null ? null : money(cents, locale))
  const score = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const base = `/${network.slug}/bureau/dispositifs`
  return {
    ...{ base, board: `${base}/jurys/${sittingId}`, sitting: sitting.name, item: itemId, signed, next },
    ...{
      number: item.number,
      title: item.title,
      code: item.code,
      dossier: `${base}/dossiers/${item.dossierId}`,
    },
    ...{ holder: item.holders.join(', '), requested: euros(item.requestedCents) },
    reviews: reviews.map(({ score: got, amountCents, ...one }) => ({
      ...one,
      ...{ score: got === null ? null : score.format(got), amount: euros(amountCents) },
    })),
    envelope: envelope && {
      ...{ code: envelope.code, envelope: euros(envelope.envelopeCents) },
      left: envelope.envelopeCents === null ? null : euros(envelope.envelopeCents - envelope.proposedCents),
    },
    former: former && { ...former, amount: euros(former.amountCents) },
    members: members
      .filter(isThere)
      .map(({ id, name }) => ({ id, name, barred: barred.includes(id), left: left.includes(id) })),
    quorum: sitting.quorum,
    version: item.version,
    opinion: item.opinion,
    values: {
      ...{ opinion: item.opinion ?? '', reasons: item.reasons },
      amount: item.amountCents === null ? '' : writeCents(item.amountCents, locale),
      conditions: conditions.map(({ text, dueOn }) => ({ text, dueOn: dueOn ?? '' })),
      left,
    },
    mayManage: may(ctx, dispositifs['jury:manage']),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:manage'])
  const [sitting, item] = await answering(
    args,
    async () => [recordId(args.params.sitting), recordId(args.params.item)] as const,
  )
  const form = await submitted(args)
  const board = `/${ctx.network.slug}/bureau/dispositifs/jurys/${sitting}`
  const values = opinionValues(form)
  const said: Record<string, number> = {}
  const calm = { doubts: [] as Doubt[], seen: '' }
  try {
    if (form.get('intent') === 'rouvrir') {
      const { id } = await reopenItem(ctx, sitting, item, textOf(form, 'motif'))
      return redirect(`${board}/points/${id}`)
    }
    const { typed, faults: misread } = readOpinion(values)
    const read = readInput(opinionInput, typed)
    const faults = atAmount({ ...read.faults, ...misread })
    if (!read.input || Object.keys(faults).length > 0)
      return data({ ...calm, values, faults, code: null, said }, { status: 422 })
    const doubts = await opinionDoubts(ctx, sitting, item, read.input)
    const seen = String(read.input.amountCents)
    if (doubts.length > 0 && textOf(form, 'averti') !== seen)
      return data(
        { values, faults, code: null, said, doubts: doubtsTold(doubts, ctx), seen },
        { status: 422 },
      )
    await giveOpinion(ctx, sitting, item, Number(form.get('version')), read.input)
    const next = textOf(form, 'suivant')
    return redirect(
      form.get('intent') === 'suivant' && next
        ? `${board}/points/${recordId(next)}`
        : `${board}?fait=avis-note`,
    )
  } catch (error) {
    const refused = refusalOf(error)
    if (refused) return data({ ...calm, values, ...refused }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.code} ${page.number} · ${page.title}` : undefined },
]

export default function Item() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="stack">
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: `${page.base}/jurys`, label: t('jury.sitting.list') },
          { to: page.board, label: page.sitting },
        ]}
        here={`${page.code} ${page.number}`}
      />
      <div className="row">
        <h1 className="grow">{page.title || t('untitled')}</h1>
        <Link className="btn" to={page.dossier}>
          {t('jury.item.read')}
        </Link>
      </div>
      <p className="muted">
        {[page.holder, page.requested ? t('jury.own.requested', { amount: page.requested }) : '']
          .filter(Boolean)
          .join(' · ')}
      </p>
      <FaultNote refused={refused} />
      {page.envelope?.left ? (
        <p className="notice">
          {t('jury.item.left', {
            code: page.envelope.code,
            left: page.envelope.left,
            envelope: page.envelope.envelope,
          })}
        </p>
      ) : null}
      {page.former ? (
        <section className="notice" aria-label={t('jury.item.former')}>
          <p>
            <strong>{t('jury.item.former')}</strong> {t(`jury.opinion.${page.former.opinion}`)}
            {page.former.amount ? ` · ${page.former.amount}` : ''}
          </p>
          <p className="said">{page.former.reasons}</p>
        </section>
      ) : null}
      <section className="card stack" aria-labelledby="lectures">
        <h2 id="lectures">{t('jury.item.reviews')}</h2>
        {page.reviews.length === 0 ? <p>{t('jury.item.noReview')}</p> : null}
        {page.reviews.map((one) => (
          <article key={one.name}>
            <h3>
              {[
                one.name,
                one.score ? t('jury.outOf', { score: one.score }) : '',
                one.opinion ? t(`jury.opinion.${one.opinion}`) : '',
                one.amount,
              ]
                .filter(Boolean)
                .join(' · ')}
            </h3>
            <p className="said">{one.comment}</p>
          </article>
        ))}
      </section>
      {page.mayManage && !page.signed ? (
        // Of this file: what was typed of the one before must not stay in the fields.
        <OpinionForm
          key={page.item}
          values={refused?.values ?? page.values}
          faults={refused?.faults ?? {}}
          doubts={refused?.doubts ?? []}
          seen={refused?.seen ?? ''}
          members={page.members}
          quorum={page.quorum}
          version={page.version}
          next={page.next}
          cancel={page.board}
        />
      ) : null}
      {page.signed && page.opinion ? (
        <section className="card stack" aria-labelledby="rendu">
          <h2 id="rendu">{t('jury.item.given')}</h2>
          <p>
            <strong>{t(`jury.opinion.${page.opinion}`)}</strong>{' '}
            {page.values.amount ? `· ${page.values.amount} €` : ''}
          </p>
          <p className="said">{page.values.reasons}</p>
          {page.mayManage ? (
            <details open={refused ? true : undefined}>
              <summary>{t('jury.item.reopen')}</summary>
              <Form method="post" className="stack form">
                <p>{t('jury.item.reopenLead')}</p>
                <Field
                  name="motif"
                  label={t('jury.item.reopenWhy')}
                  fault={refused?.faults.reason ? t('faults.reason_missing') : undefined}
                >
                  {(attributes) => <textarea {...attributes} name="motif" rows={2} maxLength={1000} />}
                </Field>
                <button className="btn" type="submit" name="intent" value="rouvrir">
                  {t('jury.item.reopen')}
                </button>
              </Form>
            </details>
          ) : null}
        </section>
      ) : null}
      <VisibleBy who="team" />
    </div>
  )
}
