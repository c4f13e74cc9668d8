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
import { updateDispositif } from '#server/dispositifs/dispositif/update-dispositif.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { DispositifForm } from './dispositif-form.tsx'
import {
  dispositifValues,
  readDispositif,
  refusedAct,
  valuesOfDispositif,
} from './dispositif-values.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const found = await answering(args, async () => getDispositif(ctx, recordId(args.params.id)))
  const base = `/${ctx.network.slug}/bureau/dispositifs`
  return {
    ...{ base, here: `${base}/${found.id}`, code: found.code, name: found.name },
    values: valuesOfDispositif(found),
    version: found.version,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const form = await submitted(args)
  const values = dispositifValues(form)
  const { input, faults } = readDispositif(values)
  if (faults) return data({ values, faults, overtaken: false }, { status: 422 })
  const id = await answering(args, async () => recordId(args.params.id))
  try {
    await updateDispositif(ctx, id, Number(form.get('version')), input)
  } catch (error) {
    const refused = refusedAct(error)
    if (refused) return data({ values, ...refused }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
  return redirect(`/${ctx.network.slug}/bureau/dispositifs/${id}?fait=dispositif-modifie`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name }]

export default function EditDispositif() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const trail = [
    { to: page.base, label: t('title') },
    { to: page.here, label: page.code },
  ]
  return (
    <>
      <Breadcrumb trail={trail} here={t('edit')} />
      <h1>{page.name}</h1>
      <DispositifForm
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
