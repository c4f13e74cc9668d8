import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { framesOfSession } from '#server/dispositifs/frame/find-frames.server.ts'
import { takeSharedDays } from '#server/dispositifs/frame/join-session.server.ts'
import { leaveSharedSession, shareSession } from '#server/dispositifs/frame/share-session.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { getSession } from '#server/dispositifs/session/get-session.server.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../../guard.server.ts'
import { ConfirmSubmit } from '../../../ui/confirm-submit.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Done } from '../../told.tsx'
import { sessionHead } from '../heading-of.server.ts'
import { SessionHeading } from '../session-heading.tsx'
import { daysOfFrame } from './frame-words.server.ts'

const ACTS = {
  partager: [shareSession, 'session-commune'],
  seul: [leaveSharedSession, 'session-seule'],
  reprendre: [takeSharedDays, 'dates-communes'],
} as const

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:read'])
  const id = await answering(args, async () => recordId(args.params.session))
  const session = await answering(args, () => getSession(ctx, id))
  const { frames } = await framesOfSession(ctx, id)
  const lead = frames?.find(({ leads }) => leads)
  const own = daysOfFrame(ctx, session)
  const common = lead ? daysOfFrame(ctx, lead) : own
  return {
    head: sessionHead(ctx, session, 'frame'),
    networks: frames?.map((frame) => ({
      ...{ key: String(frame.networkId), network: frame.network, leads: frame.leads },
      days: daysOfFrame(ctx, frame),
      ...{ deposited: frame.deposited, opined: frame.opined, financed: frame.financed },
    })),
    moved: common.from === own.from && common.to === own.to ? null : common,
    mayWrite: may(ctx, dispositifs['dispositif:write']),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const id = await answering(args, async () => recordId(args.params.session))
  const intent = String((await submitted(args)).get('intent'))
  const act = Object.hasOwn(ACTS, intent) ? ACTS[intent as keyof typeof ACTS] : null
  const page = `/${ctx.network.slug}/bureau/dispositifs/sessions/${id}/commune`
  if (!act) return redirect(page)
  await answering(args, () => act[0](ctx, id))
  return redirect(`${page}?fait=${act[1]}`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.head.title }]

type Line = NonNullable<Awaited<ReturnType<typeof loader>>['networks']>[number]

export default function SharedSession() {
  const { head, networks, moved, mayWrite } = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  const sum = (name: 'deposited' | 'opined' | 'financed') =>
    (networks ?? []).reduce((all, one) => all + one[name], 0)
  const number = (key: 'deposited' | 'opined' | 'financed'): Column<Line> => ({
    ...{ key, label: t(`frame.${key}`), number: true },
    cell: (line) => line[key],
  })
  const columns: Column<Line>[] = [
    {
      ...{ key: 'network', label: t('frame.network') },
      cell: ({ network, leads }) => (
        <>
          {network} {leads ? <span className="muted small">({t('frame.leads')})</span> : null}
        </>
      ),
    },
    { key: 'days', label: t('frame.days'), cell: ({ days }) => t('public.between', days) },
    ...(['deposited', 'opined', 'financed'] as const).map(number),
  ]
  return (
    <div className="stack">
      <SessionHeading head={head} />
      <Done of="desk" />
      <p>{t('frame.lead')}</p>
      {moved ? (
        <Form method="post" className="notice row">
          <p className="grow">{t('frame.moved', moved)}</p>
          {mayWrite ? (
            <button className="btn" type="submit" name="intent" value="reprendre">
              {t('frame.take')}
            </button>
          ) : null}
        </Form>
      ) : null}
      {networks ? (
        <>
          <DataTable
            caption={t('frame.networks')}
            columns={columns}
            rows={networks}
            rowKey={({ key }) => key}
          />
          <p>
            {t('frame.total', {
              deposited: sum('deposited'),
              opined: sum('opined'),
              financed: sum('financed'),
            })}
          </p>
          <p className="small muted">{t('frame.updated')}</p>
        </>
      ) : (
        <p className="empty">{t('frame.alone')}</p>
      )}
      {mayWrite ? (
        <Form method="post" className="row">
          {networks ? (
            <ConfirmSubmit
              label={t('frame.leave')}
              question={t('frame.leaveQuestion')}
              consequence={t('frame.leaveConsequence')}
              name="intent"
              value="seul"
            />
          ) : (
            <button className="btn primary" type="submit" name="intent" value="partager">
              {t('frame.share')}
            </button>
          )}
        </Form>
      ) : null}
    </div>
  )
}
