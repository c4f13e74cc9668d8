import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { verifyOwnPage } from '#server/crm/page/verify-page.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { useDone } from '../ui/use-done.ts'
import { VisibleBy } from '../ui/visible-by.tsx'
import { AnsweredProposals } from './answered-proposals.tsx'
import { ownPageView } from './own-page-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['page:keep'])
  return answering(args, async () => ownPageView(ctx, recordId(args.params.id)))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['page:keep'])
  if ((await submitted(args)).get('intent') !== 'verifier') throw data(null, { status: 400 })
  await answering(args, async () => verifyOwnPage(ctx, recordId(args.params.id)))
  return redirect(`/${ctx.network.slug}/espace/structures/${args.params.id}?fait=page-verifiee`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name }]

const DONE = [
  'page-envoyee',
  'page-publiee',
  'page-brouillon',
  'page-abandonnee',
  'page-choix',
  'page-verifiee',
  'collegue-invite',
  'collegue-demande',
]

export default function OwnPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('space')
  const done = useDone()
  const beside: [string, string][] = [
    ...(page.projects ? [['projets', t('projects.own')] as [string, string]] : []),
    ['messages', t('toMessages')],
    ['equipe', t('toColleagues')],
    ['choix', t('toChoices')],
  ]
  return (
    <div className="wrap page">
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.space}>{t('backToSpace')}</Link>
      </nav>
      {done && DONE.includes(done) ? (
        <p className="notice ok" role="status">
          {t(`done.${done}`)}
        </p>
      ) : null}
      <h1>{page.name}</h1>
      <p className="row">
        <span className={page.listing ? 'tag ok' : 'tag'}>
          {t(page.listing ? 'isPublished' : 'isNotPublished')}
        </span>
        {page.verifiedOn ? (
          <span className="tag ok">{t('verifiedOn', { date: page.verifiedOn })}</span>
        ) : (
          <span className="tag">{t('neverVerified')}</span>
        )}
      </p>
      <div className="cols aside">
        <div className="stack">
          <section className="card stack" aria-labelledby="page">
            <h2 id="page">{t('yourPage')}</h2>
            {page.open ? (
              <div className="notice stack">
                <p>{t(page.open.waits ? 'waitsSince' : 'draftSince', { date: page.open.on })}</p>
                <p>
                  <Link to="apercu">{t('seeChanges')}</Link>
                </p>
              </div>
            ) : null}
            <dl className="facts">
              {page.facts.map(({ field, label, value }) => (
                <div key={field}>
                  <dt>{label}</dt>
                  <dd className="words">{value}</dd>
                </div>
              ))}
            </dl>
            <div className="row">
              <Link className="btn primary" to="modifier">
                {t('edit')}
              </Link>
              <Form method="post">
                <button className="btn" type="submit" name="intent" value="verifier">
                  {t('stillRight')}
                </button>
              </Form>
              {page.listing ? <a href={page.listing}>{t('seePublic')}</a> : null}
            </div>
            <p className="small muted">{t('stillRightHelp')}</p>
          </section>
          <AnsweredProposals answered={page.answered} card />
        </div>
        <aside className="stack" aria-label={t('beside')}>
          <nav className="card" aria-label={t('alsoHere')}>
            <ul className="stack">
              {beside.map(([to, label]) => (
                <li key={to}>
                  <Link to={to}>{label}</Link>
                </li>
              ))}
            </ul>
          </nav>
          {page.support.length > 0 ? (
            <section className="card stack" aria-labelledby="accompagnement">
              <h2 id="accompagnement">{t('support.heading')}</h2>
              {page.support.map((act) => (
                <div key={act.id}>
                  <p>
                    <strong>{act.topic}</strong>
                  </p>
                  <p className="small muted">{[act.on, act.by].filter(Boolean).join(' · ')}</p>
                  {act.agreed ? <p className="words">{act.agreed}</p> : null}
                </div>
              ))}
            </section>
          ) : null}
          <section className="card" aria-labelledby="historique">
            <h2 id="historique">{t('history')}</h2>
            {page.history.length === 0 ? <p className="muted">{t('noHistory')}</p> : null}
            <ol className="time">
              {page.history.map((line) => (
                <li key={line.id}>
                  <span className="small muted">{line.on}</span>
                  <div>{line.sentence}</div>
                </li>
              ))}
            </ol>
          </section>
        </aside>
      </div>
      <VisibleBy who="youAndTeam" />
    </div>
  )
}
