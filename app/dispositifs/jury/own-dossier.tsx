import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { handOver } from '#server/dispositifs/instruction/hand-over.server.ts'
import { readOwnDossier } from '#server/dispositifs/instruction/read-own-dossier.server.ts'
import { recuse } from '#server/dispositifs/instruction/recuse.server.ts'
import { reviewInput } from '#server/dispositifs/instruction/review.schema.ts'
import { writeReview } from '#server/dispositifs/instruction/write-review.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import type { Context } from '#server/kernel/context.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { fileLines } from '../../kernel/file-lines.server.ts'
import { writeCents } from '../../ui/money.ts'
import { money } from '../figures.ts'
import { AnswersRead } from '../form/answers-read.tsx'
import { Done, FaultNote } from '../told.tsx'
import { GiveUp } from './give-up.tsx'
import { Parting } from './parting.tsx'
import { atAmount, readInput, refusalOf, textOf } from './read-input.server.ts'
import { ReviewForm } from './review-form.tsx'
import { ReviewRead } from './review-read.tsx'
import { readReview, reviewValues } from './review-values.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['instruction:read'])
  const { locale, network } = ctx
  const id = await answering(args, async () => recordId(args.params.dossier))
  const found = await answering(args, () => readOwnDossier(ctx, id))
  if (!found) throw redirect(`/${network.slug}/espace/instruction?fait=lien-apparu`)
  const { row, grid, own, others, form, answers, parting, outcome, files } = found
  const { number, title, code, session, anonymous, dueOn, holders, sponsor, requestedCents } = row
  return {
    home: `/${network.slug}/espace/instruction`,
    ...{ number, title, code, session, anonymous, holders, sponsor, grid, form, answers, parting },
    due: dueOn ? days(locale, 'UTC', 'long').format(new Date(dueOn)) : null,
    requested: requestedCents === null ? null : money(Number(requestedCents), locale),
    own: own
      ? {
          ...{ scores: own.scores, opinion: own.opinion, comment: own.comment, privateNote: own.privateNote },
          ...{ version: own.version, score: own.score, submitted: own.submittedAt !== null },
          typedAmount: own.amountCents === null ? '' : writeCents(own.amountCents, locale),
          amount: own.amountCents === null ? null : money(own.amountCents, locale),
        }
      : null,
    others: others.map(({ name, ...one }) => ({ ...one, name: anonymous ? null : name })),
    files: fileLines(files, network, locale),
    outcome: outcome
      ? { ...outcome, amount: outcome.amountCents === null ? null : money(outcome.amountCents, locale) }
      : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['instruction:read'])
  const id = await answering(args, async () => recordId(args.params.dossier))
  const form = await submitted(args)
  const home = `/${ctx.network.slug}/espace/instruction`
  const intent = form.get('intent')
  if (intent === 'deporter') {
    await answering(args, () => recuse(ctx, id, textOf(form, 'motif')))
    return redirect(`${home}?fait=deporte`)
  }
  if (intent === 'rendre') return sentHandOver(args, ctx, id, textOf(form, 'motif'))
  const values = reviewValues(form)
  const said: Record<string, number> = {}
  const { typed, faults: misread } = readReview(values)
  const read = readInput(reviewInput, typed)
  const faults = atAmount({ ...read.faults, ...misread })
  if (!read.input || Object.keys(faults).length > 0)
    return data({ values, faults, code: null, said }, { status: 422 })
  try {
    const handIn = intent === 'remettre'
    const done = await writeReview(ctx, id, Number(form.get('version')), read.input, {
      ...{ handIn, above: form.get('auDela') === 'oui' },
    })
    if (done !== 'written')
      return redirect(`${home}?fait=${done === 'tied' ? 'lien-apparu' : 'repris-entre-temps'}`)
    return redirect(
      handIn ? `${home}/dossiers/${id}?fait=avis-remis` : `${home}/dossiers/${id}?fait=avis-garde`,
    )
  } catch (error) {
    const refused = refusalOf(error)
    if (refused) return data({ values, ...refused }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

async function sentHandOver(args: ActionFunctionArgs, ctx: Context, id: string, motif: string) {
  try {
    await handOver(ctx, id, motif)
    return redirect(`/${ctx.network!.slug}/espace/instruction?fait=rendu`)
  } catch (error) {
    const refused = refusalOf(error)
    if (!refused) return answering(args, () => Promise.reject(error))
    const nothing = { values: null, faults: {}, code: null, said: {} }
    return data({ ...nothing, motif, fault: refused.code }, { status: refused.status })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.code} ${page.number} · ${page.title}` : undefined },
]

export default function OwnDossier() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="wrap page">
      <nav className="small" aria-label={t('jury.own.title')}>
        <Link to={page.home}>{t('jury.own.title')}</Link>
      </nav>
      <h1>{page.title || t('untitled')}</h1>
      <p className="muted">
        {[
          `${page.code} · ${page.session}`,
          t('dossier.number', { number: page.number }),
          page.holders.join(', '),
          page.sponsor ? t('jury.own.sponsor', { name: page.sponsor }) : '',
          page.requested ? t('jury.own.requested', { amount: page.requested }) : '',
          page.due ? t('jury.own.due', { on: page.due }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>
        <a className="btn" href="#avis">
          {t('jury.review.title')}
        </a>
      </p>
      <Done of="jury" />
      <FaultNote refused={refused} />
      {page.anonymous ? <p className="notice">{t('jury.own.anonymous')}</p> : null}
      {page.outcome ? (
        <section className="notice" aria-label={t('jury.own.outcome')}>
          <p>
            <strong>{t('jury.own.outcome')}</strong> {t(`jury.opinion.${page.outcome.opinion}`)}
            {page.outcome.amount ? ` · ${page.outcome.amount}` : ''}
          </p>
          {page.outcome.reasons ? <p className="said">{page.outcome.reasons}</p> : null}
        </section>
      ) : null}
      <AnswersRead definition={page.form} answers={page.answers} />
      {page.files.length > 0 ? (
        <section className="card stack" aria-labelledby="pieces">
          <h2 id="pieces">{t('follow.own.files')}</h2>
          <ul className="plain">
            {page.files.map((file) => (
              <li key={file.id}>
                {file.held ? file.name : <a href={file.href}>{file.name}</a>}{' '}
                <span className="small muted">{file.size}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <h2 id="avis">{t('jury.review.title')}</h2>
      {page.own?.submitted ? (
        <>
          <ReviewRead grid={page.grid} review={page.own} />
          <Parting grid={page.grid} parting={page.parting} />
          <section className="stack" aria-labelledby="autres">
            <h2 id="autres">{t('jury.review.others')}</h2>
            {page.others.length === 0 ? <p>{t('jury.review.noOther')}</p> : null}
            {page.others.map((one, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: their order is that in which they were handed in
              <article key={nth} className="card stack">
                <h3>{one.name ?? t('jury.review.reader', { nth: nth + 1 })}</h3>
                <ReviewRead grid={page.grid} review={one} />
              </article>
            ))}
          </section>
        </>
      ) : (
        <p className="lead">{t('jury.review.lead')}</p>
      )}
      <ReviewForm
        grid={page.grid}
        own={page.own}
        values={refused?.values ?? null}
        faults={refused?.faults ?? {}}
        above={refused?.code === 'above_request'}
      />
      {page.own?.submitted ? null : <GiveUp refused={refused && 'motif' in refused ? refused : null} />}
    </div>
  )
}
