import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getAction } from '#server/dispositifs/outreach/find-actions.server.ts'
import { removeAction, updateAction } from '#server/dispositifs/outreach/save-action.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Refusal } from '../follow-up/refusal.tsx'
import { refusedForm } from '../follow-up/sent-follow-up.server.ts'
import { actionChoices } from './action-choices.server.ts'
import { readAction } from './action-form.server.ts'
import { ActionForm } from './action-form.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['outreach:write'])
  return answering(args, async () => {
    const found = await getAction(ctx, recordId(args.params.action))
    const ids = (all: { id: string }[]) => all.map(({ id }) => id)
    const said = (count: number | null) => (count === null ? '' : String(count))
    return {
      ...(await actionChoices(ctx, ids(found.dispositifs))),
      ...{ base: `/${ctx.network.slug}/bureau/dispositifs`, version: found.version, title: found.title },
      values: {
        ...{ kind: found.kind, happenedOn: found.happenedOn, title: found.title, place: found.place },
        ...{ people: said(found.people), organisations: said(found.organisations), note: found.note },
        ...{ dispositifs: ids(found.dispositifs), colleagues: ids(found.colleagues) },
      },
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['outreach:write'])
  const form = await submitted(args)
  const list = `/${ctx.network.slug}/bureau/dispositifs/actions`
  try {
    const id = recordId(args.params.action)
    if (form.get('intent') === 'retirer') {
      await removeAction(ctx, id)
      return redirect(`${list}?fait=action-retiree`)
    }
    const input = readAction(form)
    await updateAction(ctx, id, Number(form.get('version')), input)
    return redirect(`${list}?annee=${input.happenedOn.slice(0, 4)}&fait=action-ecrite`)
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

export default function Action() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const list = `${page.base}/actions`
  return (
    <div className="stack">
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: list, label: t('follow.outreach.title') },
        ]}
        here={page.title}
      />
      <h1>{page.title}</h1>
      <Refusal refused={refused} />
      <ActionForm {...page} refused={refused} ticked={refused?.ticked} cancel={list} />
      <Form method="post">
        <ConfirmSubmit
          label={t('follow.outreach.remove')}
          question={t('follow.outreach.removeQuestion')}
          consequence={t('follow.outreach.removeConsequence')}
          name="intent"
          value="retirer"
        />
      </Form>
    </div>
  )
}
