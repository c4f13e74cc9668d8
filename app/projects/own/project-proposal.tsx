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
import { DomainError } from '#server/kernel/errors.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { projects } from '#server/projects/permissions.ts'
import { decideProjectProposal } from '#server/projects/proposal/decide-project-proposal.server.ts'
import { getProjectProposal } from '#server/projects/proposal/find-project-proposals.server.ts'
import { type Decided, fieldsOf, type ProjectChanges } from '#server/projects/proposal/proposal.ts'
import { ProposalAnswer } from '../../crm/proposal-answer.tsx'
import { ProposalDecided } from '../../crm/proposal-decided.tsx'
import { readDecision } from '../../crm/read-decision.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { decidedLabel, decidedPieces, decidedText, faultsTold } from './project-words.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, projects['project:read'])
  const { locale, network } = ctx
  const found = await answering(args, async () => getProjectProposal(ctx, recordId(args.params.proposal)))
  const { fields, submittedAt, decidedAt, version, base: was, now, proposed, ...proposal } = found
  const day = days(locale, network.timeZone, 'long')
  const base = `/${network.slug}/bureau`
  return {
    ...proposal,
    origin: 'member',
    stamp: String(version),
    on: day.format(submittedAt),
    decidedOn: decidedAt && day.format(decidedAt),
    all: `${base}/projets/propositions`,
    record: `${base}/structures/${found.organisationId}`,
    project: found.projectId ? `${base}/projets/${found.projectId}` : null,
    mayDecide: found.state === 'submitted' && may(ctx, projects['project:publish']),
    lines: fields
      .filter(({ decided }) => found.projectId || isFilled(decided, proposed) || isFilled(decided, now))
      .map(({ decided, state, taken }) => ({
        field: decided as string,
        label: decidedLabel(decided, locale),
        state,
        taken,
        was: state === 'conflict' ? decidedText(decided, was, locale) : '',
        pieces: decidedPieces(decided, now, proposed, locale),
      })),
  }
}

/** Of a project that is yet to be made, what was left empty is not told. */
const isFilled = (decided: Decided, said: ProjectChanges) =>
  fieldsOf(decided).some((field) => {
    const value = said[field] ?? null
    return Array.isArray(value) ? value.length > 0 : value !== null && value !== '' && value !== false
  })

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, projects['project:publish'])
  const form = await submitted(args)
  const intent = String(form.get('intent'))
  if (intent !== 'decider' && intent !== 'refuser') throw data(null, { status: 400 })
  const reason = String(form.get('reason') ?? '')
    .trim()
    .slice(0, 1000)
  const answer = readDecision(form)
  return answering(args, async () => {
    try {
      await decideProjectProposal(ctx, recordId(args.params.proposal), {
        version: Number(form.get('stamp')),
        ...answer,
        reason,
      })
      return redirect(`/${ctx.network.slug}/bureau/projets/propositions?fait=proposition`)
    } catch (error) {
      if (!(error instanceof DomainError) || error.status === 404 || error.status === 403) throw error
      const faults = faultsTold(error, ctx.locale)
      const refusal = faults.length > 0 ? 'fields_refused' : error.code.split('.')[1]!
      return data({ refusal, reason, faults, answer }, { status: error.status })
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function ProjectProposalPage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('space')
  return (
    <div className="stack">
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.all}>{t('projects.proposals')}</Link>
      </nav>
      <h1>{page.title}</h1>
      <p>
        {page.isNew ? <span className="tag">{t('projects.isNew')}</span> : null}{' '}
        {t('proposals.by', { name: page.author ?? page.organisation, date: page.on })}{' '}
        <span className="muted">{page.email}</span>
      </p>
      <p className="row">
        <Link to={page.record}>{page.organisation}</Link>
        {page.project ? <Link to={page.project}>{t('projects.toProject')}</Link> : null}
      </p>
      {page.note ? <blockquote className="words">{page.note}</blockquote> : null}
      {page.isNew && page.mayDecide ? <p className="muted">{t('projects.whole')}</p> : null}
      {refused ? (
        <div className="notice bad" role="alert">
          <p>{t(`projects.refusal.${refused.refusal}`)}</p>
          {refused.faults.length > 0 ? (
            <ul>
              {refused.faults.map(({ decided, label, text }) => (
                <li key={decided}>{`${label} — ${text}`}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
      <ProposalAnswer
        key={page.stamp}
        proposal={page}
        reason={refused?.reason ?? ''}
        answer={refused?.answer}
        faults={refused?.faults}
        fault={refused?.refusal === 'reason_missing'}
      />
      <ProposalDecided proposal={page} />
      <VisibleBy who="team" />
    </div>
  )
}
