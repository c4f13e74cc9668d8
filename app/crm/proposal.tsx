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
import { reasonInput } from '#server/crm/page/page.schema.ts'
import { crm } from '#server/crm/permissions.ts'
import { answerCorrection, decideProposal } from '#server/crm/proposal/decide-proposal.server.ts'
import { getProposal } from '#server/crm/proposal/find-proposals.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { fieldLabel, fieldPieces, fieldText } from '../space/page-words.server.ts'
import { VisibleBy } from '../ui/visible-by.tsx'
import { ProposalAnswer } from './proposal-answer.tsx'
import { ProposalDecided } from './proposal-decided.tsx'
import { readDecision } from './read-decision.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['page:read'])
  const found = await answering(args, async () => getProposal(ctx, recordId(args.params.proposal)))
  const { locale, network } = ctx
  const day = days(locale, network.timeZone, 'long')
  const { submittedAt, decidedAt, fields, own, ...proposal } = found
  return {
    ...proposal,
    title: i18nFor(locale).t('space:proposals.one', { name: found.organisation }),
    on: day.format(submittedAt),
    decidedOn: decidedAt && day.format(decidedAt),
    record: `/${network.slug}/bureau/structures/${found.organisationId}`,
    all: `/${network.slug}/bureau/propositions`,
    mayDecide: found.state === 'submitted' && may(ctx, crm['page:decide']),
    lines: fields.map(({ field, now, proposed, base, state }) => ({
      field,
      label: fieldLabel(field, own, locale),
      state,
      taken: found.taken.includes(field),
      was: state === 'conflict' ? fieldText(field, base, locale, own) : '',
      pieces: fieldPieces(field, now, proposed, locale, own),
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['page:decide'])
  const form = await submitted(args)
  const intent = String(form.get('intent'))
  const reason = reasonInput.parse(String(form.get('reason') ?? ''))
  return answering(args, async () => {
    try {
      const id = recordId(args.params.proposal)
      if (intent === 'traitee' || intent === 'sans-suite')
        await answerCorrection(ctx, id, intent === 'traitee', reason)
      else if (intent === 'decider' || intent === 'refuser')
        await decideProposal(ctx, id, {
          stamp: String(form.get('stamp') ?? ''),
          ...readDecision(form),
          reason,
        })
      else throw data(null, { status: 400 })
      return redirect(`/${ctx.network.slug}/bureau/propositions?fait=proposition`)
    } catch (error) {
      if (!(error instanceof DomainError) || error.status === 404 || error.status === 403) throw error
      return data({ refusal: error.code.split('.')[1]!, reason }, { status: error.status })
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function ProposalPage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('space')
  return (
    <div className="stack">
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.all}>{t('proposals.title')}</Link>
      </nav>
      <h1>{page.title}</h1>
      <p>
        <span className="tag">{t(`origin.${page.origin}`)}</span>{' '}
        {t('proposals.by', { name: page.author || t('aVisitor'), date: page.on })}{' '}
        {page.email === page.author ? null : <span className="muted">{page.email}</span>}
      </p>
      <p>
        <Link to={page.record}>{t('proposals.toRecord')}</Link>
      </p>
      {page.note ? <blockquote className="words">{page.note}</blockquote> : null}
      {refused ? (
        <p className="notice bad" role="alert">
          {t(`refusal.${refused.refusal}`)}
        </p>
      ) : null}
      <ProposalAnswer
        key={page.stamp}
        proposal={page}
        reason={refused?.reason ?? ''}
        fault={refused?.refusal === 'reason_missing'}
      />
      <ProposalDecided proposal={page} />
      <VisibleBy who="team" />
    </div>
  )
}
