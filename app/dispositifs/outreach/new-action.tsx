import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { addAction } from '#server/dispositifs/outreach/save-action.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { refusedForm } from '../follow-up/sent-follow-up.server.ts'
import { actionChoices } from './action-choices.server.ts'
import { readAction } from './action-form.server.ts'
import { ActionForm } from './action-form.tsx'

const EMPTY = {
  ...{ kind: 'information', happenedOn: '', title: '', place: '', people: '', organisations: '', note: '' },
  ...{ dispositifs: [] as string[], colleagues: [] as string[] },
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['outreach:write'])
  return {
    ...(await answering(args, () => actionChoices(ctx))),
    base: `/${ctx.network.slug}/bureau/dispositifs`,
    values: { ...EMPTY, colleagues: [ctx.account.id] },
    title: i18nFor(ctx.locale).t('dispositifs:follow.outreach.new'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['outreach:write'])
  const form = await submitted(args)
  try {
    const input = readAction(form)
    await addAction(ctx, input)
    const year = input.happenedOn.slice(0, 4)
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/actions?annee=${year}&fait=action-ecrite`)
  } catch (error) {
    const refused = refusedForm(error, form, 'action')
    const ticked = {
      dispositifs: form.getAll('dispositifs').map(String),
      colleagues: form.getAll('colleagues').map(String),
    }
    if (refused) return data({ ...refused, ticked }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function NewAction() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const list = `${page.base}/actions`
  return (
    <>
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: list, label: t('follow.outreach.title') },
        ]}
        here={page.title}
      />
      <h1>{page.title}</h1>
      <ActionForm {...page} refused={refused} ticked={refused?.ticked} cancel={list} />
    </>
  )
}
