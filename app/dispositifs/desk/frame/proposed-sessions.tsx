import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { proposedFrames } from '#server/dispositifs/frame/find-frames.server.ts'
import { getProposedFrame, joinSession } from '#server/dispositifs/frame/join-session.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../../guard.server.ts'
import { i18nFor } from '../../../i18n.server.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Field } from '../../../ui/field.tsx'
import { FaultNote } from '../../told.tsx'
import { DeskParts } from '../desk-parts.tsx'
import { refusedAct } from '../dispositif-values.server.ts'
import { daysOfFrame } from './frame-words.server.ts'

/** What the others propose; with `?cle=`, the one that is about to be joined. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:read'])
  const key = new URL(args.request.url).searchParams.get('cle')
  const mayWrite = may(ctx, dispositifs['dispositif:write'])
  const frames = await proposedFrames(ctx)
  const asked = key && mayWrite ? await answering(args, () => getProposedFrame(ctx, key)) : null
  return {
    base: `/${ctx.network.slug}/bureau/dispositifs`,
    frames: frames.map((frame) => ({
      ...{ key: frame.sharedKey, code: frame.code, name: frame.name, network: frame.network },
      days: daysOfFrame(ctx, frame),
    })),
    asked: asked
      ? {
          ...{ key: asked.frame.sharedKey, name: asked.frame.name, hosts: asked.hosts },
          days: daysOfFrame(ctx, asked.frame),
        }
      : null,
    mayWrite,
    title: i18nFor(ctx.locale).t('dispositifs:frame.proposed'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const form = await submitted(args)
  try {
    const { id } = await joinSession(ctx, String(form.get('cle')), recordId(String(form.get('dispositif'))))
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/sessions/${id}?fait=session-rejointe`)
  } catch (error) {
    const refused = refusedAct(error)
    if (refused) return data({ code: refused.code }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function ProposedSessions() {
  const { base, frames, asked, mayWrite } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="stack">
      <Breadcrumb trail={[{ to: base, label: t('title') }]} here={t('frame.proposed')} />
      <h1>{t('frame.proposed')}</h1>
      <DeskParts base={base} />
      <FaultNote refused={refused} />
      {asked ? (
        <section className="card stack" aria-labelledby="participer">
          <h2 id="participer">{t('frame.joinTitle', { name: asked.name })}</h2>
          <p>{t('frame.joinLead', asked.days)}</p>
          {asked.hosts.length > 0 ? (
            <Form method="post" className="stack form">
              <input type="hidden" name="cle" value={asked.key} />
              <Field label={t('frame.host')}>
                {(attributes) => (
                  <select {...attributes} name="dispositif">
                    {asked.hosts.map(({ id, code, name }) => (
                      <option key={id} value={id}>
                        {`${code} · ${name}`}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <div className="row">
                <button className="btn primary" type="submit">
                  {t('frame.join')}
                </button>
                <Link className="btn quiet" to="?">
                  {t('cancel')}
                </Link>
              </div>
            </Form>
          ) : (
            <p>
              {t('frame.noHost')} <Link to={`${base}/nouveau`}>{t('frame.createHost')}</Link>
            </p>
          )}
        </section>
      ) : null}
      {frames.length === 0 ? (
        <p className="empty">{t('frame.none')}</p>
      ) : (
        <>
          <p>{t('frame.proposedLead')}</p>
          <ul className="stack plain">
            {frames.map((frame) => (
              <li key={frame.key} className="card row">
                <div className="grow">
                  <strong>{`${frame.code} · ${frame.name}`}</strong>
                  <p className="small muted">
                    {t('frame.by')} {frame.network} · {t('public.between', frame.days)}
                  </p>
                </div>
                {mayWrite ? (
                  <Link
                    className="btn"
                    to={`?cle=${encodeURIComponent(frame.key)}`}
                    aria-label={t('frame.joinTitle', { name: frame.name })}
                  >
                    {t('frame.join')}
                  </Link>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
