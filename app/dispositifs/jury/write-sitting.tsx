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
import { readBoard } from '#server/dispositifs/sitting/board.server.ts'
import { changeSitting, planSitting } from '#server/dispositifs/sitting/write-sitting.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { FaultNote } from '../told.tsx'
import { refusalOf, textOf } from './read-input.server.ts'
import { SittingForm } from './sitting-form.tsx'
import { choicesFor, readSitting, sittingValues } from './sitting-values.server.ts'

/** A sitting to plan, or one that is: the same form. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:manage'])
  const list = `/${ctx.network.slug}/bureau/dispositifs/jurys`
  const { t } = i18nFor(ctx.locale)
  const id = args.params.sitting ? await answering(args, async () => recordId(args.params.sitting)) : null
  const found = id ? await answering(args, () => readBoard(ctx, id)) : null
  const { choices, chosen } = await answering(args, () => choicesFor(ctx, id))
  const sitting = found?.sitting
  return {
    ...{ base: `/${ctx.network.slug}/bureau/dispositifs`, list, here: id ? `${list}/${id}` : list, choices },
    title: sitting
      ? t('dispositifs:jury.sitting.change', { name: sitting.name })
      : t('dispositifs:jury.sitting.plan'),
    version: sitting?.version,
    isNew: id === null,
    values: {
      ...{ name: sitting?.name ?? '', startsAt: sitting?.startsThere ?? '', place: sitting?.place ?? '' },
      ...{ link: sitting?.link ?? '', quorum: String(sitting?.quorum ?? 3), ...chosen },
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:manage'])
  const form = await submitted(args)
  const values = sittingValues(form)
  const read = readSitting(ctx, values, { warned: textOf(form, 'averti'), before: textOf(form, 'avant') })
  const refusal = {
    values,
    warnings: read.warnings,
    code: null as string | null,
    said: {} as Record<string, number>,
  }
  if (!read.input || read.warnings.length > 0)
    return data({ ...refusal, faults: read.faults ?? {} }, { status: 422 })
  const list = `/${ctx.network.slug}/bureau/dispositifs/jurys`
  const id = args.params.sitting ? await answering(args, async () => recordId(args.params.sitting)) : null
  try {
    if (id) {
      await changeSitting(ctx, id, Number(form.get('version')), read.input)
      return redirect(`${list}/${id}?fait=jury-modifie`)
    }
    return redirect(`${list}/${(await planSitting(ctx, read.input)).id}?fait=jury-prevu`)
  } catch (error) {
    const refused = refusalOf(error)
    if (refused) return data({ ...refusal, ...refused }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function WriteSitting() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  return (
    <>
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: page.list, label: t('jury.sitting.list') },
        ]}
        here={page.title}
      />
      <h1>{page.title}</h1>
      <FaultNote refused={refused} />
      <SittingForm
        values={refused?.values ?? page.values}
        faults={refused?.faults}
        warnings={refused?.warnings ?? []}
        before={page.isNew ? '' : page.values.startsAt}
        choices={page.choices}
        version={page.version}
        cancel={page.here}
        submit={t(page.isNew ? 'jury.sitting.plan' : 'save')}
      />
    </>
  )
}
