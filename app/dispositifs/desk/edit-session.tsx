import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { getSession } from '#server/dispositifs/session/get-session.server.ts'
import { updateSession } from '#server/dispositifs/session/update-session.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { refusedAct } from './dispositif-values.server.ts'
import { SessionForm } from './session-form.tsx'
import { readSession, sessionValues, valuesOfSession } from './session-values.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const found = await answering(args, async () => getSession(ctx, recordId(args.params.session)))
  const base = `/${ctx.network.slug}/bureau/dispositifs`
  return {
    ...{ base, dispositif: `${base}/${found.dispositifId}`, here: `${base}/sessions/${found.id}` },
    ...{ code: found.code, name: found.name, version: found.version },
    values: valuesOfSession(found, ctx.locale),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const form = await submitted(args)
  const values = sessionValues(form)
  const { input, faults } = readSession(values)
  if (faults) return data({ values, faults, overtaken: false }, { status: 422 })
  const id = await answering(args, async () => recordId(args.params.session))
  try {
    await updateSession(ctx, id, Number(form.get('version')), input)
  } catch (error) {
    const refused = refusedAct(error)
    if (refused) return data({ values, ...refused }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
  return redirect(`/${ctx.network.slug}/bureau/dispositifs/sessions/${id}?fait=session-modifiee`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name }]

export default function EditSession() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const trail = [
    { to: page.base, label: t('title') },
    { to: page.dispositif, label: page.code },
    { to: page.here, label: page.name },
  ]
  return (
    <>
      <Breadcrumb trail={trail} here={t('edit')} />
      <h1>{page.name}</h1>
      <SessionForm
        values={refused?.values ?? page.values}
        faults={refused?.faults ?? {}}
        overtaken={refused?.overtaken}
        version={page.version}
        cancel={page.here}
        submit={t('save')}
      />
    </>
  )
}
