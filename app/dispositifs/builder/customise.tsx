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
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { customiseDispositif } from '#server/dispositifs/revision/draft.server.ts'
import { getWorkshop } from '#server/dispositifs/revision/get-workshop.server.ts'
import { effectsOnSession, moveSession } from '#server/dispositifs/revision/move-session.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { refusedAct } from '../desk/dispositif-values.server.ts'
import { BesideHead } from '../template/beside-head.tsx'
import { History } from './history.tsx'
import { SessionMoves } from './session-moves.tsx'

const KINDS = ['form', 'rules', 'grid'] as const
type Kind = (typeof KINDS)[number]
const PAGE: Record<Kind, string> = { form: 'formulaire', rules: 'regles', grid: 'grille' }

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const found = await answering(args, async () => getWorkshop(ctx, recordId(args.params.id)))
  const { locale, network } = ctx
  const at = moments(locale, network.timeZone)
  const current = Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      found.revisions.find((one) => one.kind === kind && one.publishedAt)?.number ?? null,
    ]),
  ) as Record<Kind, number | null>
  const asked = new URL(args.request.url).searchParams
  const moving = await movingOf(ctx, found, current, asked).catch(() => null)
  return {
    base: `/${network.slug}/bureau/dispositifs`,
    ...{
      id: found.id,
      code: found.code,
      name: found.name,
      customised: found.customised,
      current,
      follows: found.follows,
    },
    title: i18nFor(locale).t('dispositifs:papers.builder.titleOf', { code: found.code }),
    parts: KINDS.map((kind) => ({
      ...{ kind, to: PAGE[kind], number: current[kind] },
      draft: found.revisions.some((one) => one.kind === kind && !one.publishedAt),
    })),
    history: found.revisions.map(({ id, kind, number, note, by, publishedAt, updatedAt }) => ({
      ...{ id, kind, number, note, by },
      on: publishedAt ? at.format(new Date(publishedAt)) : null,
      saved: at.format(new Date(updatedAt)),
    })),
    sessions: found.sessions.map(({ id, name, dossiers, drafts, ...bound }) => ({
      ...{ id, name, dossiers, drafts },
      behind: KINDS.filter((kind) => {
        const number = bound[`${kind}Number`]
        return number !== null && current[kind] !== null && number < current[kind]!
      }),
      bound: KINDS.flatMap((kind) => {
        const number = bound[`${kind}Number`]
        return number === null ? [] : [{ kind, number }]
      }),
    })),
    moving,
  }
}

export type Workshop = Awaited<ReturnType<typeof loader>>

/** The session somebody is about to move, with what it does. */
async function movingOf(
  ctx: Context,
  found: Awaited<ReturnType<typeof getWorkshop>>,
  current: Record<Kind, number | null>,
  asked: URLSearchParams,
) {
  const session = found.sessions.find(({ id }) => id === asked.get('session'))
  const kind = KINDS.find((one) => one === asked.get('quoi'))
  if (!session || !kind || current[kind] === null) return null
  const effects = kind === 'form' ? await effectsOnSession(ctx, session.id) : []
  return {
    ...{ id: session.id, name: session.name, kind, number: current[kind], drafts: session.drafts },
    effects: effects.map(({ name, ...one }) => ({ ...one, label: name[ctx.locale] })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const form = await submitted(args)
  const id = await answering(args, async () => recordId(args.params.id))
  const back = `/${ctx.network.slug}/bureau/dispositifs/${id}/personnaliser`
  try {
    if (form.get('acte') === 'ouvrir') {
      const { follows } = await customiseDispositif(ctx, id)
      return redirect(`${back}?fait=${follows ? 'complete' : 'ouvert'}`)
    }
    const kind = KINDS.find((one) => one === form.get('quoi'))
    if (form.get('acte') === 'session' && kind) {
      const session = recordId(String(form.get('session') ?? ''))
      await moveSession(ctx, session, kind, { withDrafts: form.get('brouillons') === 'oui' })
      return redirect(`${back}?fait=session`)
    }
  } catch (error) {
    const refused = refusedAct(error)
    if (refused) return data({ code: refused.code }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
  throw data(null, { status: 400 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Customise() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="stack">
      <BesideHead page={page} here={t('papers.builder.title')} of="builder" refused={refused} />
      {page.follows ? (
        <p className="notice row">
          <span className="grow">
            {t(page.follows.departed ? 'templates.workshopDeparted' : 'templates.workshopLocked')}
          </span>
          <Link className="btn" to={`${page.base}/${page.id}/modele`}>
            {t('templates.side')}
          </Link>
        </p>
      ) : null}
      {page.customised ? (
        <p className="lead">{t('papers.builder.lead')}</p>
      ) : (
        <Form method="post" className="card stack">
          <p>{t(page.follows ? 'templates.openLead' : 'papers.builder.locked')}</p>
          <div className="row">
            <ConfirmSubmit
              label={t('papers.builder.open')}
              question={t('papers.builder.openAsk', { code: page.code })}
              consequence={t(page.follows ? 'templates.openMeans' : 'papers.builder.openMeans')}
              name="acte"
              value="ouvrir"
              main
            />
          </div>
        </Form>
      )}
      <ul className="plain stack">
        {page.parts.map(({ kind, to, number, draft }) => (
          <li className="card row" key={kind}>
            <div className="grow">
              <h2>{t(`papers.builder.part.${kind}`)}</h2>
              <p className="small muted">
                {number === null ? t('papers.builder.noneYet') : t('papers.builder.inForce', { number })}
                {draft ? ` ${t('papers.builder.hasDraft')}` : ''}
              </p>
            </div>
            {page.customised && (kind !== 'grid' || !page.follows || page.follows.departed) ? (
              <Link className="btn" to={to}>
                {t(`papers.builder.changePart.${kind}`)}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      <SessionMoves page={page} />
      <History lines={page.history} />
    </div>
  )
}
