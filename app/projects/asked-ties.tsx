import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { projects } from '#server/projects/permissions.ts'
import { answerTie } from '#server/projects/tie/answer-tie.server.ts'
import { findAskedTies } from '#server/projects/tie/find-asked-ties.server.ts'
import { ANSWERS } from '#server/projects/tie/tie.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { Badge } from '../ui/badge.tsx'
import { EmptyList } from '../ui/list-states.tsx'
import { useDone } from '../ui/use-done.ts'
import { tieLine } from './record-view.server.ts'

const INTENTS = { confirmer: 'confirmed', refuser: 'refused', revenir: 'revoked' } as const

/** What other networks say that our organisations hold too. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, projects['project:read'])
  const ties = await answering(args, () => findAskedTies(ctx))
  return {
    base: `/${ctx.network.slug}/bureau`,
    mayAnswer: may(ctx, projects['project:tie']),
    ties: ties.map((tie) => {
      const told = tieLine(tie, ctx.network.timeZone, ctx.locale)
      const page = tie.slug ? `/${told.networkSlug}/projets/${tie.slug}` : null
      return { ...told, page, answers: ANSWERS[tie.state] }
    }),
    title: i18nFor(ctx.locale).t('projects:ties.asked'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, projects['project:tie'])
  const form = await submitted(args)
  const answer = INTENTS[String(form.get('intent')) as keyof typeof INTENTS]
  if (!answer) throw data(null, { status: 400 })
  const reason = String(form.get('raison') ?? '')
  await answering(args, async () => answerTie(ctx, recordId(String(form.get('lien'))), answer, reason))
  return redirect(`/${ctx.network.slug}/bureau/projets/liens?fait=${answer}`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const DONE = ['confirmed', 'refused', 'revoked']

export default function AskedTies() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('projects')
  const done = useDone()
  return (
    <>
      <nav className="small" aria-label={t('page.breadcrumb')}>
        <Link to={`${page.base}/projets`}>{t('list')}</Link>
      </nav>
      {done && DONE.includes(done) ? (
        <div className="notice ok" role="status">
          {t(`ties.done.${done}`)}
        </div>
      ) : null}
      <h1>{t('ties.asked')}</h1>
      <p className="lead">{t('ties.askedHelp')}</p>
      {page.ties.length === 0 ? <EmptyList text={t('ties.noneAsked')} /> : null}
      <ul className="plain">
        {page.ties.map((tie) => (
          <li key={tie.id} className="card stack">
            <div>
              <h2>{tie.page ? <Link to={tie.page}>{tie.title}</Link> : tie.title}</h2>
              <p>{t('ties.says', { network: tie.network, holder: tie.holder })}</p>
              <p>
                <Link to={`${page.base}/structures/${tie.organisationId}`}>{tie.organisation}</Link>
              </p>
              <p className="small muted">{tie.since}</p>
              <Badge tone={tie.tone} label={t(`ties.state.${tie.state}`)} />
              {tie.page ? null : <p className="small muted">{t('ties.notPublic')}</p>}
            </div>
            {page.mayAnswer ? <Answers id={tie.id} answers={tie.answers} name={tie.title} /> : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function Answers({ id, answers, name }: { id: string; answers: string[]; name: string }) {
  const { t } = useTranslation('projects')
  const button = (intent: keyof typeof INTENTS, primary = false) =>
    answers.includes(INTENTS[intent]) ? (
      <button
        className={primary ? 'btn primary' : 'btn'}
        type="submit"
        name="intent"
        value={intent}
        aria-label={t('ties.answerNamed', { answer: t(`ties.answer.${intent}`), name })}
      >
        {t(`ties.answer.${intent}`)}
      </button>
    ) : null
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="lien" value={id} />
      {answers.includes('refused') || answers.includes('revoked') ? (
        <label>
          <span className="small">{t('ties.reason')}</span>
          <input name="raison" maxLength={500} autoComplete="off" />
        </label>
      ) : null}
      <p className="row">
        {button('confirmer', true)}
        {button('refuser')}
        {button('revenir')}
      </p>
    </Form>
  )
}
