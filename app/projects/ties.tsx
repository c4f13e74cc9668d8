import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { filtersSchema } from '#server/directory/organisation/filters.schema.ts'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import { today } from '#server/kernel/clock.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { projects } from '#server/projects/permissions.ts'
import { getProject } from '#server/projects/project/get-project.server.ts'
import { findTies } from '#server/projects/tie/find-ties.server.ts'
import { proposeTie } from '#server/projects/tie/propose-tie.server.ts'
import { withdrawTie } from '#server/projects/tie/withdraw-tie.server.ts'
import { line } from '../directory/directory-view.server.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { Badge } from '../ui/badge.tsx'
import { ConfirmSubmit } from '../ui/confirm-submit.tsx'
import { networkNames } from './panorama-view.server.ts'
import { faultOf } from './project-form.server.ts'
import { tieLine } from './record-view.server.ts'

const MOST_FOUND = 20

/** What other networks list, searched to say which of their organisations holds this project too. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, projects['project:tie'])
  const q = new URL(args.request.url).searchParams.get('q')?.trim().slice(0, 200) ?? ''
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const [record, ties] = await Promise.all([getProject(ctx, id), findTies(ctx, id)])
    return {
      q,
      project: record.title,
      home: `/${ctx.network.slug}/bureau/projets/${id}`,
      ties: ties.map((tie) => tieLine(tie, ctx.network.timeZone, ctx.locale)),
      found: q ? await otherListings(q, ctx) : null,
      title: `${i18nFor(ctx.locale).t('projects:ties.manage')} — ${record.title}`,
    }
  })
}

async function otherListings(q: string, ctx: ReturnType<typeof guard>) {
  const filters = filtersSchema.parse({ q, per_page: 100 })
  const { items } = await findListings({ networkId: null, today: today(ctx.clock, 'Europe/Paris') }, filters)
  // An organisation that this network lists too is chosen among its own.
  const others = items.filter(({ networks }) => !networks.includes(ctx.network?.slug ?? ''))
  return others.slice(0, MOST_FOUND).map((item) => ({
    value: `${item.network}/${item.slug}`,
    name: item.name,
    what: [line(item, ctx.locale).what, ...networkNames([item.network])].join(' · '),
  }))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, projects['project:tie'])
  const form = await submitted(args)
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const home = `/${ctx.network.slug}/bureau/projets/${id}`
    const withdrawn = form.get('retirer')
    if (withdrawn) {
      await withdrawTie(ctx, id, recordId(String(withdrawn)))
      return redirect(`${home}?fait=lien_retire#liens`)
    }
    const [network = '', slug = ''] = String(form.get('structure') ?? '').split('/')
    try {
      await proposeTie(ctx, id, { network, slug })
    } catch (error) {
      return data({ faults: faultOf(error) }, { status: 422 })
    }
    return redirect(`${home}?fait=lien#liens`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Ties() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('projects')
  return (
    <>
      <nav className="small" aria-label={t('page.breadcrumb')}>
        <Link to={page.home}>{page.project}</Link>
      </nav>
      <h1>{t('ties.manage')}</h1>
      <p className="lead">{t('ties.elsewhereHelp')}</p>
      <ul className="plain">
        {page.ties.map((tie) => (
          <li key={tie.id} className="card row">
            <div className="grow">
              <strong>{tie.organisation}</strong>
              <div className="small muted">{t('ties.line', { network: tie.network, date: tie.since })}</div>
              <Badge tone={tie.tone} label={t(`ties.state.${tie.state}`)} />
              {tie.reason ? <div className="small">{t('ties.because', { reason: tie.reason })}</div> : null}
            </div>
            <Form method="post">
              <ConfirmSubmit
                label={t('ties.withdraw')}
                question={t('ties.withdrawQuestion', { name: tie.organisation })}
                consequence={t('ties.withdrawConsequence', { network: tie.network })}
                name="retirer"
                value={tie.id}
                danger
              />
            </Form>
          </li>
        ))}
      </ul>
      <section className="stack" aria-labelledby="ajouter">
        <h2 id="ajouter">{t('ties.add')}</h2>
        <Form method="get" role="search" className="row search">
          <input
            className="grow"
            type="search"
            name="q"
            defaultValue={page.q}
            aria-label={t('ties.searchLabel')}
            placeholder={t('ties.searchHint')}
          />
          <button className="btn" type="submit">
            {t('search')}
          </button>
        </Form>
        {page.found?.length === 0 ? <p className="empty">{t('ties.noneFound')}</p> : null}
        <ul className="plain">
          {page.found?.map((one) => (
            <li key={one.value}>
              <Form method="post" className="row">
                <div className="grow">
                  {one.name}
                  <div className="small muted">{one.what}</div>
                </div>
                <button
                  className="btn sm"
                  type="submit"
                  name="structure"
                  value={one.value}
                  aria-label={t('ties.proposeNamed', { name: one.name })}
                >
                  {t('ties.propose')}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
