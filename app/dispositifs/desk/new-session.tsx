import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getDispositif } from '#server/dispositifs/dispositif/get-dispositif.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { openSession } from '#server/dispositifs/session/open-session.server.ts'
import { today } from '#server/kernel/clock.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { FaultNote } from '../told.tsx'
import { refusedAct } from './dispositif-values.server.ts'
import { firstSession } from './first-session.ts'
import { SessionForm } from './session-form.tsx'
import { readSession, sessionValues } from './session-values.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const found = await answering(args, async () => getDispositif(ctx, recordId(args.params.id)))
  const { network } = ctx
  const base = `/${network.slug}/bureau/dispositifs`
  return {
    ...{ base, here: `${base}/${found.id}`, code: found.code },
    values: firstSession(found, today(ctx.clock, network.timeZone), network.timeZone),
    title: i18nFor(ctx.locale).t('dispositifs:session.newTitle', { code: found.code }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const values = sessionValues(await submitted(args))
  const { input, faults } = readSession(values)
  if (faults) return data({ values, faults, code: null }, { status: 422 })
  const id = await answering(args, async () => recordId(args.params.id))
  try {
    const session = await openSession(ctx, id, input)
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/sessions/${session.id}?fait=session-ouverte`)
  } catch (error) {
    const refused = refusedAct(error)
    if (refused)
      return data({ values, faults: refused.faults, code: refused.code }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function NewSession() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const trail = [
    { to: page.base, label: t('title') },
    { to: page.here, label: page.code },
  ]
  return (
    <>
      <Breadcrumb trail={trail} here={t('session.new')} />
      <h1>{page.title}</h1>
      <FaultNote refused={refused} />
      <SessionForm
        values={refused?.values ?? page.values}
        faults={refused?.faults ?? {}}
        cancel={page.here}
        submit={t('session.create')}
      />
    </>
  )
}
